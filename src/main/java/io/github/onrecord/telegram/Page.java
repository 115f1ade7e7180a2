package io.github.onrecord.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Telegram message as the outbox keeps it.
 *
 * @param text at most {@link #limit} UTF-16 units, no white space at its ends
 * @param entities styles, by UTF-16 offsets into the text
 * @param keys rows of buttons
 * @param replyTo the message that this one replies to, or null
 * @param thread the topic of a group that it belongs to, or null
 * @param edits the message whose place this one takes, or null for a new one
 * @param file a file that the text goes with, or null
 * @param picture a picture that the text goes with, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page(
    String text,
    List<Entity> entities,
    List<List<InlineKey>> keys,
    @Nullable Integer replyTo,
    @Nullable Integer thread,
    @Nullable Integer edits,
    @Nullable Attachment file,
    @Nullable Picture picture) {

  /** The longest text below a picture, in UTF-16 units (Bot API, sendPhoto). */
  private static final int CAPTION = 1024;

  Page {
    entities = List.copyOf(entities);
    keys = keys.stream().map(List::copyOf).toList();
  }

  /** A text with its buttons. */
  static Page of(String text, List<Entity> entities, List<List<InlineKey>> keys) {
    return new Page(text, entities, keys, null, null, null, null, null);
  }

  /** A file with a text below it. */
  static Page of(Attachment file, String text) {
    return new Page(text, List.of(), List.of(), null, null, null, file, null);
  }

  /** How long the text may be. */
  int limit() {
    return picture == null ? Pages.LIMIT : CAPTION;
  }

  /** The same, where the message stands to which it replies. */
  Page replyingTo(@Nullable Integer messageId, @Nullable Integer topic) {
    return new Page(text, entities, keys, messageId, topic, edits, file, picture);
  }

  Page editing(int messageId) {
    return new Page(text, entities, keys, null, null, messageId, file, picture);
  }

  /** The same below a picture. */
  Page below(Picture shown) {
    return new Page(text, entities, keys, replyTo, thread, edits, file, shown);
  }

  /** The same, with another text and its styles. */
  Page saying(String otherText, List<Entity> otherEntities) {
    return new Page(otherText, otherEntities, keys, replyTo, thread, edits, file, picture);
  }

  /** The same with a line above it, where there is room for one. */
  Page below(String line) {
    String above = line + "\n\n";
    if (above.length() + text.length() > limit()) {
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
   * A statement's card, drawn when it is sent.
   *
   * @param statement its number
   * @param language ISO 639 code of what stands around the words
   * @param link where the code on it leads
   */
  record Picture(long statement, String language, String link) {}

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
