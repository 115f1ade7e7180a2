package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Leads the forms of a word to what they share: a Snowball stem in English; in Russian the Snowball
 * stem of the dictionary's base form; in Ukrainian the dictionary's base form. Words that the
 * dictionaries don't know lose their inflection only.
 */
final class WordForms {
  /** Words remembered per language: an hour's talk is a few thousand. */
  private static final int REMEMBERED = 30_000;

  /** More base forms than this and the word says nothing certain. */
  private static final int MOST_BASE_FORMS = 4;

  private static final Map<Language, String> DICTIONARIES =
      Map.of(
          Language.RUSSIAN, "/org/languagetool/resource/ru/russian",
          Language.UKRAINIAN, "/ua/net/nlp/ukrainian");

  private final PerLanguage<Dictionary> dictionaries =
      new PerLanguage<>(language -> dictionary(DICTIONARIES.get(language)));
  private final ThreadLocal<PerLanguage<DictionaryLookup>> lookups =
      ThreadLocal.withInitial(
          () -> new PerLanguage<>(language -> new DictionaryLookup(dictionaries.of(language))));
  private final ThreadLocal<PerLanguage<SnowballStemmer>> stemmers =
      ThreadLocal.withInitial(
          () ->
              new PerLanguage<>(
                  language ->
                      language == Language.RUSSIAN ? new RussianStemmer() : new EnglishStemmer()));
  private final Map<Language, Map<String, Forms>> remembered =
      Map.of(
          Language.ENGLISH, new ConcurrentHashMap<>(),
          Language.RUSSIAN, new ConcurrentHashMap<>(),
          Language.UKRAINIAN, new ConcurrentHashMap<>());

  /**
   * What a word leads to.
   *
   * @param stems one or more
   * @param known whether a dictionary of the language has it; never true in English, for which
   *     there is none
   */
  record Forms(List<String> stems, boolean known) {
    Forms {
      stems = List.copyOf(stems);
    }
  }

  /** The stems of a folded word read as a word of a language. */
  Forms of(String word, Language language) {
    Map<String, Forms> memory = remembered.get(language);
    if (memory == null) {
      return new Forms(List.of(word), false);
    }
    Forms forms = memory.get(word);
    if (forms == null) {
      forms = find(word, language);
      if (memory.size() >= REMEMBERED) {
        memory.clear();
      }
      memory.put(word, forms);
    }
    return forms;
  }

  private Forms find(String word, Language language) {
    if (language == Language.ENGLISH) {
      String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      return new Forms(List.of(stem(bare.replace("'", ""), language)), false);
    }
    List<String> bases = bases(lookups.get().of(language), word);
    if (language == Language.RUSSIAN) {
      return bases.isEmpty()
          ? new Forms(List.of(stem(word, language)), false)
          : new Forms(bases.stream().map(base -> stem(base, language)).distinct().toList(), true);
    }
    return bases.isEmpty()
        ? new Forms(List.of(NameKey.withoutEnding(word)), false)
        : new Forms(bases, true);
  }

  private static List<String> bases(DictionaryLookup lookup, String word) {
    List<String> bases = new ArrayList<>();
    for (WordData data : lookup.lookup(word)) {
      CharSequence stem = data.getStem();
      if (stem != null) {
        String base = Words.fold(stem.toString());
        if (!bases.contains(base) && bases.size() < MOST_BASE_FORMS) {
          bases.add(base);
        }
      }
    }
    return bases;
  }

  private String stem(String word, Language language) {
    SnowballStemmer stemmer = stemmers.get().of(language);
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private static Dictionary dictionary(@Nullable String resource) {
    try (InputStream fsa = WordForms.class.getResourceAsStream(resource + ".dict");
        InputStream info = WordForms.class.getResourceAsStream(resource + ".info")) {
      if (fsa == null || info == null) {
        throw new IllegalStateException("The dictionary " + resource + " is not on the class path");
      }
      return Dictionary.read(fsa, info);
    } catch (IOException e) {
      throw new UncheckedIOException(
          String.format(Locale.ROOT, "Reading the dictionary %s", resource), e);
    }
  }
}
