package io.github.onrecord.ingest;

import java.util.Set;

/**
 * A form of a verb of speech.
 *
 * @param words how many tokens it takes
 * @param flags what it can take
 * @param form who or what it agrees with
 */
record Verb(int words, Set<Flag> flags, Form form) {

  /** What stands after the verb, and whether the verb belongs to the statement. */
  enum Flag {
    THAT,
    BARE,
    TOLD,
    KEEP,
    OBJECT,
    NOUN,
    WISH,
    COLON,
    DOCUMENT
  }

  /** What the form tells about the subject. */
  enum Form {
    /** Past masculine. */
    MAN,
    /** Past feminine. */
    WOMAN,
    /** Plural. */
    PEOPLE,
    /** Finite, with no gender. */
    ANY,
    /** The English base form: finite only after a plural subject. */
    BASE,
    /** A participle or gerund («adding», «добавив»): its subject is the sentence's. */
    GERUND
  }

  boolean takes(Flag flag) {
    return flags.contains(flag);
  }
}
