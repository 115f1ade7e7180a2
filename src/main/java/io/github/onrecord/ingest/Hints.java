package io.github.onrecord.ingest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says of a document; it fills only what the document itself leaves open.
 *
 * @param published the day of publication, or null
 * @param source the outlet, institution or channel, or null
 * @param url the address where people can read it, or null
 */
public record Hints(@Nullable LocalDate published, @Nullable String source, @Nullable String url) {
  /** An editor who says nothing. */
  public static final Hints NONE = new Hints(null, null, null);

  DocumentText fill(DocumentText text) {
    return new DocumentText(
        text.name(),
        text.item(),
        text.url() == null ? url : text.url(),
        text.source() == null ? source : text.source(),
        text.title(),
        text.language(),
        text.published() == null ? published : text.published(),
        text.zone(),
        text.text(),
        text.blocks());
  }
}
