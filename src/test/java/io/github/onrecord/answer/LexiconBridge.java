package io.github.onrecord.answer;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The lexicon of {@code config/lexicon}, read as simply as can be, as a bridge for tests. */
final class LexiconBridge implements TermBridge {
  private final Map<Language, Map<String, Set<String>>> concepts = new EnumMap<>(Language.class);
  private final Map<Language, VerifierWords> words = VerifierWords.load();

  LexiconBridge() throws IOException {
    Language[] columns = {Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN};
    for (Language language : columns) {
      concepts.put(language, new HashMap<>());
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> folder = Files.list(Path.of("config", "lexicon"))) {
      folder.filter(file -> file.toString().endsWith(".tsv")).sorted().forEach(files::add);
    }
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t", -1);
        for (int i = 0; !line.startsWith("#") && i + 1 < Math.min(cells.length, 4); i++) {
          for (String phrase : cells[i + 1].split("\\|", -1)) {
            for (String key : keys(phrase, columns[i])) {
              concepts.get(columns[i]).computeIfAbsent(key, k -> new HashSet<>()).add(cells[0]);
            }
          }
        }
      }
    }
  }

  @Override
  public Set<String> terms(String text, Language language) {
    Set<String> terms = new HashSet<>();
    for (String key : keys(text, language)) {
      terms.addAll(concepts.get(language).getOrDefault(key, Set.of()));
    }
    return terms;
  }

  /** A phrase under the stems of its words. */
  private Set<String> keys(String phrase, Language language) {
    Set<String> keys = Set.of("");
    for (Token token : words.get(language).usual(Token.of(phrase))) {
      Set<String> longer = new HashSet<>();
      for (String key : keys) {
        for (String stem : words.get(language).stems().keys(token.lower())) {
          longer.add(key + " " + stem);
        }
      }
      keys = longer;
    }
    return keys;
  }
}
