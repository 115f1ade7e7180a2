package io.github.onrecord.check;

import io.github.onrecord.record.Span;
import io.github.onrecord.search.Claimants;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Wording;
import io.github.onrecord.search.Wordings;
import java.util.List;

/** Checks the quotations of a text against the record. Safe for use by several threads. */
public final class Checker {
  /** Characters of a text; a longer one isn't checked at once. */
  public static final int LONGEST = 4096;

  /** Words in marks that are more than a name or a term. */
  private static final int QUOTATION = 5;

  private final Wordings wordings;
  private final Claims claims;
  private final Judge judge;

  /** Checks against the record of an index. */
  public Checker(RecordIndex index) {
    Claimants claimants = new Claimants(index);
    this.wordings = new Wordings(index);
    this.claims = new Claims(claimants);
    this.judge = new Judge(wordings, claimants);
  }

  /**
   * The quotations of a text, each with what the record says about it.
   *
   * @param text what somebody pasted, of at most {@link #LONGEST} characters
   * @throws IllegalArgumentException when it is longer
   */
  public Checked check(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(text.length() + " characters are more than " + LONGEST);
    }
    wordings.catchUp();
    return new Checked(wordings.language(text), read(text).stream().map(judge::judge).toList());
  }

  /**
   * Whether a text is a quotation, with little else than who said it, and asks nothing: what
   * somebody pastes or forwards to learn whether it is on record.
   */
  public static boolean quotation(String text) {
    StringBuilder around = new StringBuilder();
    int quoted = 0;
    int from = 0;
    for (Span span : Marks.in(text)) {
      around.append(text.substring(from, span.start()));
      quoted += Wording.of(span.of(text)).size();
      from = span.end();
    }
    around.append(text.substring(from));
    return quoted >= QUOTATION
        && quoted >= Wording.of(around.toString()).size()
        && around.indexOf("?") < 0;
  }

  /** Words with marks in them that are on record as they stand are one quotation. */
  private List<Claim> read(String text) {
    List<Claim> inMarks = claims.in(text);
    Claim whole = Claim.of(text.strip(), null);
    boolean more =
        whole.wording().size() > inMarks.stream().mapToInt(claim -> claim.wording().size()).sum();
    return more && whole.wording().size() > Patchwork.SHORTEST && judge.onRecord(whole.wording())
        ? List.of(whole)
        : inMarks;
  }
}
