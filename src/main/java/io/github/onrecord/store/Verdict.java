package io.github.onrecord.store;

import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import org.jspecify.annotations.Nullable;

/** What an editor says of a statement. */
public sealed interface Verdict {

  /** It is right: it stands. */
  record Accept() implements Verdict {}

  /**
   * The words are right, but somebody else's: it stands under that speaker.
   *
   * @param speaker whose words they are; a {@link Speaker.Named} with number 0 means the one
   *     official of that name
   * @param side whom that speaker spoke for, or null when it isn't known
   */
  record ChangeSpeaker(Speaker speaker, @Nullable Side side) implements Verdict {}

  /** It is no official's statement: it stays out of every answer. */
  record Reject() implements Verdict {}
}
