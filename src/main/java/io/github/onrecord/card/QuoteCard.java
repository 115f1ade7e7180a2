package io.github.onrecord.card;

import io.github.onrecord.card.Fonts.Style;
import io.github.onrecord.message.CardText;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Draws quote cards. As wide as a telephone shows a picture sharp, as tall as the words need: long
 * ones in smaller type, never shortened here. Own words are set in serif between quotation marks, a
 * report in sans serif under a label that says so. Thread-safe.
 */
public final class QuoteCard {
  /** Pixels from edge to edge. */
  public static final int WIDTH = 1080;

  private static final int MARGIN = 72;
  private static final int BAR = 20;
  private static final int CODE = 210;
  private static final int GAP = 44;

  private static final Color PAPER = new Color(0xfbfaf6);
  private static final Color INK = new Color(0x1b1d21);
  private static final Color GREY = new Color(0x5b6068);
  private static final Color OWN_WORDS = new Color(0x1f4e79);
  private static final Color REPORT = new Color(0x9a4f00);
  private static final Color WARNING = new Color(0xb3261e);

  private final Fonts fonts;

  private QuoteCard(Fonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Loads what drawing needs; it takes a third of a second and some megabytes.
   *
   * @throws CardException when this machine can't draw letters
   */
  public static QuoteCard open() {
    // There is nobody in front of a server's screen; without this, AWT looks for one.
    System.setProperty("java.awt.headless", "true");
    return new QuoteCard(Fonts.load());
  }

  /** The card as a PNG. */
  public byte[] png(CardText card) {
    int inner = WIDTH - BAR - 2 * MARGIN;
    Color accent = card.verbatim() ? OWN_WORDS : REPORT;
    Column label = new Column(fonts, inner - 2 * 20).add(card.kind(), Style.BOLD, 30, Color.WHITE);
    Column words =
        new Column(fonts, inner)
            .add(
                card.words(),
                card.verbatim() ? Style.SERIF : Style.SANS,
                size(card.words().length()),
                INK);
    Column remarks = new Column(fonts, inner);
    card.remarks().forEach(remark -> remarks.add(remark, Style.BOLD, 28, WARNING));
    float aside = card.link() == null ? 0 : CODE + GAP;
    Column below =
        new Column(fonts, inner - aside)
            .add(card.speaker(), Style.BOLD, 40, INK)
            .add(card.capacity(), Style.SANS, 30, INK)
            .space(10)
            .add(card.circumstances(), Style.SANS, 30, GREY)
            .add(card.source(), Style.SANS, 30, GREY);

    float labelTop = MARGIN;
    float wordsTop = labelTop + label.height() + 20 + GAP;
    float remarksTop = wordsTop + words.height() + GAP;
    float ruleTop = remarksTop + (remarks.height() > 0 ? remarks.height() + GAP : 0);
    float belowTop = ruleTop + GAP;
    float foot = Math.max(below.height(), card.link() == null ? 0 : CODE);
    int height = Math.round(belowTop + foot + MARGIN);

    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setColor(PAPER);
      graphics.fillRect(0, 0, WIDTH, height);
      graphics.setColor(accent);
      graphics.fillRect(0, 0, BAR, height);
      int x = BAR + MARGIN;
      int labelHeight = Math.round(label.height()) + 20;
      graphics.fillRoundRect(x, Math.round(labelTop), label.width() + 40, labelHeight, 18, 18);
      label.paint(graphics, x + 20, labelTop + 10);
      words.paint(graphics, x, wordsTop);
      remarks.paint(graphics, x, remarksTop);
      graphics.setColor(accent);
      graphics.fillRect(x, Math.round(ruleTop), inner, 3);
      below.paint(graphics, x, belowTop);
      code(graphics, card.link(), WIDTH - MARGIN - CODE, Math.round(belowTop));
    } finally {
      graphics.dispose();
    }
    return encoded(image);
  }

  /** The fewer words, the larger; a card of 4,000 characters is still read on a telephone. */
  private static float size(int characters) {
    if (characters <= 120) {
      return 60;
    }
    if (characters <= 280) {
      return 50;
    }
    if (characters <= 600) {
      return 42;
    }
    return characters <= 1500 ? 36 : 32;
  }

  /** A code that a telephone's camera reads, which leads to the statement. */
  private static void code(Graphics2D graphics, @Nullable String link, int x, int y) {
    if (link == null) {
      return;
    }
    QrCode code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
    int module = CODE / code.size;
    int inset = (CODE - module * code.size) / 2;
    graphics.setColor(INK);
    for (int row = 0; row < code.size; row++) {
      for (int column = 0; column < code.size; column++) {
        if (code.getModule(column, row)) {
          graphics.fillRect(x + inset + column * module, y + inset + row * module, module, module);
        }
      }
    }
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory has no faults", e);
    }
    return png.toByteArray();
  }
}
