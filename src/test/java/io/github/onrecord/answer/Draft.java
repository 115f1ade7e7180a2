package io.github.onrecord.answer;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Meanings;
import io.github.onrecord.search.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A fair sentence, and the statement that it rests on. */
record Draft(
    String speaker, Kind kind, Language spoken, String said, Language asked, String sentence) {

  static List<Draft> fair() {
    return lines("/answer/fair-drafts.txt").map(Draft::of).toList();
  }

  /** The lines of a table of drafts, without its comments. */
  static Stream<String> lines(String resource) {
    try (InputStream in = Draft.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Meanings MEANINGS = new Meanings(Lexicon.load(null, null));
  private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

  /** The packed lexicon, with a memory: the suites ask for the same words thousands of times. */
  static TermBridge bridge() {
    return (text, language) ->
        KNOWN.computeIfAbsent(language + text, key -> MEANINGS.of(text, language));
  }

  static Draft of(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    return new Draft(
        cells.get(0),
        cells.get(1).equals("V") ? Kind.VERBATIM : Kind.REPORTED,
        Language.of(cells.get(2)),
        cells.get(3),
        Language.of(cells.get(4)),
        cells.get(5));
  }

  Official official() {
    return speaker.equals("HOLT") ? Talks.HOLT : Talks.DRAV;
  }

  Match match(Talks talks) {
    return match(talks, official(), said);
  }

  Match match(Talks talks, Official official, String text) {
    Talks.Said statement = talks.said(official, text).in(spoken).as("foreign minister");
    if (speaker.equals("DIPLOMAT")) {
      statement.unnamed(
          switch (spoken) {
            case RUSSIAN -> "высокопоставленный сорванский дипломат";
            case UKRAINIAN -> "високопоставлений сорванський дипломат";
            default -> "a senior Sorvanian diplomat";
          });
    }
    return kind == Kind.VERBATIM ? statement.verbatim().match() : statement.match();
  }

  Question question() {
    return Talks.question("?", asked, Intent.WHAT_WAS_SAID, Talks.HOLT, Talks.DRAV);
  }

  Draft saying(String other) {
    return new Draft(speaker, kind, spoken, said, asked, other);
  }
}
