package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Statement;
import java.util.List;

/**
 * A statement found for a question.
 *
 * @param statement what was said
 * @param document where it stands
 * @param score how well it fits, comparable within one {@link Evidence} only
 * @param reasons why it matched, for receipts («speaker», «concept:sanction», «stem:brochure»)
 * @param stance how it stands to the claim in the question; {@link Stance#OPEN} when there is none
 * @param also the same utterance elsewhere, best first; shown as «also in …», not again
 */
public record Match(
    Statement statement,
    Document document,
    double score,
    List<String> reasons,
    Stance stance,
    List<Twin> also) {
  public Match {
    reasons = List.copyOf(reasons);
    also = List.copyOf(also);
  }

  /** A match for a question without a claim. */
  public Match(
      Statement statement, Document document, double score, List<String> reasons, List<Twin> also) {
    this(statement, document, score, reasons, Stance.OPEN, also);
  }

  /** The same utterance as another document gives it. */
  public record Twin(Statement statement, Document document) {}
}
