package io.github.onrecord.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** What stands in an article, in tags and out of sight included: whatever could be quoted. */
final class VisibleText {
  private static final Pattern CHARACTER_DATA =
      Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]++>");

  private VisibleText() {}

  /** The words of an article's file. */
  static Words of(Path file) {
    String raw;
    try {
      raw = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".html") || name.endsWith(".xml")) {
      raw = CHARACTER_DATA.matcher(raw).replaceAll("$1");
      // Twice: a feed's items are markup that was escaped.
      for (int i = 0; i < 2; i++) {
        raw = Parser.unescapeEntities(TAG.matcher(raw).replaceAll(" "), false);
      }
    }
    return Words.of(raw);
  }
}
