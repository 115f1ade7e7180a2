package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one document.
 *
 * @param name the file name or address given (for a feed item, the feed's)
 * @param item the feed item's or post's own address or identifier, or null
 * @param outcome what became of it
 */
public record IngestReport(String name, @Nullable String item, Outcome outcome) {

  /** What became of a document. */
  public sealed interface Outcome {}

  /**
   * It is on record now.
   *
   * @param document its number
   * @param language its language; of one in {@link Language#OTHER} only the text is kept
   * @param verbatim how many standing quotations it brought
   * @param reported how many standing reported statements it brought
   * @param held how many statements wait for an editor
   * @param changed how many earlier statements it corrects, retracts or lets be held
   * @param newVersion whether it is a later version of a document on record
   * @param skipped what was found but not taken and why, a phrase each
   */
  public record Stored(
      long document,
      Language language,
      int verbatim,
      int reported,
      int held,
      int changed,
      boolean newVersion,
      List<String> skipped)
      implements Outcome {
    public Stored {
      skipped = List.copyOf(skipped);
    }
  }

  /** It was on record already, with the same text. */
  public record Unchanged(long document) implements Outcome {}

  /**
   * It isn't taken; the store is as it was.
   *
   * @param reason a sentence for the editor
   */
  public record Refused(String reason) implements Outcome {}

  /** Whether the input was at fault. */
  public boolean refused() {
    return outcome instanceof Refused;
  }

  /** The report in one line, without the document's name. */
  public String line() {
    String skipped =
        outcome instanceof Stored stored && !stored.skipped().isEmpty()
            ? "; skipped " + String.join(", ", stored.skipped())
            : "";
    return figures() + skipped;
  }

  /** The same without what was skipped, which names people. */
  public String figures() {
    if (outcome instanceof Refused refused) {
      return "refused: " + refused.reason();
    }
    if (outcome instanceof Stored stored) {
      return figures(stored);
    }
    return "no change, it is on record already";
  }

  private static String figures(Stored stored) {
    StringBuilder line = new StringBuilder();
    if (stored.newVersion()) {
      line.append("new version: ");
    }
    if (stored.language() == Language.OTHER) {
      return line.append("archived; it is not in English, Russian or Ukrainian, so no statement is")
          .append(" taken from it")
          .toString();
    }
    line.append(stored.verbatim()).append(" verbatim, ").append(stored.reported());
    line.append(" reported");
    if (stored.held() > 0) {
      line.append(", ").append(stored.held()).append(" held for review");
    }
    if (stored.changed() > 0) {
      line.append(", ").append(stored.changed()).append(" earlier changed");
    }
    return line.toString();
  }
}
