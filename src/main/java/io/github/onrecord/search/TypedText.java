package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person meant to type: tells the language of a short text, undoes a wrong keyboard layout,
 * and writes out slang.
 */
final class TypedText {
  /** A text reads as a language's own when so many of its words are known there. */
  private static final double MOSTLY_KNOWN = 0.6;

  private static final double HARDLY_KNOWN = 0.35;

  /** Two languages that a text fits so equally are not told apart by it. */
  private static final double UNDECIDED = 0.05;

  /** What a small word that only one of two languages has counts for. */
  private static final double SMALL_WORD = 0.25;

  private static final String RUSSIAN_ONLY = "ыэъё";
  private static final String UKRAINIAN_ONLY = "іїєґ";

  /** A text as meant, and its language. */
  record Meant(String text, Language language) {}

  private final Lexicon lexicon;
  private final StopWords stops;
  private final Map<Language, Map<String, String>> spelling = new HashMap<>();
  private final Map<Language, Map<Character, String>> fromLatin = new HashMap<>();
  private final Map<Character, String> fromCyrillic = new HashMap<>();

  TypedText(Analysis analysis) {
    this.lexicon = analysis.lexicon();
    this.stops = analysis.stops();
    for (List<String> row : LanguageData.rows("spelling.tsv", 3)) {
      spelling
          .computeIfAbsent(LanguageData.language(row.get(0)), key -> new HashMap<>())
          .put(Words.fold(row.get(1)), row.get(2));
    }
    Map<Character, String> russian = new HashMap<>();
    Map<Character, String> ukrainian = new HashMap<>();
    for (List<String> row : LanguageData.rows("layout.tsv", 3)) {
      char key = row.get(0).charAt(0);
      russian.put(key, row.get(1));
      ukrainian.put(key, row.get(2));
      fromCyrillic.put(row.get(1).charAt(0), row.get(0));
      fromCyrillic.putIfAbsent(row.get(2).charAt(0), row.get(0));
    }
    fromLatin.put(Language.RUSSIAN, russian);
    fromLatin.put(Language.UKRAINIAN, ukrainian);
  }

  /**
   * What was meant.
   *
   * @param before the language of what the same person typed before, which decides where the words
   *     don't; or null
   */
  Meant read(String text, @Nullable Language before) {
    Meant meant = undoLayout(text, before);
    return new Meant(writeOut(meant), meant.language());
  }

  /** The language of a text, taken as it is typed. */
  Language language(String text) {
    return language(text, lexicon.words().of(text), null);
  }

  private Language language(String text, List<Token> tokens, @Nullable Language before) {
    return mostlyCyrillic(tokens) ? cyrillicLanguage(text, tokens, before) : Language.ENGLISH;
  }

  private static boolean mostlyCyrillic(List<Token> tokens) {
    return tokens.stream().filter(Token::cyrillic).count() * 2 > words(tokens);
  }

  private Meant undoLayout(String text, @Nullable Language before) {
    List<Token> tokens = lexicon.words().of(text);
    boolean cyrillic = mostlyCyrillic(tokens);
    Language language = language(text, tokens, before);
    if (known(tokens, language) >= HARDLY_KNOWN) {
      return new Meant(text, language);
    }
    Meant best = new Meant(text, language);
    double bestKnown = MOSTLY_KNOWN;
    for (Language other :
        cyrillic ? List.of(Language.ENGLISH) : List.of(Language.RUSSIAN, Language.UKRAINIAN)) {
      String retyped =
          retype(text, cyrillic ? fromCyrillic : fromLatin.getOrDefault(other, Map.of()));
      double share = known(lexicon.words().of(retyped), other);
      if (share > bestKnown) {
        best = new Meant(retyped, other);
        bestKnown = share;
      }
    }
    return best;
  }

  private static long words(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.number()).count();
  }

  /** Russian or Ukrainian: by letters that only one has, else by known words. */
  private Language cyrillicLanguage(String text, List<Token> tokens, @Nullable Language before) {
    String lower = text.toLowerCase(Locale.ROOT);
    long russian = lower.chars().filter(c -> RUSSIAN_ONLY.indexOf(c) >= 0).count();
    long ukrainian = lower.chars().filter(c -> UKRAINIAN_ONLY.indexOf(c) >= 0).count();
    if (russian != ukrainian && Math.min(russian, ukrainian) == 0) {
      return russian > ukrainian ? Language.RUSSIAN : Language.UKRAINIAN;
    }
    double asRussian = known(tokens, Language.RUSSIAN) + 0.01 * russian;
    double asUkrainian = known(tokens, Language.UKRAINIAN) + 0.01 * ukrainian;
    for (Token token : tokens) {
      // Names and half of all words are in both dictionaries; the small words tell.
      boolean smallRussian = small(token, Language.RUSSIAN);
      boolean smallUkrainian = small(token, Language.UKRAINIAN);
      if (smallRussian != smallUkrainian) {
        asRussian += smallRussian ? weight(token, Language.RUSSIAN) : 0;
        asUkrainian += smallUkrainian ? weight(token, Language.UKRAINIAN) : 0;
      }
    }
    if (Math.abs(asUkrainian - asRussian) < UNDECIDED && before == Language.UKRAINIAN) {
      return before;
    }
    return asUkrainian > asRussian ? Language.UKRAINIAN : Language.RUSSIAN;
  }

  /** «Як» is Ukrainian; «другого» may be a form of a small word and of another one. */
  private double weight(Token token, Language language) {
    return stops.lists(token.text(), language) ? SMALL_WORD : SMALL_WORD / 2;
  }

  private boolean small(Token token, Language language) {
    return stops.contains(
        token.text(), lexicon.forms().of(token.text(), language).stems(), language);
  }

  /** The share of words that the language has. */
  private double known(List<Token> tokens, Language language) {
    long all = 0;
    long known = 0;
    for (Token token : tokens) {
      if (token.number()) {
        continue;
      }
      all++;
      WordForms.Forms forms = lexicon.forms().of(token.text(), language);
      if (forms.known()
          || stops.contains(token.text(), forms.stems(), language)
          || spelling.getOrDefault(language, Map.of()).containsKey(token.text())
          || forms.stems().stream().anyMatch(stem -> lexicon.knows(stem, language))) {
        known++;
      }
    }
    return all == 0 ? 1 : (double) known / all;
  }

  private static String retype(String text, Map<Character, String> keys) {
    StringBuilder retyped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char lower = Character.toLowerCase(c);
      String key = keys.get(lower);
      if (key == null) {
        retyped.append(c);
      } else {
        retyped.append(lower == c ? key : key.toUpperCase(Locale.ROOT));
      }
    }
    return retyped.toString();
  }

  private String writeOut(Meant meant) {
    Map<String, String> own = spelling.getOrDefault(meant.language(), Map.of());
    List<Token> slang = new ArrayList<>();
    for (Token token : lexicon.words().of(meant.text())) {
      if (own.containsKey(token.text())) {
        slang.add(token);
      }
    }
    StringBuilder text = new StringBuilder(meant.text());
    for (int i = slang.size() - 1; i >= 0; i--) {
      Token token = slang.get(i);
      text.replace(
          token.span().start(),
          token.span().end(),
          own.getOrDefault(token.text(), token.surface()));
    }
    return text.toString();
  }
}
