package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The verbs by which a language tells who said something, in any form, and the phrases that do so
 * without a verb (according to, «по словам»): {@code verbs.tsv} and {@code phrases.tsv}.
 */
final class SpeechVerbs {
  private static final List<String> SOURCE_PHRASES = List.of("source-of");

  private final WordForms forms;
  private final PerLanguage<Set<String>> verbs;
  private final PerLanguage<List<List<String>>> phrases;

  SpeechVerbs(Words words, WordForms forms) {
    this.forms = forms;
    this.verbs = new PerLanguage<>(language -> verbs(language, words, forms));
    this.phrases = new PerLanguage<>(language -> phrases(language, words));
  }

  private static Set<String> verbs(Language language, Words words, WordForms forms) {
    Set<String> stems = new HashSet<>();
    for (String[] row : rows(language, "verbs.tsv")) {
      for (String form : row[0].split("\\|", -1)) {
        List<Token> tokens = words.of(form);
        if (!tokens.isEmpty()) {
          stems.addAll(forms.of(tokens.get(0).text(), language).stems());
        }
      }
    }
    return stems;
  }

  private static List<List<String>> phrases(Language language, Words words) {
    List<List<String>> phrases = new ArrayList<>();
    for (String[] row : rows(language, "phrases.tsv")) {
      if (row.length > 1 && SOURCE_PHRASES.contains(row[0])) {
        for (String phrase : row[1].split("\\|", -1)) {
          phrases.add(words.of(phrase).stream().map(Token::text).toList());
        }
      }
    }
    return phrases;
  }

  private static List<String[]> rows(Language language, String file) {
    String path = "/language/" + language.code() + "/" + file;
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = SpeechVerbs.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The program's file " + path + " is missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> rows.add(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + path, e);
    }
    return rows;
  }

  /** Whether a word is a form of a verb of speech. */
  boolean verb(String word, Language language) {
    return forms.of(word, language).stems().stream().anyMatch(verbs.of(language)::contains);
  }

  /** Whether a phrase that names a source ends right before a word. */
  boolean sourceBefore(Draft draft, int at) {
    for (List<String> phrase : phrases.of(draft.language())) {
      int from = at - phrase.size();
      if (from >= 0) {
        boolean fits = true;
        for (int i = 0; i < phrase.size() && fits; i++) {
          fits = draft.word(from + i).equals(phrase.get(i));
        }
        if (fits) {
          return true;
        }
      }
    }
    return false;
  }
}
