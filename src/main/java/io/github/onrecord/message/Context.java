package io.github.onrecord.message;

import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements where they stand in their document. */
public final class Context {
  private Context() {}

  /** A piece of a passage; {@code marked} when it is the words of a statement. */
  public record Piece(String text, boolean marked) {}

  /** The passages that hold a statement, with the one before and the one after. */
  public static List<Passage> around(Statement statement, List<Passage> passages) {
    int first = passages.size();
    int last = -1;
    for (int i = 0; i < passages.size(); i++) {
      if (holds(passages.get(i), statement)) {
        first = Math.min(first, i);
        last = i;
      }
    }
    return last < 0
        ? List.of()
        : passages.subList(Math.max(0, first - 1), Math.min(last + 2, passages.size()));
  }

  /** Whether a part of the statement stands in the passage. */
  public static boolean holds(Passage passage, Statement statement) {
    return statement.parts().stream().anyMatch(part -> part.span().overlaps(passage.span()));
  }

  /** A passage cut where words of statements begin and end. */
  public static List<Piece> pieces(Passage passage, List<Statement> statements) {
    List<Piece> pieces = new ArrayList<>();
    int at = passage.span().start();
    List<Span> spans =
        statements.stream()
            .flatMap(statement -> statement.parts().stream())
            .map(Part::span)
            .sorted()
            .toList();
    for (Span span : spans) {
      int start = Math.max(span.start(), at);
      int end = Math.min(span.end(), passage.span().end());
      if (start < end) {
        add(pieces, passage, at, start, false);
        add(pieces, passage, start, end, true);
        at = end;
      }
    }
    add(pieces, passage, at, passage.span().end(), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, Passage passage, int from, int to, boolean marked) {
    int offset = passage.span().start();
    String text = passage.text().substring(from - offset, to - offset).replaceAll("\\s+", " ");
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, marked));
    }
  }
}
