package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Something that exists for each language and is made when a language is first needed: whoever asks
 * in English doesn't wait for the Russian and Ukrainian dictionaries.
 */
final class PerLanguage<T> {
  private final Function<Language, T> maker;
  private final Map<Language, T> made = new ConcurrentHashMap<>();

  PerLanguage(Function<Language, T> maker) {
    this.maker = maker;
  }

  T of(Language language) {
    T own = made.get(language);
    return own == null ? made.computeIfAbsent(language, maker) : own;
  }
}
