package io.github.onrecord.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Telegram message as the outbox keeps it.
 *
 * @param text at most {@link Pages#LIMIT} UTF-16 units, no white space at its ends
 * @param entities styles, by UTF-16 offsets into the text
 * @param keys rows of buttons
 * @param replyTo the message that this one replies to, or null
 * @param file a file that the text goes with, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page(
    String text,
    List<Entity> entities,
    List<List<InlineKey>> keys,
    @Nullable Integer replyTo,
    @Nullable Attachment file) {

  Page {
    entities = List.copyOf(entities);
    keys = keys.stream().map(List::copyOf).toList();
  }

  Page replyingTo(int messageId) {
    return new Page(text, entities, keys, messageId, file);
  }

  /** The same, with another text and its styles. */
  Page saying(String otherText, List<Entity> otherEntities) {
    return new Page(otherText, otherEntities, keys, replyTo, file);
  }

  /** A text file. */
  record Attachment(String name, String content) {}

  /**
   * A style.
   *
   * @param type Telegram's name of it: bold, italic, text_link, blockquote, expandable_blockquote
   * @param url for text_link only
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entity(String type, int offset, int length, @Nullable String url) {}

  /**
   * A button, with either data that comes back or an address that opens.
   *
   * @param data at most 64 bytes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InlineKey(String label, @Nullable String data, @Nullable String url) {}
}
