package io.github.onrecord.record;

import java.util.Locale;

/** A language that the record can answer in; documents in others are archived as {@link #OTHER}. */
public enum Language {
  ENGLISH("en"),
  RUSSIAN("ru"),
  UKRAINIAN("uk"),
  /** Any other language: stored, but no statement is taken from it. ISO 639-2 "undetermined". */
  OTHER("und");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The ISO 639 code: {@code en}, {@code ru}, {@code uk}, or {@code und}. */
  public String code() {
    return code;
  }

  /** The locale in which messages of this language are written; {@link Locale#ROOT} for others. */
  public Locale locale() {
    return this == OTHER ? Locale.ROOT : Locale.forLanguageTag(code);
  }

  /**
   * The language of a BCP 47 tag ({@code en-GB}, {@code uk_UA}); {@link #OTHER} for unknown ones.
   */
  public static Language of(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    for (Language language : values()) {
      if (lower.equals(language.code)
          || lower.startsWith(language.code + "-")
          || lower.startsWith(language.code + "_")) {
        return language;
      }
    }
    return OTHER;
  }
}
