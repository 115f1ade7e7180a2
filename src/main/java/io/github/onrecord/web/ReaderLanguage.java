package io.github.onrecord.web;

import io.github.onrecord.record.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language a page is written for its reader. */
final class ReaderLanguage {
  static final List<Language> OFFERED =
      List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN);

  private static final List<Locale> LOCALES = OFFERED.stream().map(Language::locale).toList();

  private ReaderLanguage() {}

  /** The language of the page's address, or null when the address leaves it to the browser. */
  static @Nullable Language chosen(@Nullable String parameter) {
    Language language = parameter == null ? Language.OTHER : Language.of(parameter);
    return language == Language.OTHER ? null : language;
  }

  /** The first language that the browser asks for and that there is; English when there is none. */
  static Language accepted(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Language.ENGLISH;
    }
    try {
      Locale locale = Locale.lookup(Locale.LanguageRange.parse(header), LOCALES);
      return locale == null ? Language.ENGLISH : Language.of(locale.getLanguage());
    } catch (IllegalArgumentException notALanguageRange) {
      return Language.ENGLISH;
    }
  }
}
