package io.github.onrecord.check;

import io.github.onrecord.search.Match;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quotation, checked against the record.
 *
 * @param text the quotation, without its marks
 * @param speaker who is claimed to have said it, as written; null when nobody is named
 * @param verdict what the record says about it
 * @param difference from the first of {@code statements}, when it is {@link Verdict#ALTERED}
 * @param statements what on record the verdict rests on, best first; for {@link Verdict#STITCHED}
 *     in the order of the pieces; empty when nothing is on record
 * @param remarks what else should be known
 */
public record CheckedQuote(
    String text,
    @Nullable String speaker,
    Verdict verdict,
    @Nullable Difference difference,
    List<Match.Twin> statements,
    Set<Remark> remarks) {
  public CheckedQuote {
    statements = List.copyOf(statements);
    remarks = Set.copyOf(remarks);
    if ((verdict == Verdict.ALTERED) != (difference != null)) {
      throw new IllegalArgumentException("An altered quotation, and no other, has a difference");
    }
    if (verdict == Verdict.EXACT && !statements.stream().allMatch(s -> s.statement().standing())) {
      throw new IllegalArgumentException("What was withdrawn isn't exact");
    }
  }

  /** Something that the verdict alone doesn't say. */
  public enum Remark {
    /** It is only a part of a statement. */
    PART,
    /** The statement isn't by whoever is claimed. */
    OTHER_SPEAKER,
    /** The words were on record and have been corrected or withdrawn since. */
    WITHDRAWN,
    /** Letters of another alphabet stand in its words. */
    FOREIGN_LETTERS
  }
}
