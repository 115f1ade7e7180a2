package io.github.onrecord.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Telegram message as the outbox keeps it.
 *
 * @param text at most {@link Pages#LIMIT} UTF-16 units, no white space at its ends
 * @param entities styles, by UTF-16 offsets into the text
 * @param keys rows of buttons
 * @param replyTo the message that this one replies to, or null
 * @param edits the message whose place this one takes, or null for a new one
 * @param file a file that the text goes with, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page(
    String text,
    List<Entity> entities,
    List<List<InlineKey>> keys,
    @Nullable Integer replyTo,
    @Nullable Integer edits,
    @Nullable Attachment file) {

  Page {
    entities = List.copyOf(entities);
    keys = keys.stream().map(List::copyOf).toList();
  }

  Page replyingTo(int messageId) {
    return new Page(text, entities, keys, messageId, edits, file);
  }

  Page editing(int messageId) {
    return new Page(text, entities, keys, null, messageId, file);
  }

  /** The same, with another text and its styles. */
  Page saying(String otherText, List<Entity> otherEntities) {
    return new Page(otherText, otherEntities, keys, replyTo, edits, file);
  }

  /** The same with a line above it, where there is room for one. */
  Page below(String line) {
    String above = line + "\n\n";
    if (above.length() + text.length() > Pages.LIMIT) {
      return this;
    }
    List<Entity> moved = new ArrayList<>();
    moved.add(new Entity("bold", 0, line.length(), null));
    for (Entity entity : entities) {
      moved.add(
          new Entity(
              entity.type(), entity.offset() + above.length(), entity.length(), entity.url()));
    }
    return saying(above + text, moved);
  }

  /** A text file. */
  record Attachment(String name, String content) {}

  /**
   * A style.
   *
   * @param type Telegram's name of it: bold, italic, code, strikethrough, text_link, blockquote,
   *     expandable_blockquote
   * @param url for text_link only
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entity(String type, int offset, int length, @Nullable String url) {}

  /**
   * A button, with either data that comes back, an address that opens, or a text that is copied.
   *
   * @param data at most 64 bytes
   * @param copy at most 256 characters
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InlineKey(
      String label, @Nullable String data, @Nullable String url, @Nullable String copy) {}
}
