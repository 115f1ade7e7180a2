package io.github.onrecord.ingest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Publication;
import java.util.List;

/** Finds in a document all that it brings into the record. */
interface Assembly {
  /**
   * Makes the publication of a document.
   *
   * @param text the document as a reader found it
   * @param document the same as it will be archived, with its previous version if it has one
   */
  Assembled assemble(DocumentText text, Document document);

  /**
   * A publication, and what was left out of it.
   *
   * @param skipped what was found but not taken and why, a phrase each, for the editor
   */
  record Assembled(Publication publication, List<String> skipped) {
    public Assembled {
      skipped = List.copyOf(skipped);
    }
  }
}
