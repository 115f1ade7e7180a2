package io.github.onrecord.answer;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Aspect;
import io.github.onrecord.search.Coverage;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.PassageMatch;
import io.github.onrecord.search.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented talks between Quellmark and Sorvania about the Ember Pass, for tests. */
final class Talks {
  static final Side QUELLMARK = new Side("Quellmark");
  static final Side SORVANIA = new Side("Sorvania");
  static final Official HOLT =
      new Official(1, "Mirela Holt", List.of("Мирела Хольт", "Мірела Хольт"), QUELLMARK, List.of());
  static final Official DRAV =
      new Official(2, "Oskar Drav", List.of("Оскар Драв"), SORVANIA, List.of());
  static final Official LENN =
      new Official(3, "Pavel Lenn", List.of("Павел Ленн", "Павло Ленн"), SORVANIA, List.of());
  static final LocalDate DAY = LocalDate.of(2044, 5, 12);

  private long statements;
  private long documents = 100;

  /** A statement that can be changed before it is matched. */
  final class Said {
    private final Official official;
    private final String text;
    private Kind kind = Kind.REPORTED;
    private @Nullable LocalDate day = DAY;
    private Language language = Language.ENGLISH;
    private Status status = Status.STANDING;
    private @Nullable String unnamed;
    private @Nullable String role;
    private @Nullable String occasion = "Tarn";
    private long document;
    private double score = 1;

    private Said(Official official, String text) {
      this.official = official;
      this.text = text;
    }

    Said verbatim() {
      kind = Kind.VERBATIM;
      return this;
    }

    Said on(@Nullable LocalDate when) {
      day = when;
      return this;
    }

    Said in(Language spoken) {
      language = spoken;
      return this;
    }

    Said status(Status value) {
      status = value;
      return this;
    }

    /** By somebody of the official's side whom the document doesn't name. */
    Said unnamed(String description) {
      unnamed = description;
      return this;
    }

    Said as(String value) {
      role = value;
      return this;
    }

    Said at(@Nullable String where) {
      occasion = where;
      return this;
    }

    Said from(long documentId) {
      document = documentId;
      return this;
    }

    Match match() {
      long id = ++statements;
      String before = "The Tarn Courier. ";
      String full = before + text + "\n";
      Document source =
          new Document(
              document == 0 ? ++documents : document,
              "tarn-" + id + ".txt",
              null,
              "https://courier.example/" + id,
              "The Tarn Courier",
              "A headline",
              language,
              DAY.plusDays(1),
              Instant.EPOCH,
              full,
              Document.sha256(full),
              null);
      Part part = Part.of(full, new Span(before.length(), before.length() + text.length()));
      Speaker speaker =
          unnamed == null
              ? new Speaker.Named(official.id(), official.name())
              : new Speaker.Unnamed(unnamed);
      Statement statement =
          new Statement(
              id,
              source.id(),
              speaker,
              role,
              official.side(),
              kind,
              List.of(part),
              day,
              occasion,
              language,
              null,
              1,
              "label",
              status,
              status == Status.STANDING || status == Status.HELD ? null : 999L,
              id);
      return new Match(statement, source, score--, List.of("speaker", "stem:pass"), List.of());
    }
  }

  Said said(Official official, String text) {
    return new Said(official, text);
  }

  PassageMatch told(String text) {
    long id = ++documents;
    Document source =
        new Document(
            id,
            "told-" + id + ".txt",
            null,
            null,
            "The Tarn Courier",
            null,
            Language.ENGLISH,
            DAY,
            Instant.EPOCH,
            text,
            Document.sha256(text),
            null);
    Passage passage = new Passage(id, id, 0, new Span(0, text.length()), text, true);
    return new PassageMatch(passage, source, 1);
  }

  /** A question of some intent about some officials or sides. */
  static Question question(Intent intent, Object... about) {
    return question("What is on record?", Language.ENGLISH, intent, about);
  }

  static Question question(String text, Language language, Intent intent, Object... about) {
    List<Official> officials = new ArrayList<>();
    List<Side> sides = new ArrayList<>();
    for (Object one : about) {
      if (one instanceof Official official) {
        officials.add(official);
      } else {
        sides.add((Side) one);
      }
    }
    return new Question(
        text,
        language,
        intent,
        officials,
        List.of(),
        List.of(),
        sides,
        null,
        List.of(),
        List.of("pass"),
        List.of(),
        Aspect.NONE,
        false,
        false);
  }

  static Evidence evidence(Question question, Match... answers) {
    return new Evidence(
        question, Finding.SUPPORTED, List.of(answers), List.of(), List.of(), coverage());
  }

  static Evidence silent(Question question, Finding finding, Match... related) {
    return new Evidence(question, finding, List.of(), List.of(), List.of(related), coverage());
  }

  static Coverage coverage() {
    return new Coverage(3, DAY, DAY.plusDays(3), Instant.EPOCH, List.of());
  }
}
