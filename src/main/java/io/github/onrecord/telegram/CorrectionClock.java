package io.github.onrecord.telegram;

import io.github.onrecord.message.CorrectionMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.Corrections;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Shown;
import io.github.onrecord.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets corrections reach those who were shown what they correct: each message that shows a
 * withdrawn statement, or one that an editor gave to somebody else, gets a line above it, and the
 * words are struck out; and each chat is told once. That it is known and what is sent are committed
 * together.
 */
final class CorrectionClock {
  private static final int BATCH = 200;

  private static final Logger LOG = LoggerFactory.getLogger(CorrectionClock.class);

  private final RecordStore record;
  private final Corrections corrections;
  private final Runnable made;

  /**
   * A clock.
   *
   * @param made told when there is something new in the outbox
   */
  CorrectionClock(Store store, Runnable made) {
    this.record = store.record();
    this.corrections = store.corrections();
    this.made = made;
  }

  /** Corrects what has to be corrected; called every so often. */
  void tick() {
    List<Shown> due = corrections.due(BATCH);
    for (Shown shown : due) {
      try {
        correct(shown);
      } catch (RuntimeException e) {
        LOG.error("Message {} of the outbox could not be corrected; tried again", shown.id(), e);
      }
    }
    if (!due.isEmpty()) {
      made.run();
    }
  }

  private void correct(Shown shown) {
    Outgoing sent = shown.message();
    int messageId = Math.toIntExact(shown.messageId());
    CorrectionMessages messages = new CorrectionMessages(Phrases.in(Letters.memo(sent).spoken()));
    List<Statement> withdrawn =
        shown.withdrawn().stream().map(id -> record.statement(id).orElseThrow()).toList();
    Map<Long, List<Outgoing>> notices = new LinkedHashMap<>();
    for (Statement statement : withdrawn) {
      notices.put(
          statement.id(),
          Letters.of(
              sent.chatId(),
              Outgoing.Kind.ANSWER,
              messages.notice(
                  statement,
                  record.document(statement.documentId()).orElseThrow(),
                  cause(statement)),
              Memo.in(Letters.memo(sent).spoken()),
              messageId,
              Letters.page(sent).thread()));
    }
    List<Long> standing = new ArrayList<>(sent.statements());
    standing.removeAll(shown.withdrawn());
    Page page = Letters.page(sent);
    for (Statement statement : withdrawn) {
      page = struck(page, messages.words(statement), messages.banner(statement));
    }
    for (Shown.Decided decided : shown.decided()) {
      Statement statement = record.statement(decided.statementId()).orElseThrow();
      standing.remove(statement.id());
      page =
          struck(
              page,
              messages.words(statement),
              messages.banner(statement, decided.shownAs(), decided.rejected()));
      notices.put(statement.id(), notice(sent, messageId, statement, decided, messages));
    }
    corrections.settle(shown, Letters.editing(sent, page, standing, messageId), notices);
  }

  private List<Outgoing> notice(
      Outgoing sent,
      int messageId,
      Statement statement,
      Shown.Decided decided,
      CorrectionMessages messages) {
    return Letters.of(
        sent.chatId(),
        Outgoing.Kind.ANSWER,
        messages.notice(
            statement,
            record.document(statement.documentId()).orElseThrow(),
            decided.shownAs(),
            decided.rejected()),
        Memo.in(Letters.memo(sent).spoken()),
        messageId);
  }

  private @Nullable Document cause(Statement statement) {
    return statement.cause() == null ? null : record.document(statement.cause()).orElseThrow();
  }

  /** The page with a line above it, and the words struck out where they stand. */
  private static Page struck(Page page, String words, String banner) {
    List<Page.Entity> entities = new ArrayList<>(page.entities());
    int at = page.text().indexOf(words);
    if (at >= 0) {
      entities.add(new Page.Entity("strikethrough", at, words.length(), null));
    }
    return page.saying(page.text(), entities).below(banner);
  }
}
