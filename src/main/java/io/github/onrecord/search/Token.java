package io.github.onrecord.search;

import io.github.onrecord.record.Span;

/**
 * A word of a text.
 *
 * @param text lower case, compatibility forms and accents folded, «ё» as «е», apostrophes as '
 * @param surface as written
 * @param span where it stands
 */
record Token(String text, String surface, Span span) {

  /** Whether it is written with a capital first letter. */
  boolean capital() {
    return Character.isUpperCase(surface.codePointAt(0));
  }

  /** Whether it begins with a digit. */
  boolean number() {
    return Character.isDigit(text.codePointAt(0));
  }

  /** Whether it is written in Cyrillic letters. */
  boolean cyrillic() {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
  }
}
