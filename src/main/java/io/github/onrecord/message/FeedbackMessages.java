package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import java.util.List;

/** What becomes of a reader's word that an answer is wrong. */
public final class FeedbackMessages {
  private final Phrases phrases;

  public FeedbackMessages(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The editor will see it. */
  public Message filed() {
    return only("wrong.filed");
  }

  /** It was reported before. */
  public Message known() {
    return only("wrong.known");
  }

  /** The chat has filed as many as it may in a day. */
  public Message tooMany(int most) {
    return only("wrong.toomany", most);
  }

  private Message only(String key, Object... arguments) {
    return new Message(
        List.of(new Block(List.of(new Run.Plain(phrases.say(key, arguments))), false)), List.of());
  }
}
