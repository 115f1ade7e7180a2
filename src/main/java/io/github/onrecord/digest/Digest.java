package io.github.onrecord.digest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came on record after a change number.
 *
 * @param followed what is new of what the reader follows, newest first
 * @param sides what else is new, by side; the side with the newest statement first
 * @param omitted how many new statements are left out because one can't read so many at once
 * @param standing how many statements stand on record in all
 * @param upTo the record's last change that was looked at; the next summary begins after it
 */
public record Digest(
    List<Entry> followed, List<OfSide> sides, int omitted, long standing, long upTo) {
  public Digest {
    followed = List.copyOf(followed);
    sides = List.copyOf(sides);
  }

  /** Whether nothing is new. */
  public boolean isEmpty() {
    return followed.isEmpty() && sides.isEmpty();
  }

  /** How many new statements it shows. */
  public int shown() {
    return entries().size();
  }

  /** What it shows, in reading order. */
  public List<Entry> entries() {
    return Stream.concat(followed.stream(), sides.stream().flatMap(side -> side.entries().stream()))
        .toList();
  }

  /**
   * What is new from one side.
   *
   * @param side the side, or null for speakers of whom no document says for whom they spoke
   * @param entries newest first within each official; the official with the newest first
   */
  public record OfSide(@Nullable Side side, List<Entry> entries) {
    public OfSide {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A new statement; one for each utterance.
   *
   * @param also other documents that brought the same utterance
   */
  public record Entry(Statement statement, Document document, List<Document> also) {
    public Entry {
      also = List.copyOf(also);
    }
  }
}
