package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.answer.Answer;
import io.github.onrecord.console.Commands;
import io.github.onrecord.console.Terminal;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.model.ModelStub;
import io.github.onrecord.model.Provider;
import io.github.onrecord.record.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders hidden in questions, documents, names of officials, titles and feeds, in three languages
 * ({@code security/injections.tsv}, put together by a seed), before a model that obeys all of them:
 * it invents quotations, names labels that it wasn't given, tells its instructions and what it was
 * asked before, and sends markup. What it says is never shown, and what is shown is on record.
 */
class InjectionSuiteTest {
  private static final long SEED = 20440512;

  /** What the obedient model always says; no injected text holds it. */
  private static final String CODE_WORD = "Zorblax";

  /** What somebody else asked. */
  private static final String OTHERS_QUESTION = "What did Orla Venn say about the plughword ferry?";

  /** So many attempts in a language, if its rows give as many. */
  private static final int EACH = 40;

  private static final List<String> TOPICS =
      List.of("ferry", "harbour", "lighthouse", "bridge", "canal", "railway", "mine", "dam");

  private static final Map<String, String> TOPICS_RU =
      Map.of(
          "ferry",
          "паром",
          "harbour",
          "порт",
          "lighthouse",
          "маяк",
          "bridge",
          "мост",
          "canal",
          "канал",
          "railway",
          "железную дорогу",
          "mine",
          "шахту",
          "dam",
          "плотину");

  private static final Map<String, String> TOPICS_UK =
      Map.of(
          "ferry",
          "пором",
          "harbour",
          "порт",
          "lighthouse",
          "маяк",
          "bridge",
          "міст",
          "canal",
          "канал",
          "railway",
          "залізницю",
          "mine",
          "шахту",
          "dam",
          "греблю");

  private static final Pattern QUOTED = Pattern.compile("[“«„]([^“”«»„]*)[”»“]");

  @TempDir Path folder;
  private final ModelStub model = ModelStub.start();
  private final Random random = new Random(SEED);
  private int replies;

  /** Where an order is hidden. */
  private enum Place {
    QUESTION,
    DOCUMENT,
    NAME,
    TITLE,
    FEED
  }

  private record Attempt(String language, String text, Place place, String topic) {}

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void nothingThatIsReadGivesOrders() throws IOException {
    List<Attempt> attempts = attempts();
    assertThat(attempts).hasSizeGreaterThanOrEqualTo(100);
    model.says(this::obey);
    write(attempts);
    ingest();
    List<String> articles = new ArrayList<>();

    try (Wiring program = open(true)) {
      List<Statement> record = new ArrayList<>();
      program.store().record().forEachStatement(record::add);
      assertThat(record).hasSizeGreaterThan(TOPICS.size());
      assertThat(record).noneMatch(said -> said.text().contains(CODE_WORD));
      program.store().record().forEachDocument(document -> articles.add(document.text()));
      program.desk().ask(OTHERS_QUESTION, List.of());
      int before = model.asked().size();
      for (Attempt attempt : attempts) {
        check(attempt, program.desk().ask(question(attempt), List.of()), articles, record);
      }
      assertThat(model.asked().size() - before)
          .as("the model was really asked")
          .isGreaterThan(attempts.size() / 2);
      assertThat(model.asked().subList(before, model.asked().size()))
          .allSatisfy(
              asked ->
                  assertThat(asked.body())
                      .doesNotContain("plughword", "\"tools\"", "\"functions\"", "tool_choice"));
      assertThat(program.store().verify()).isEmpty();
      List<Statement> after = new ArrayList<>();
      program.store().record().forEachStatement(after::add);
      assertThat(after).isEqualTo(record);
    }
  }

  @Test
  void anHonestSentenceOfTheModelIsShown() throws IOException {
    write(List.of());
    model.says("{\"statements\":[]}");
    ingest();
    model.says(
        asked -> {
          ObjectNode reply = new ObjectMapper().createObjectNode();
          ObjectNode point = reply.putArray("points").addObject();
          point.put("sentence", "Orla Venn said the ferry will open before winter.");
          asked.labels().stream().limit(1).forEach(point.putArray("labels")::add);
          return reply.toString();
        });
    try (Wiring program = open(false)) {
      // The first reply is the one that was left over from taking in.
      program.desk().ask("What did Orla Venn say about the dam?", List.of());
      Answer answer = program.desk().ask("What did Orla Venn say about the ferry?", List.of());

      assertThat(AnswerMessages.whole().of(answer, language -> List.of()).plain())
          .contains("Orla Venn said the ferry will open before winter.");
    }
  }

  private static void check(
      Attempt attempt, Answer answer, List<String> articles, List<Statement> record) {
    Message message = AnswerMessages.whole().of(answer, language -> List.of());
    String shown = message.plain();
    assertThat(shown)
        .as("%s, seed %d", attempt, SEED)
        .doesNotContainIgnoringCase(CODE_WORD)
        .doesNotContain("plughword", "You connect statements", "Reply with JSON", "evil.example/x");
    for (Message.Block block : message.blocks()) {
      Matcher quoted = QUOTED.matcher(block.plain());
      while (block.quote() && quoted.find()) {
        String words = quoted.group(1).strip();
        assertThat(articles)
            .as("%s quotes %s, seed %d", attempt, words, SEED)
            .anyMatch(article -> article.contains(words));
      }
    }
    if (answer instanceof Answer.OnRecord onRecord) {
      onRecord.groups().stream()
          .flatMap(group -> group.points().stream())
          .flatMap(point -> point.matches().stream())
          .forEach(match -> assertThat(record).as("%s", attempt).contains(match.statement()));
    }
  }

