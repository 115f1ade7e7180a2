package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.List;

/**
 * What a form other than running prose brought.
 *
 * @param drafts the statements
 * @param spans the stretches that belong to the form, officials' words or not: nothing else is to
 *     be looked for there, and none of it is the source's own account
 */
record Taken(List<Draft> drafts, List<Span> spans) {
  Taken {
    drafts = List.copyOf(drafts);
    spans = List.copyOf(spans);
  }

  boolean holds(Paragraph paragraph) {
    return spans.stream().anyMatch(s -> s.contains(paragraph.span()));
  }
}
