package io.github.onrecord.message;

import io.github.onrecord.message.Message.Button;
import java.util.ArrayList;
import java.util.List;

/** Buttons below statements: each one's context and source; how to cite it, when it is alone. */
final class StatementButtons {
  /** Statements of a message that carry buttons of their own; a telephone shows six in a row. */
  private static final int IN_ROW = 6;

  private StatementButtons() {}

  /**
   * A row for contexts and one for sources, or one row for one statement; none when there are none.
   *
   * @param statements their numbers on record, in reading order
   * @param number of the first of them in its list
   * @param numbered whether there are several, so that buttons must say which they belong to
   */
  static List<List<Button>> of(
      Phrases phrases, List<Long> statements, int number, boolean numbered) {
    List<Button> context = new ArrayList<>();
    List<Button> source = new ArrayList<>();
    String suffix = numbered ? ".numbered" : "";
    for (int i = 0; i < Math.min(statements.size(), IN_ROW); i++) {
      long id = statements.get(i);
      context.add(
          new Button.Action(phrases.say("button.context" + suffix, number + i), "context:" + id));
      source.add(
          new Button.Action(phrases.say("button.source" + suffix, number + i), "source:" + id));
    }
    if (context.isEmpty()) {
      return new ArrayList<>();
    }
    if (numbered) {
      return new ArrayList<>(List.of(context, source));
    }
    long only = statements.get(0);
    return new ArrayList<>(
        List.of(
            List.of(context.get(0), source.get(0)),
            List.of(
                new Button.Action(phrases.say("button.cite"), "cite:" + only),
                new Button.Action(phrases.say("button.card"), "card:" + only))));
  }
}
