package io.github.onrecord.record;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One utterance of one speaker as one document gives it.
 *
 * @param id the record's number, positive; 0 before it is stored
 * @param documentId the document that gives it; 0 before it is stored
 * @param speaker whose words these are
 * @param role the speaker's capacity as stated there and then, or null when it isn't
 * @param side whom the speaker spoke for, or null when it isn't known
 * @param kind verbatim words or an account of them
 * @param parts one or more spans of the document's text, in order, not overlapping
 * @param spoken the day of the utterance, or null when the document doesn't fix it
 * @param occasion where or at what it was said ("Geneva", "second round, Brennholm"), or null
 * @param language the language of the parts
 * @param quotedBy who quoted these second-hand words, or null when the document gives them itself
 * @param confidence how sure the attribution is, 0 to 1; 1 for an editor's own label
 * @param reason why the words were given to this speaker («name + verb after the quote»)
 * @param status whether it may be shown
 * @param cause id of the document that corrected or retracted it; null for other statuses
 * @param utterance id of the group of statements that are one utterance; 0 before it is stored
 */
public record Statement(
    long id,
    long documentId,
    Speaker speaker,
    @Nullable String role,
    @Nullable Side side,
    Kind kind,
    List<Part> parts,
    @Nullable LocalDate spoken,
    @Nullable String occasion,
    Language language,
    @Nullable String quotedBy,
    double confidence,
    String reason,
    Status status,
    @Nullable Long cause,
    long utterance) {

  /** Stands between the parts of a statement whose source cut it in two. */
  public static final String GAP = " … ";

  public Statement {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A statement needs at least one part");
    }
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).span().start() < parts.get(i - 1).span().end()) {
        throw new IllegalArgumentException("Parts must follow each other: " + parts);
      }
    }
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("Confidence goes from 0 to 1: " + confidence);
    }
    if (cause != null && (status == Status.STANDING || status == Status.HELD)) {
      throw new IllegalArgumentException("Only a corrected or retracted statement has a cause");
    }
  }

  /** The words, parts joined by {@link #GAP}. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining(GAP));
  }

  /** Whether it may be part of an answer. */
  public boolean standing() {
    return status == Status.STANDING;
  }

  /** What tells the statements of one document apart: who, how, and where in the text. */
  public Identity identity() {
    return new Identity(speaker.shownAs(), kind, parts.stream().map(Part::span).toList());
  }

  /** Two statements of one document with the same identity are the same statement. */
  public record Identity(String speaker, Kind kind, List<Span> spans) {
    public Identity {
      spans = List.copyOf(spans);
    }
  }
}
