package io.github.onrecord.answer;

import io.github.onrecord.answer.Violation.NoSpeaker;
import io.github.onrecord.answer.Violation.NotOfSpeaker;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who said it: the part of a sentence beside what it claims. «On 12 May in Tarn, Mirela Holt said
 * that …», «…, Holt said», «According to Holt, …».
 *
 * <p>Nothing may stand there that the record doesn't say of the speaker: name, role, side, place,
 * day, source.
 *
 * @param claim what is left
 * @param ownVerb whether there is no verb of saying, so that the claim must begin as the report
 *     does
 * @param topic words before it that name a topic; they must be borne by the statements too
 */
record Frame(List<Token> claim, boolean ownVerb, List<Token> topic) {

  /** Reads the frames of sentences about one speaker. */
  static final class Reader {
    private final VerifierWords words;
    private final UnitReader units;
    private final Set<String> names = new HashSet<>();
    private final Set<String> facts = new HashSet<>();

    Reader(VerifierWords words, UnitReader units, Question question, List<Match> cited) {
      this.words = words;
      this.units = units;
      for (Match match : cited) {
        Statement statement = match.statement();
        learn(statement.speaker().shownAs(), names);
        if (statement.speaker() instanceof Speaker.Named named) {
          for (Official official : question.officials()) {
            if (named.officialId() == official.id()) {
              official.aliases().forEach(alias -> learn(alias, names));
            }
          }
        }
        learnFacts(match);
      }
      facts.addAll(names);
    }

    private void learnFacts(Match match) {
      Statement statement = match.statement();
      if (statement.side() != null) {
        learn(statement.side().name(), facts);
      }
      if (statement.role() != null) {
        learn(statement.role(), facts);
      }
      if (statement.occasion() != null) {
        learn(statement.occasion(), facts);
      }
      if (match.document().source() != null) {
        learn(match.document().source(), facts);
      }
      LocalDate day = statement.spoken();
      if (day != null) {
        facts.add("#" + day.getDayOfMonth());
        facts.add("#" + day.getYear());
        facts.add("month-" + day.getMonthValue());
        facts.add("day-" + day.getDayOfWeek().getValue());
      }
    }

    private void learn(String text, Set<String> keys) {
      List<Token> tokens = units.tokens(text);
      units.read(tokens).stream()
          .filter(unit -> unit.kind() != Unit.Kind.FORCE && unit.kind() != Unit.Kind.SELF)
          .forEach(unit -> keys.addAll(unit.keys()));
    }

    /** Whether a unit of a claim stands for the speaker or the side: for an «I» or «we». */
    boolean speaker(Unit unit) {
      return unit.kind() == Unit.Kind.NAME && unit.keys().stream().anyMatch(facts::contains);
    }

    Frame read(List<Token> sentence, List<Violation> violations) {
      int source = words.at("reporting", "source", sentence, 0);
      int comma = comma(sentence, source);
      if (source > 0 && comma > 0) {
        return framed(sentence, source, comma, comma + 1, false, violations);
      }
      int last = lastComma(sentence);
      List<Token> tail = sentence.subList(last + 1, sentence.size());
      if (last > 0 && names(tail) && verb(tail) && allBeside(tail)) {
        return new Frame(sentence.subList(0, last), false, List.of());
      }
      int end = 0;
      while (end < sentence.size() && beside(sentence, end) > 0) {
        end += beside(sentence, end);
      }
      for (int i = 0; i < sentence.size(); i++) {
        int verb = words.at("reporting", "verb", sentence, i);
        boolean leads = i <= end || !names(sentence.subList(0, end));
        if (verb > 0 && leads && names(sentence.subList(0, i))) {
          return framed(sentence, 0, i, that(sentence, i + verb), false, violations);
        }
      }
      return framed(sentence, 0, end, end, true, violations);
    }

    private Frame framed(
        List<Token> sentence,
        int from,
        int to,
        int claim,
        boolean ownVerb,
        List<Violation> violations) {
      List<Token> frame = sentence.subList(from, to);
      List<Token> topic = List.of();
      int comma = comma(frame, 0);
      if (from == 0 && comma > 0 && words.at("reporting", "topic", sentence, 0) > 0) {
        int begin = words.at("reporting", "topic", sentence, 0);
        if (!names(frame.subList(0, comma))) {
          topic = frame.subList(begin, comma);
          frame = frame.subList(comma, frame.size());
        }
      }
      if (!names(frame)) {
        violations.add(new NoSpeaker());
      }
      require(frame, violations);
      return new Frame(sentence.subList(claim, sentence.size()), ownVerb, topic);
    }

    /**
     * Where a claim begins: after «that», when only what may stand beside a speaker comes before.
     */
    private int that(List<Token> sentence, int after) {
      int i = after;
      while (i < sentence.size()) {
        int that = words.at("reporting", "that", sentence, i);
        if (that > 0) {
          return i + that;
        }
        int beside = beside(sentence, i);
        if (beside == 0) {
          break;
        }
        i += beside;
      }
      return after;
    }

    /** How many tokens from {@code i} on may stand beside a speaker; 0 when they may not. */
    private int beside(List<Token> tokens, int i) {
      int filler = words.at("reporting", "filler", tokens, i);
      if (filler > 0) {
        return filler;
      }
      List<Unit> found = new ArrayList<>();
      int read = units.readOne(tokens, i, found);
      boolean borne =
          found.stream()
              .allMatch(
                  unit ->
                      unit.kind() != Unit.Kind.FORCE
                          && unit.keys().stream().anyMatch(facts::contains));
      return borne && !tokens.get(i).mark(";") ? read : 0;
    }

    private void require(List<Token> frame, List<Violation> violations) {
      int i = 0;
      while (i < frame.size()) {
        int verb = words.at("reporting", "verb", frame, i);
        int step = verb > 0 ? verb : beside(frame, i);
        if (step == 0) {
          violations.add(new NotOfSpeaker(frame.get(i).text()));
          step = 1;
        }
        i += step;
      }
    }

    private boolean names(List<Token> tokens) {
      return units.read(tokens).stream()
          .anyMatch(
              unit ->
                  unit.kind() != Unit.Kind.FORCE && unit.keys().stream().anyMatch(names::contains));
    }

    private boolean allBeside(List<Token> tokens) {
      List<Violation> violations = new ArrayList<>();
      require(tokens, violations);
      return violations.isEmpty();
    }

    private boolean verb(List<Token> tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        if (words.at("reporting", "verb", tokens, i) > 0) {
          return true;
        }
      }
      return false;
    }

    private static int comma(List<Token> tokens, int from) {
      for (int i = from; i < tokens.size(); i++) {
        if (tokens.get(i).mark(",")) {
          return i;
        }
      }
      return -1;
    }

    private static int lastComma(List<Token> tokens) {
      for (int i = tokens.size() - 1; i >= 0; i--) {
        if (tokens.get(i).mark(",")) {
          return i;
        }
      }
      return -1;
    }
  }
}
