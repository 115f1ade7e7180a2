package io.github.onrecord.digest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came on record after a change number.
 *
 * @param followed what is new of what the reader follows, newest first, repeated or changed or not
 * @param groups what else is new, by talks and side; the talks and the side with the newest first
 * @param changed what else somebody says now in other words than before, newest first
 * @param repeated what else somebody has said again, newest first
 * @param withdrawn what was told before and was corrected or retracted since
 * @param omitted how many new statements are left out because one can't read so many at once
 * @param standing how many statements stand on record in all
 * @param upTo the record's last change that was looked at; the next summary begins after it
 */
public record Digest(
    List<Entry> followed,
    List<Group> groups,
    List<Entry> changed,
    List<Entry> repeated,
    List<Entry> withdrawn,
    int omitted,
    long standing,
    long upTo) {
  public Digest {
    followed = List.copyOf(followed);
    groups = List.copyOf(groups);
    changed = List.copyOf(changed);
    repeated = List.copyOf(repeated);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Whether nothing is new and nothing was withdrawn. */
  public boolean isEmpty() {
    return shown() == 0 && withdrawn.isEmpty();
  }

  /** How many new statements it shows. */
  public int shown() {
    return entries().size();
  }

  /** The new statements that it shows, in reading order. */
  public List<Entry> entries() {
    return Stream.of(
            followed.stream(),
            groups.stream().flatMap(group -> group.entries().stream()),
            changed.stream(),
            repeated.stream())
        .flatMap(each -> each)
        .toList();
  }

  /**
   * What is new of some talks from one side.
   *
   * @param occasion where or at what it was said, or null where no document says
   * @param side the side, or null for speakers of whom no document says for whom they spoke
   * @param entries newest first within each official; the official with the newest first
   */
  public record Group(@Nullable String occasion, @Nullable Side side, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A new statement; one for each utterance.
   *
   * @param also other documents that brought the same utterance
   * @param earlier what the same official said before in the same or nearly the same words, or null
   */
  public record Entry(
      Statement statement, Document document, List<Document> also, @Nullable Earlier earlier) {
    public Entry {
      also = List.copyOf(also);
    }

    /** The same, after what was said before. */
    Entry after(@Nullable Earlier before) {
      return new Entry(statement, document, also, before);
    }

    /** Whether somebody says now in other words what they said before. */
    public boolean changed() {
      return earlier != null && !earlier.same();
    }

    /** Whether somebody has said the same before. */
    public boolean repeated() {
      return earlier != null && earlier.same();
    }
  }

  /**
   * What an official said before.
   *
   * @param statement the last time before
   * @param document where it stands
   * @param same whether the words are the same, apart from case and punctuation
   * @param times how often it was said by now in the same words, this time included
   * @param first the day on which it was said first, or null when no day is known
   */
  public record Earlier(
      Statement statement, Document document, boolean same, int times, @Nullable LocalDate first) {}
}
