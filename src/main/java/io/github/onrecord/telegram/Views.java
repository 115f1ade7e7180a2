package io.github.onrecord.telegram;

import io.github.onrecord.message.CardMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.RecordMessages;
import io.github.onrecord.message.RecordMessages.Place;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.RecordStore;
import java.util.List;
import java.util.Optional;

/** A statement seen alone: as a quotation among others, in context, with its source, as a card. */
final class Views {
  private final RecordStore record;
  private final Addresses addresses;

  Views(RecordStore record, Addresses addresses) {
    this.record = record;
    this.addresses = addresses;
  }

  /** The statement of that number, unless it waits for an editor or there is none. */
  private Optional<Statement> statement(long id) {
    return record.statement(id).filter(said -> said.status() != Status.HELD);
  }

  /**
   * A view of the statement, or that there is none.
   *
   * @param what source, context, cite or quote
   */
  Message of(long id, Language language, String what) {
    RecordMessages messages = new RecordMessages(Phrases.in(language));
    return statement(id).map(said -> view(said, messages, what)).orElseGet(messages::gone);
  }

  private Message view(Statement statement, RecordMessages messages, String what) {
    Document document = record.document(statement.documentId()).orElseThrow();
    return switch (what) {
      case "source" -> messages.source(statement, document, place(statement));
      case "context" ->
          messages.context(statement, document, record.passages(document.id()), place(statement));
      case "cite" -> messages.cite(statement, document);
      default -> messages.quote(statement, document, place(statement));
    };
  }

  /** The statement's card, with its attribution below; or that there is none. */
  Reply card(Incoming.Wish wish, long id, Language language) {
    Optional<Statement> found = statement(id);
    if (found.isEmpty()) {
      return Reply.saying(wish, language, new RecordMessages(Phrases.in(language)).gone());
    }
    String link = addresses.statement(id);
    Document document = record.document(found.get().documentId()).orElseThrow();
    Message caption = new CardMessages(Phrases.in(language)).caption(found.get(), document, link);
    return Reply.picturing(
        wish, caption, new Page.Picture(id, language.code(), link), Memo.in(language));
  }

  private Place place(Statement statement) {
    if (!(statement.speaker() instanceof Speaker.Named named)) {
      return Place.NONE;
    }
    List<Long> quotations = record.quotations(named.officialId());
    int index = quotations.indexOf(statement.id());
    if (index < 0) {
      index =
          record.statementsOfUtterance(statement.utterance()).stream()
              .mapToInt(twin -> quotations.indexOf(twin.id()))
              .max()
              .orElse(-1);
    }
    int last = quotations.size() - 1;
    if (index < 0) {
      // A report has no place among quotations; the newest of them is the nearest.
      return new Place(0, last + 1, last < 0 ? null : quotations.get(last), null);
    }
    return new Place(
        index + 1,
        last + 1,
        index == 0 ? null : quotations.get(index - 1),
        index == last ? null : quotations.get(index + 1));
  }
}
