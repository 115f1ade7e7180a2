package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A session as text. A line at the left edge is what a person does; what they then see stands
 * indented below.
 *
 * <pre>
 * # world talks, language en: what the session shows
 * > words or a command
 * * label of the button to press below the last message that has it
 * @ words typed behind the bot's name in any chat
 * + a post that is forwarded
 * ~ the last words, changed
 * ! a photograph
 * </pre>
 *
 * <p>Quoted words stand behind │, buttons in brackets, a row a line.
 */
record Transcript(String head, String world, String language, List<String> doings) {
  private static final long READER = 7;
  private static final String DOINGS = ">*@+~!";

  static Transcript read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] words = lines.get(0).split("[ ,:]+", 6);
    return new Transcript(
        lines.get(0),
        words[2],
        words[4],
        lines.stream()
            .filter(line -> !line.isEmpty() && DOINGS.indexOf(line.charAt(0)) >= 0)
            .toList());
  }

  /** Does all of it, and tells it. */
  String play(Session session) {
    StringBuilder told = new StringBuilder(head).append('\n');
    int last = 0;
    for (String doing : doings) {
      String words = doing.length() > 1 ? doing.substring(2) : "";
      int offered = session.telegram.inlineAnswers().size();
      switch (doing.charAt(0)) {
        case '*' -> press(session, words);
        case '@' -> Doings.types(session.telegram, READER, language, words, "");
        case '+' -> Doings.forwards(session.telegram, READER, words, false);
        case '~' -> session.telegram.edit(READER, last, words);
        case '!' -> session.telegram.sendPhoto(READER);
        default -> last = session.telegram.say(READER, READER, language, words);
      }
      told.append('\n').append(doing).append('\n');
      session.settle().forEach(sent -> told.append('\n').append(shown(sent)));
      List<JsonNode> answers = session.telegram.inlineAnswers();
      answers.subList(offered, answers.size()).forEach(answer -> told.append(offers(answer)));
    }
    return told.toString();
  }

  private static void press(Session session, String label) {
    Sent below =
        session.telegram.sent().stream()
            .filter(sent -> data(sent, label) != null)
            .reduce((first, second) -> second)
            .orElseThrow(() -> new AssertionError("No button «" + label + "»"));
    session.telegram.press(READER, below.messageId(), data(below, label));
  }

  private static String data(Sent sent, String label) {
    for (JsonNode row : sent.request().path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (button.path("text").asText().equals(label) && button.has("callback_data")) {
          return button.get("callback_data").asText();
        }
      }
    }
    return null;
  }

  private static String shown(Sent sent) {
    StringBuilder shown = new StringBuilder();
    if (sent.method().startsWith("edit")) {
      shown.append("  (in the place of the message above)\n");
    }
    if (sent.method().equals("sendphoto")) {
      shown.append("  (a card)\n");
    }
    Set<Integer> quoted = new TreeSet<>();
    for (JsonNode entity : sent.request().path("entities")) {
      if (entity.path("type").asText().endsWith("blockquote")) {
        int from = entity.path("offset").asInt();
        for (int at = from; at < from + entity.path("length").asInt(); at++) {
          quoted.add(at);
        }
      }
    }
    int at = 0;
    for (String line : sent.text().split("\n", -1)) {
      shown.append(line.isEmpty() ? "" : (quoted.contains(at) ? "  │ " : "  ") + line).append('\n');
      at += line.length() + 1;
    }
    for (JsonNode row : sent.request().path("reply_markup").path("inline_keyboard")) {
      List<String> labels = new ArrayList<>();
      row.forEach(button -> labels.add("[" + button.path("text").asText() + "]"));
      shown.append("  ").append(String.join(" ", labels)).append('\n');
    }
    return shown.toString();
  }

  private static String offers(JsonNode answer) {
    StringBuilder shown = new StringBuilder("\n  [" + answer.at("/button/text").asText() + "]\n");
    for (JsonNode result : answer.path("results")) {
      shown.append("  • ").append(result.path("title").asText()).append('\n');
      shown.append("    ").append(result.path("description").asText()).append('\n');
    }
    if (answer.path("results").size() > 0) {
      shown.append("\n  sent, when the first is chosen:\n");
      String text = answer.at("/results/0/input_message_content/message_text").asText();
      text.lines().forEach(line -> shown.append(("    " + line).stripTrailing()).append('\n'));
    }
    return shown.toString();
  }
}
