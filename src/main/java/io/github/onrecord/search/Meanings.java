package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a word or phrase means, whatever its form: for those who compare texts word by word.
 * Immutable and safe for use by several threads.
 */
public final class Meanings {
  /** Sounds shorter than this are too often alike by chance. */
  private static final int SHORTEST_SOUND = 3;

  private final Lexicon lexicon;

  /** Meanings by a lexicon. */
  public Meanings(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The keys that a text shares with texts of the same meaning: for a single word, the stems of its
   * language ({@code e:}, {@code r:}, {@code u:}) and its sound in Latin letters ({@code x:}); for
   * a word or phrase, the concepts that it names as a whole ({@code c:}).
   */
  public Set<String> of(String text, Language language) {
    List<Token> tokens = lexicon.words().of(text);
    List<List<String>> stems =
        tokens.stream().map(token -> lexicon.forms().of(token.text(), language).stems()).toList();
    Set<String> keys = new LinkedHashSet<>();
    if (tokens.size() == 1) {
      stems.get(0).forEach(stem -> keys.add(Analysis.prefix(language) + stem));
      String sound = NameKey.of(tokens.get(0).text());
      if (sound.length() >= SHORTEST_SOUND) {
        keys.add("x:" + sound);
      }
    }
    for (Lexicon.Hit hit : lexicon.find(stems, language)) {
      if (hit.from() == 0 && hit.to() == tokens.size()) {
        keys.add("c:" + hit.concept());
      }
    }
    return keys;
  }
}
