package io.github.onrecord.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the day of each entry where a document keeps time itself: a live blog or log whose entries
 * bear the hour, a chronology whose headings are dates, sections headed «Today». An entry's day is
 * that of the last such heading above it, or else the document's own.
 */
final class Chronicle {
  /** So many entries with the hour make a log. */
  private static final int ENTRIES = 3;

  /** A heading that is nothing but a day has no more tokens. */
  private static final int HEADING_TOKENS = 10;

  private final TreeMap<Integer, LocalDate> headings = new TreeMap<>();
  private final boolean kept;

  Chronicle(List<Paragraph> paragraphs, Days days) {
    int entries = 0;
    int headed = 0;
    boolean sections = false;
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.stamped()) {
        entries++;
      }
      boolean heading =
          paragraph.tokens().size() <= HEADING_TOKENS
              && paragraph.block().role() != Block.Role.HEADLINE;
      LocalDate day = heading ? days.heading(paragraph) : null;
      if (day != null) {
        headings.put(paragraph.ordinal(), day);
        headed += paragraph.block().role() == Block.Role.BYLINE ? 0 : 1;
        sections |= paragraph.block().role() == Block.Role.HEADING && days.relative(paragraph);
      }
    }
    kept = entries >= ENTRIES || headed > 1 || sections || headings.size() >= ENTRIES;
    if (entries >= ENTRIES && days.published() != null) {
      headings.putIfAbsent(-1, days.published());
    }
  }

  /** The day of an entry; null when the document keeps no time there. */
  @Nullable LocalDate dayOf(Paragraph paragraph) {
    var heading = kept ? headings.floorEntry(paragraph.ordinal()) : null;
    return heading == null ? null : heading.getValue();
  }

  /** By the index at which each entry begins, the day of all entries; none when time isn't kept. */
  NavigableMap<Integer, LocalDate> entries(List<Paragraph> paragraphs) {
    NavigableMap<Integer, LocalDate> entries = new TreeMap<>();
    for (Paragraph paragraph : paragraphs) {
      LocalDate day = dayOf(paragraph);
      if (day != null) {
        entries.put(paragraph.span().start(), day);
      }
    }
    return entries;
  }
}
