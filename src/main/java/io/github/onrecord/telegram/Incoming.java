package io.github.onrecord.telegram;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An update as far as the bot is concerned. */
sealed interface Incoming {

  /**
   * Who is speaking, and where.
   *
   * @param chatId Telegram's number of the chat
   * @param group whether others read along
   * @param personId Telegram's number of the person, or of the chat in whose name they write
   * @param languageCode the language of their Telegram, or null when it isn't told
   * @param thread the topic of a group in which they write, or null
   */
  record From(
      long chatId,
      boolean group,
      long personId,
      @Nullable String languageCode,
      @Nullable Integer thread) {}

  /** Something that a person wants of the bot. */
  sealed interface Wish extends Incoming {
    From from();

    /** Telegram's number of the message that it is about. */
    int messageId();
  }

  /**
   * Words to be read as a question, without the bot's name; may be empty.
   *
   * @param forwarded whether they are somebody else's, passed on
   */
  record Text(From from, int messageId, String text, boolean edited, boolean forwarded)
      implements Wish {}

  /**
   * A command.
   *
   * @param name without slash, in lower case
   * @param rest what stands behind it, without white space at its ends
   */
  record Command(From from, int messageId, String name, String rest, boolean edited)
      implements Wish {}

  /** A photograph, a voice message, a file. */
  record NotText(From from, int messageId) implements Wish {}

  /** A press of a button below a message of the bot. */
  record Press(From from, int messageId, String callbackId, String data) implements Wish {}

  /**
   * Something that an editor wants on record: a file, a forwarded post, or a web address.
   *
   * @param text the post's text, or the address
   * @param file the file, or null
   * @param origin where a forwarded post was, or null
   */
  record Offer(
      From from, int messageId, String text, @Nullable SentFile file, @Nullable Origin origin)
      implements Wish {}

  /** A file as Telegram describes it. */
  record SentFile(String id, String name, long bytes) {}

  /**
   * Where a forwarded post was.
   *
   * @param name under which it goes on record
   * @param day on which it was posted, or null
   * @param source the channel's name, or null
   * @param url the post's public address, or null
   */
  record Origin(
      String name, @Nullable LocalDate day, @Nullable String source, @Nullable String url) {}

  /** The bot may post in a channel from now on. */
  record Joined(From from) implements Wish {
    @Override
    public int messageId() {
      return 0;
    }
  }

  /** The bot was blocked, or removed from a group. */
  record Left(long chatId, boolean group, String reason) implements Incoming {}

  /** What somebody types behind the bot's name in any chat; {@code offset} is ours, or empty. */
  record Inline(From from, String queryId, String text, String offset) implements Incoming {}

  /** Emojis below a message: by how many each became more or fewer; by whom isn't of interest. */
  record Reacted(long chatId, int messageId, Map<String, Integer> changes) implements Incoming {}

  /** A group became a supergroup and has another number. */
  record Moved(long chatId, long to) implements Incoming {}

  /** Nothing for the bot: above all, what people in a group say to each other. */
  record Nothing() implements Incoming {}
}
