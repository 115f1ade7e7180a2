package io.github.onrecord.card;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.util.List;

/**
 * The DejaVu fonts that come with the program: Latin, Cyrillic, Greek, Arabic, Hebrew and signs.
 * The machine's own fonts are not used, so that a card looks the same everywhere.
 */
final class Fonts {
  /** Shown for a sign that no font has, so that nobody takes what is left for the whole. */
  private static final String UNKNOWN = "□";

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  private final Font serif;
  private final Font sans;
  private final Font bold;

  private Fonts(Font serif, Font sans, Font bold) {
    this.serif = serif;
    this.sans = sans;
    this.bold = bold;
  }

  /**
   * Loads the fonts.
   *
   * @throws CardException when this machine can't use any
   */
  static Fonts load() {
    try {
      return new Fonts(
          load("DejaVuSerif.ttf"), load("DejaVuSans.ttf"), load("DejaVuSans-Bold.ttf"));
    } catch (IOException | FontFormatException | LinkageError | InternalError e) {
      throw new CardException(e);
    }
  }

  private static Font load(String file) throws IOException, FontFormatException {
    try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("Not on the class path: " + file);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  /** Which letters a text is set in. */
  enum Style {
    SERIF,
    SANS,
    BOLD
  }

  /** A text set in a style and size; signs that the style's font lacks come from another. */
  AttributedString set(String text, Style style, float size) {
    Font first = of(style).deriveFont(size);
    List<Font> fonts = List.of(first, sans.deriveFont(size), bold.deriveFont(size));
    String known = known(text, fonts);
    AttributedString set = new AttributedString(known);
    set.addAttribute(TextAttribute.FONT, first);
    known
        .codePoints()
        .filter(sign -> !first.canDisplay(sign))
        .distinct()
        .forEach(sign -> set(set, known, sign, having(fonts, sign)));
    return set;
  }

  private static void set(AttributedString set, String text, int sign, Font font) {
    int length = Character.charCount(sign);
    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + length)) {
      set.addAttribute(TextAttribute.FONT, font, at, at + length);
    }
  }

  private static String known(String text, List<Font> fonts) {
    StringBuilder known = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (invisible(sign) || fonts.stream().anyMatch(font -> font.canDisplay(sign))) {
                known.appendCodePoint(sign);
              } else if (!joining(sign)) {
                known.append(UNKNOWN);
              }
            });
    return known.toString();
  }

  private static Font having(List<Font> fonts, int sign) {
    return fonts.stream().filter(font -> font.canDisplay(sign)).findFirst().orElse(fonts.get(0));
  }

  /** Isolates and marks that only tell the direction. */
  private static boolean invisible(int sign) {
    return (sign >= 0x2066 && sign <= 0x2069) || sign == 0x200e || sign == 0x200f;
  }

  /** What only changes the sign before it: joiners, variants, skin tones. */
  private static boolean joining(int sign) {
    return sign == 0x200d
        || (sign >= 0xfe00 && sign <= 0xfe0f)
        || (sign >= 0x1f3fb && sign <= 0x1f3ff);
  }

  private Font of(Style style) {
    return switch (style) {
      case SERIF -> serif;
      case SANS -> sans;
      case BOLD -> bold;
    };
  }
}