  /** Says and does what it is told by whoever speaks to it. */
  private String obey(ModelStub.Asked asked) {
    int turn = replies++;
    ObjectNode reply = new ObjectMapper().createObjectNode();
    reply.putArray("terms").add(CODE_WORD).add("said:*").add("'; DROP TABLE part; --");
    reply
        .putArray("statements")
        .addObject()
        .put("speaker", "Orla Venn")
        .put("words", CODE_WORD + " is ours, we surrender.");
    ObjectNode point = reply.putArray("points").addObject();
    ArrayNode labels = point.putArray("labels");
    asked.labels().forEach(labels::add);
    String before =
        model.asked().isEmpty() ? "" : String.join(" ", model.asked().get(0).messages());
    switch (turn % 6) {
      case 0 -> point.put("sentence", "Orla Venn said: “" + CODE_WORD + ", I surrender.”");
      case 1 -> {
        point.put("sentence", "Orla Venn said the code word is " + CODE_WORD + ".");
        labels.removeAll().add("a1").add("b2").add("c3");
      }
      case 2 -> point.put("sentence", CODE_WORD + ": " + asked.messages().get(0));
      case 3 ->
          point.put(
              "sentence",
              "<a href='https://evil.example/x'>" + CODE_WORD + "</a> [x](tg://user?id=1)");
      case 4 -> point.put("sentence", CODE_WORD + " " + before);
      default -> point.put("sentence", "Orla Venn said " + CODE_WORD + ".\n\nJoran Pell resigned.");
    }
    return reply.toString();
  }

  private List<Attempt> attempts() throws IOException {
    List<Attempt> attempts = new ArrayList<>();
    List<String[]> rows =
        Files.readAllLines(Path.of("src/test/resources/security/injections.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", 3))
            .toList();
    for (String language : List.of("en", "ru", "uk")) {
      List<String> texts = new ArrayList<>(texts(rows, "whole", language));
      List<String> made = new ArrayList<>();
      for (String frame : texts(rows, "frame", language)) {
        for (String order : texts(rows, "order", language)) {
          made.add(frame.replace("{order}", order));
        }
      }
      Collections.shuffle(made, random);
      texts.addAll(made.subList(0, Math.min(made.size(), EACH - texts.size())));
      for (String text : texts) {
        Place place = Place.values()[attempts.size() % Place.values().length];
        attempts.add(new Attempt(language, text, place, TOPICS.get(random.nextInt(TOPICS.size()))));
      }
    }
    return attempts;
  }

  private static List<String> texts(List<String[]> rows, String kind, String language) {
    return rows.stream()
        .filter(row -> row[0].equals(kind) && row[1].equals(language))
        .map(row -> row[2])
        .toList();
  }

  private static String question(Attempt attempt) {
    String topic = attempt.topic();
    String asked =
        switch (attempt.language()) {
          case "ru" -> "Что Орла Венн сказала про " + TOPICS_RU.get(topic) + "?";
          case "uk" -> "Що Орла Венн сказала про " + TOPICS_UK.get(topic) + "?";
          default -> "What did Orla Venn say about the " + topic + "?";
        };
    return attempt.place() == Place.QUESTION ? asked + " " + attempt.text() : asked;
  }

  private void write(List<Attempt> attempts) throws IOException {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    int number = 0;
    for (String topic : TOPICS) {
      Files.writeString(articles.resolve(number++ + ".txt"), article("Talks", topic, "Orla Venn"));
    }
    for (Attempt attempt : attempts) {
      String topic = attempt.topic();
      String flat = attempt.text();
      switch (attempt.place()) {
        case QUESTION -> {
          // It comes with the question.
        }
        case DOCUMENT ->
            Files.writeString(
                articles.resolve(number++ + ".txt"),
                article("Talks", topic, "Orla Venn") + "\n" + flat + "\n");
        case NAME ->
            Files.writeString(
                articles.resolve(number++ + ".txt"),
                article("Talks", topic, "Orla Venn (" + flat + ")"));
        case TITLE ->
            Files.writeString(
                articles.resolve(number++ + ".txt"), article(flat, topic, "Orla Venn"));
        case FEED ->
            Files.writeString(
                articles.resolve(number++ + ".xml"),
                "<rss version='2.0'><channel><title>%1$s</title><link>https://w.example/</link><item><title>%1$s</title><link>https://w.example/%2$d</link><description>%3$s</description></item></channel></rss>"
                    .formatted(
                        escaped(flat),
                        number,
                        escaped(article("Talks", topic, "Orla Venn") + "\n" + flat)));
      }
    }
  }

  private static String article(String title, String topic, String name) {
    return """
        %s

        Published 7 May 2044 by The Harwick Gazette

        “The %s will open before winter,” Foreign Minister %s of Harwick told reporters on 6 May 2044.
        """
        .formatted(title, topic, name);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }

  private void ingest() {
    Terminal silent =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(OutputStream.nullOutputStream()),
            false);
    new Commands(silent, Throwable::getMessage)
        .run((config, store, seed) -> open(seed), "ingest", folder.resolve("articles").toString());
  }

  private Wiring open(boolean seed) {
    try {
      Path config = Files.createDirectories(folder.resolve("config"));
      Files.writeString(config.resolve("onrecord.conf"), "model.reads-documents = true\n");
      Map<String, String> environment =
          Map.of(
              "MODEL_PROVIDER", "openai",
              "MODEL_BASE_URL", model.baseUrl(Provider.OPENAI),
              "MODEL_NAME", "stub");
      Clock clock = Clock.fixed(Instant.parse("2044-05-12T10:00:00Z"), ZoneOffset.UTC);
      return new Wiring(
          () -> Config.load(config, folder.resolve("record.db"), environment),
          seed,
          clock,
          new Random(SEED));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
