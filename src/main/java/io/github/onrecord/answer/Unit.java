package io.github.onrecord.answer;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is compared between a sentence and a statement: a word with meaning, a number, a name.
 *
 * @param kind what it is
 * @param keys two units are the same when they share one
 * @param shown the word as it stands, for the reason of a refusal
 * @param local whether it means something only among words of its own language
 * @param tense whether it has the form of a past, where forms tell
 */
record Unit(Kind kind, Set<String> keys, String shown, boolean local, Tense tense) {
  /** What a word's form tells of the time. */
  enum Tense {
    UNKNOWN,
    PAST,
    OTHER
  }

  enum Kind {
    CONTENT,
    NAME,
    NUMBER,
    /** Negation, modality, condition, limit …: what may be neither added nor dropped. */
    FORCE,
    /** The speaker speaking of himself or herself. */
    SELF
  }

  /** The key of a speaker who says «I» or «we». */
  static final String SELF_KEY = "self";

  Unit {
    keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
  }

  Unit(Kind kind, Set<String> keys, String shown) {
    this(kind, keys, shown, false, Tense.UNKNOWN);
  }

  /** Whether both mean the same, in whatever form. */
  boolean means(Unit other) {
    return keys.stream().anyMatch(other.keys::contains);
  }

  /** Whether both are the same in one language, whose forms don't contradict each other in time. */
  boolean same(Unit other) {
    return means(other)
        && (tense == other.tense || tense == Tense.UNKNOWN || other.tense == Tense.UNKNOWN);
  }

  /** Whether a sentence that uses the clause must carry it too. */
  boolean required() {
    return kind == Kind.FORCE || kind == Kind.NUMBER;
  }

  boolean negation() {
    return keys.contains("f:not");
  }

  boolean self() {
    return keys.contains(SELF_KEY);
  }

  Unit with(String key) {
    Set<String> more = new LinkedHashSet<>(keys);
    more.add(key);
    return new Unit(kind, more, shown, local, tense);
  }
}
