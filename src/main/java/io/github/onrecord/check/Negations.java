package io.github.onrecord.check;

import io.github.onrecord.record.Language;
import io.github.onrecord.search.Wording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words that turn a claim round: {@code verifier-negations.txt} of each language. */
final class Negations {
  private static final List<Language> LANGUAGES =
      List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN);

  /** Rows whose words negate what comes right after them. */
  private static final Set<String> ROWS = Set.of("not", "without", "impossible", "unlikely");

  /** How English writes "not" at the end of a word. */
  private static final String NOT = "n't";

  private final Set<String> words = new HashSet<>();

  Negations() {
    LANGUAGES.forEach(this::read);
  }

  private void read(Language language) {
    String path = "/language/" + language.code() + "/verifier-negations.txt";
    try (InputStream in = Negations.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The program's file " + path + " is missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && line.indexOf(':') > 0)
          .filter(line -> ROWS.contains(line.substring(0, line.indexOf(':'))))
          .flatMap(line -> List.of(line.substring(line.indexOf(':') + 1).split(",", -1)).stream())
          .map(Wording::of)
          .filter(phrase -> phrase.size() == 1)
          .forEach(phrase -> words.add(phrase.words().get(0).text()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + path, e);
    }
  }

  /** Whether a word negates what comes after it. */
  boolean is(Wording.Word word) {
    return words.contains(word.text()) || word.text().endsWith(NOT) || word.text().equals("cannot");
  }

  /** Whether some word of a text negates. */
  boolean in(Wording wording) {
    return wording.words().stream().anyMatch(this::is);
  }
}
