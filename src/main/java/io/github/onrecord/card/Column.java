package io.github.onrecord.card;

import io.github.onrecord.card.Fonts.Style;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** Lines of text below each other, broken to a width; first measured, then painted. */
final class Column {
  /** Antialiased and unhinted: lines break the same way on every machine. */
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** Space between lines, as a share of the size. */
  private static final float LEADING = 1.32f;

  private final Fonts fonts;
  private final float width;
  private final List<Line> lines = new ArrayList<>();
  private float height;

  Column(Fonts fonts, float width) {
    this.fonts = fonts;
    this.width = width;
  }

  private record Line(TextLayout layout, float baseline, Color color) {}

  /** Adds a paragraph; an empty text adds nothing. */
  Column add(String text, Style style, float size, Color color) {
    if (text.isBlank()) {
      return this;
    }
    AttributedString set = fonts.set(text, style, size);
    LineBreakMeasurer measurer = new LineBreakMeasurer(set.getIterator(), CONTEXT);
    int end = set.getIterator().getEndIndex();
    while (measurer.getPosition() < end) {
      lines.add(new Line(measurer.nextLayout(width), height + size, color));
      height += size * LEADING;
    }
    return this;
  }

  /** Adds empty space. */
  Column space(float pixels) {
    height += pixels;
    return this;
  }

  /** Pixels of the widest line, rounded up. */
  int width() {
    return (int)
        Math.ceil(lines.stream().mapToDouble(line -> line.layout().getAdvance()).max().orElse(0));
  }

  float height() {
    return height;
  }

  /** Paints the lines; one that is written from right to left ends at the right edge. */
  void paint(Graphics2D graphics, float x, float y) {
    for (Line line : lines) {
      graphics.setColor(line.color());
      TextLayout layout = line.layout();
      float indent = layout.isLeftToRight() ? 0 : width - layout.getVisibleAdvance();
      layout.draw(graphics, x + indent, y + line.baseline());
    }
  }
}
