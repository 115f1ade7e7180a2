package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import java.util.ArrayList;
import java.util.List;

/** What a newcomer reads first. */
public final class GuideMessages {
  private final Phrases phrases;

  public GuideMessages(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * What this is, what the record holds, and what one can ask.
   *
   * @param statements standing statements on record
   * @param officials people on record
   * @param examples questions that the record answers
   */
  public Message welcome(long statements, long officials, List<String> examples) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(block(phrases.say("guide.welcome")));
    blocks.add(
        block(
            phrases.say("guide.record", statements)
                + (statements == 0 ? "" : phrases.say("guide.record.by", officials) + ".")));
    blocks.add(block(phrases.say("guide.steps")));
    blocks.addAll(examples("guide.ask", examples));
    return new Message(blocks, asking(examples));
  }

  /** A button for each example, which asks it. */
  static List<List<Button>> asking(List<String> examples) {
    List<List<Button>> buttons = new ArrayList<>();
    for (String example : examples) {
      buttons.add(List.of(new Button.Action(example, "ask:" + buttons.size())));
    }
    return buttons;
  }

  /** A link that leads nowhere: forged, or to what was never on record. */
  public Message deadLink() {
    return new Message(List.of(block(phrases.say("guide.deadlink"))), List.of());
  }

  /** An empty question, or one without words. */
  public Message empty(List<String> examples) {
    return new Message(examples("guide.empty", examples), List.of());
  }

  /** A question that is too long, with the limit in characters. */
  public Message tooLong(int limit) {
    return new Message(List.of(block(phrases.say("guide.toolong", limit))), List.of());
  }

  private List<Block> examples(String heading, List<String> examples) {
    return examples.isEmpty()
        ? List.of(block(phrases.say(heading + ".noexample")))
        : List.of(block(phrases.say(heading)), block(AnswerMessages.bullets(examples)));
  }

  private static Block block(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }
}
