package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as attribution found it, before people and days are settled.
 *
 * @param parts its spans, in order
 * @param kind verbatim or reported
 * @param speaker whose words they are
 * @param reason why, for the editor
 * @param paragraph ordinal of the block in which the speaker is named
 * @param around the stretch of text in which the attribution stands: where a day may be stated
 * @param at where in it the verb stands, or else its beginning
 * @param quotedBy who quotes these second-hand words, or null
 */
record Draft(
    List<Span> parts,
    Kind kind,
    Scene.Found speaker,
    String reason,
    int paragraph,
    Span around,
    int at,
    @Nullable Voice quotedBy) {
  Draft {
    parts = List.copyOf(parts);
  }

  Draft(
      List<Span> parts,
      Kind kind,
      Scene.Found speaker,
      String reason,
      int paragraph,
      Span around,
      @Nullable Voice quotedBy) {
    this(parts, kind, speaker, reason, paragraph, around, around.start(), quotedBy);
  }

  int start() {
    return parts.get(0).start();
  }

  int end() {
    return parts.get(parts.size() - 1).end();
  }

  Draft with(List<Span> more) {
    return new Draft(more, kind, speaker, reason, paragraph, around, at, quotedBy);
  }

  Draft quotedBy(Voice voice) {
    return new Draft(parts, kind, speaker, reason, paragraph, around, at, voice);
  }
}
