package io.github.onrecord.telegram;

import io.github.onrecord.card.CardException;
import io.github.onrecord.card.QuoteCard;
import io.github.onrecord.message.CardMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the cards of messages when they are sent, so that a card always shows what became of its
 * statement. Fonts are loaded with the first card. Thread-safe.
 */
final class Pictures {
  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

  private final RecordStore record;
  private @Nullable QuoteCard cards;
  private boolean impossible;

  Pictures(RecordStore record) {
    this.record = record;
  }

  /** The PNG of a page's picture; empty when this machine can't draw. */
  Optional<byte[]> draw(Page.Picture picture) {
    Statement statement = record.statement(picture.statement()).orElseThrow();
    Document document = record.document(statement.documentId()).orElseThrow();
    CardMessages messages = new CardMessages(Phrases.in(Language.of(picture.language())));
    return cards().map(card -> card.png(messages.text(statement, document, picture.link())));
  }

  private synchronized Optional<QuoteCard> cards() {
    if (cards == null && !impossible) {
      try {
        cards = QuoteCard.open();
      } catch (CardException e) {
        impossible = true;
        LOG.error("Cards are sent as text. {}", e.getMessage(), e);
      }
    }
    return Optional.ofNullable(cards);
  }
}
