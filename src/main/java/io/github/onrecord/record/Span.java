package io.github.onrecord.record;

/**
 * A stretch of a document's text: a W3C Web Annotation text position selector, in UTF-16 units.
 *
 * @param start index of the first unit, 0 or more
 * @param end index after the last unit, more than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("Not a span: [" + start + "," + end + ")");
    }
  }

  /** The text under this span. Throws {@link IndexOutOfBoundsException} when it isn't inside. */
  public String of(String text) {
    return text.substring(start, end);
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
