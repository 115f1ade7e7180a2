package io.github.onrecord;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A seeded record of any size in three languages: invented officials of invented sides, who say
 * random words of the lexicon with word frequencies as in speech (Zipf).
 */
final class GeneratedRecord {
  private static final int STATEMENTS_IN_DOCUMENT = 20;
  private static final int OFFICIALS = 400;
  private static final String[] SYLLABLES = {
    "ba", "do", "ke", "li", "mor", "na", "pel", "ru", "sta", "tin", "ul", "ver", "zan"
  };

  private final Random random;
  private final Random asking;
  private final List<List<String>> words;
  private final List<Official> officials = new ArrayList<>();

  GeneratedRecord(long seed, Path lexicon) {
    this.random = new Random(seed);
    this.asking = new Random(seed);
    this.words = List.of(words(lexicon, 1), words(lexicon, 2), words(lexicon, 3));
    for (int i = 0; i < OFFICIALS; i++) {
      officials.add(
          new Official(
              0,
              name() + " " + name() + i,
              List.of(),
              new Side("Republic of " + name() + i % 12),
              List.of(new Post("Foreign Minister", null, null))));
    }
  }

  /** Fills an empty store. */
  void fill(RecordStore record, int statements) {
    for (int i = 0; i < statements; i += STATEMENTS_IN_DOCUMENT) {
      record.save(publication(i / STATEMENTS_IN_DOCUMENT));
    }
  }

  /** A question about somebody on record, in words that the record uses. */
  String question() {
    Official official = officials.get(asking.nextInt(OFFICIALS));
    return switch (asking.nextInt(3)) {
      case 0 ->
          "What did "
              + official.name()
              + " say about "
              + word(0, asking)
              + " and "
              + word(0, asking)
              + "?";
      case 1 -> "Что говорили о " + word(1, asking) + " и " + word(1, asking) + "?";
      default -> "Що казали про " + word(2, asking) + " та " + word(2, asking) + "?";
    };
  }

  /** Adds a document of as many statements as the others have. */
  void add(RecordStore record) {
    record.save(publication(1 + random.nextInt(Integer.MAX_VALUE - 1)));
  }

  private Publication publication(int number) {
    int tongue = random.nextInt(3);
    Language language = Language.values()[tongue];
    LocalDate day = LocalDate.of(2031, 1, 1).plusDays(random.nextInt(1500));
    StringBuilder text = new StringBuilder();
    List<Statement> statements = new ArrayList<>();
    for (int s = 0; s < STATEMENTS_IN_DOCUMENT; s++) {
      int start = text.length();
      int length = 8 + random.nextInt(18);
      for (int w = 0; w < length; w++) {
        text.append(w == 0 ? "" : " ").append(word(tongue, random));
      }
      Span span = new Span(start, text.length());
      text.append('\n');
      Official official = officials.get(random.nextInt(OFFICIALS));
      statements.add(
          new Statement(
              0,
              0,
              new Speaker.Named(0, official.name()),
              "Foreign Minister",
              official.side(),
              random.nextBoolean() ? Kind.VERBATIM : Kind.REPORTED,
              List.of(new Part(span, text.substring(span.start(), span.end()))),
              day,
              null,
              language,
              null,
              1,
              "generated",
              Status.STANDING,
              null,
              0));
    }
    Document document =
        new Document(
            0,
            "generated-" + number,
            null,
            null,
            "The Generated Gazette",
            null,
            language,
            day,
            Instant.EPOCH,
            text.toString(),
            Document.sha256(text.toString()),
            null);
    return new Publication(
        document, List.of(), statements, number == 0 ? officials : List.of(), List.of());
  }

  /** Rank r is drawn about in proportion to 1/r. */
  private String word(int tongue, Random random) {
    List<String> choice = words.get(tongue);
    return choice.get((int) Math.pow(choice.size(), random.nextDouble()) - 1);
  }

  private String name() {
    String name =
        SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)];
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static List<String> words(Path lexicon, int column) {
    try (Stream<Path> files = Files.list(lexicon)) {
      List<String> words = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (!line.startsWith("#") && !line.isBlank()) {
            words.add(line.split("\t", -1)[column].split("\\|", -1)[0]);
          }
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
