package io.github.onrecord.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.model.Inquiry;
import io.github.onrecord.model.JsonShape;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.model.Outcome;
import io.github.onrecord.model.Outcome.Reply;
import io.github.onrecord.model.Prompt;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model connect statements, and lets through only what the {@link Verifier} can't refuse. The
 * model never gives a quotation: it names statements by labels, and code puts them in.
 */
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  /** Statements shown to the model: more can't be connected in a message. */
  private static final int MAX_STATEMENTS = 12;

  /** Points of a draft; more are no answer but a list. */
  private static final int MAX_POINTS = 8;

  /** Letters and digits that can't be read as a word or a number. */
  private static final String LABEL_LETTERS = "bcdfghjkmnpqrstvwxz";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** For so long, whoever asks the same gets the same. */
  private static final Duration SHARED = Duration.ofMinutes(1);

  /** Drafts kept for others; more people don't ask different things in a minute. */
  private static final int MAX_SHARED = 1_000;

  private final LanguageModel model;
  private final Verifier verifier;
  private final Map<String, LongAdder> refusalCounts = new ConcurrentHashMap<>();
  private final RandomGenerator random;
  private final Clock clock;
  private final AsyncCache<Same, List<Point>> shared;

  /**
   * Makes a writer.
   *
   * @param random where the labels of a call come from; used by one thread at a time
   */
  Writer(LanguageModel model, Verifier verifier, RandomGenerator random, Clock clock) {
    this.model = model;
    this.verifier = verifier;
    this.random = random;
    this.clock = clock;
    this.shared =
        Caffeine.newBuilder()
            .maximumSize(MAX_SHARED)
            .expireAfterWrite(SHARED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .buildAsync();
  }

  /** What makes two questions the same: their words, and what is on record for them now. */
  private record Same(String text, Language language, Intent intent, List<Long> statements) {}

  /** A sentence of the model and the statements that it names. */
  private record Sentence(String text, List<String> labels) {}

  /**
   * Verified points for the evidence; empty when the model gave none that may be shown. Who asks
   * what somebody else asked within a minute waits for the same draft.
   *
   * @param payer whose share of the model's budget it takes, or null
   */
  List<Point> write(Evidence evidence, @Nullable Long payer) {
    Question question = evidence.question();
    Same same =
        new Same(
            question.text(),
            question.language(),
            question.intent(),
            evidence.answers().stream().map(match -> match.statement().id()).toList());
    CompletableFuture<List<Point>> mine = new CompletableFuture<>();
    CompletableFuture<List<Point>> others = shared.asMap().putIfAbsent(same, mine);
    if (others != null) {
      return await(others);
    }
    List<Point> points = List.of();
    try {
      points = draft(evidence, payer);
    } finally {
      if (points.isEmpty()) {
        // What failed for one may succeed for the next: only what can be shown is kept.
        mine.cancel(false);
      } else {
        mine.complete(points);
      }
    }
    return points;
  }

  private List<Point> await(CompletableFuture<List<Point>> others) {
    try {
      return others.get(model.deadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (CancellationException | TimeoutException | ExecutionException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<Point> draft(Evidence evidence, @Nullable Long payer) {
    Question question = evidence.question();
    Map<String, Match> known = labelled(evidence.answers());
    Instant end = clock.instant().plus(model.deadline());
    Map<String, String> values = new LinkedHashMap<>();
    values.put("language", question.language().locale().getDisplayLanguage(Locale.ENGLISH));
    values.put("question", question.text());
    values.put("statements", material(known));
    JsonShape.Fields shape = shape(known.keySet());

    List<Sentence> draft = ask(new Inquiry(Prompt.DRAFT, values, shape, payer), end);
    if (draft.isEmpty()) {
      return List.of();
    }
    List<String> refusals = refusals(draft, known, question);
    if (!refusals.isEmpty()) {
      LOG.info("The model's draft was refused: {}", refusals.size());
      values.put("draft", draft.stream().map(Sentence::text).collect(Collectors.joining("\n")));
      values.put("violations", String.join("\n", refusals));
      draft = ask(new Inquiry(Prompt.REDRAFT, values, shape, payer), end);
      if (!refusals(draft, known, question).isEmpty()) {
        LOG.info("The model's second draft was refused; the statements speak for themselves");
        return List.of();
      }
    }
    return points(draft, known);
  }

  private List<Sentence> ask(Inquiry inquiry, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    if (left.isNegative() || left.isZero()) {
      return List.of();
    }
    Outcome outcome = model.ask(inquiry, left);
    return outcome instanceof Reply reply ? sentences(reply.json()) : List.of();
  }

  /** The sentences of a reply; none when it isn't of the shape asked for. */
  private static List<Sentence> sentences(ObjectNode json) {
    List<Sentence> sentences = new ArrayList<>();
    for (JsonNode point : json.path("points")) {
      JsonNode sentence = point.path("sentence");
      JsonNode labels = point.path("labels");
      if (!sentence.isTextual() || !labels.isArray() || sentences.size() == MAX_POINTS) {
        return List.of();
      }
      List<String> names = new ArrayList<>();
      labels.forEach(label -> names.add(label.asText()));
      sentences.add(new Sentence(sentence.textValue().strip(), names));
    }
    return sentences;
  }

  /** How many sentences were refused since the start, by reason. */
  Map<String, Long> refusalCounts() {
    Map<String, Long> counts = new TreeMap<>();
    refusalCounts.forEach((reason, count) -> counts.put(reason, count.sum()));
    return counts;
  }

  private List<String> refusals(List<Sentence> draft, Map<String, Match> known, Question question) {
    List<String> refusals = new ArrayList<>();
    for (Sentence sentence : draft) {
      List<Violation> violations =
          verifier.check(sentence.text(), sentence.labels(), known, question);
      violations.forEach(
          violation ->
              refusalCounts
                  .computeIfAbsent(violation.getClass().getSimpleName(), any -> new LongAdder())
                  .increment());
      if (!violations.isEmpty()) {
        String reasons =
            violations.stream().map(Violation::reason).collect(Collectors.joining("; "));
        refusals.add(sentence.text() + " -- " + reasons);
      }
    }
    return refusals;
  }

  /** Sentences that share a statement become one point, so that it is read once. */
  private static List<Point> points(List<Sentence> draft, Map<String, Match> known) {
    List<Point> points = new ArrayList<>();
    for (Sentence sentence : draft) {
      Set<Match> matches = new LinkedHashSet<>();
      sentence.labels().forEach(label -> matches.add(known.get(label)));
      String text = sentence.text();
      for (Point earlier : List.copyOf(points)) {
        if (earlier.matches().stream().anyMatch(matches::contains)) {
          points.remove(earlier);
          text = earlier.sentence() + " " + text;
          matches.addAll(earlier.matches());
        }
      }
      points.add(new Point(text, List.copyOf(matches)));
    }
    return points;
  }

  private Map<String, Match> labelled(List<Match> answers) {
    Map<String, Match> known = new LinkedHashMap<>();
    for (Match match : answers.subList(0, Math.min(MAX_STATEMENTS, answers.size()))) {
      String label;
      do {
        label = label();
      } while (known.containsKey(label));
      known.put(label, match);
    }
    return known;
  }

  private String label() {
    StringBuilder label = new StringBuilder();
    synchronized (random) {
      for (int i = 0; i < 4; i++) {
        label.append(
            i % 2 == 0
                ? LABEL_LETTERS.charAt(random.nextInt(LABEL_LETTERS.length()))
                : (char) ('2' + random.nextInt(8)));
      }
    }
    return label.toString();
  }

  /** The statements as JSON, so that nothing in them can pass for a label or for instructions. */
  private static String material(Map<String, Match> known) {
    ArrayNode statements = JSON.createArrayNode();
    known.forEach(
        (label, match) -> {
          Statement statement = match.statement();
          ObjectNode one = statements.addObject();
          one.put("label", label);
          one.put("speaker", statement.speaker().shownAs());
          if (statement.role() != null) {
            one.put("role", statement.role());
          }
          if (statement.side() != null) {
            one.put("side", statement.side().name());
          }
          if (statement.spoken() != null) {
            one.put("day", statement.spoken().toString());
          }
          if (statement.occasion() != null) {
            one.put("occasion", statement.occasion());
          }
          one.put("kind", statement.kind().name().toLowerCase(Locale.ROOT));
          one.put("words", statement.text());
        });
    return statements.toPrettyString();
  }

  private static JsonShape.Fields shape(Set<String> labels) {
    JsonShape point =
        new JsonShape.Fields(
            Map.of(
                "sentence",
                new JsonShape.Text("One short sentence about one speaker."),
                "labels",
                new JsonShape.ListOf(new JsonShape.OneOf(List.copyOf(labels)))));
    return new JsonShape.Fields(Map.of("points", new JsonShape.ListOf(point)));
  }
}
