package io.github.onrecord.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. The encoding is, in this order: what a byte order mark says; what the
 * server said; what the document declares (a meta tag, an XML prolog); UTF-8 when the bytes are
 * valid UTF-8; what ICU finds. A declared encoding that the bytes break is not believed.
 */
final class TextDecoder {
  /** A declaration must stand in the first so many bytes (the HTML standard says 1024). */
  private static final int PROLOG = 4096;

  private static final Charset KOI8_U = Charset.forName("KOI8-U");

  private TextDecoder() {}

  /**
   * The text of a document.
   *
   * @throws UnreadableException when it is empty or not text
   */
  static String decode(Original original) throws UnreadableException {
    byte[] bytes = original.bytes();
    if (bytes.length == 0) {
      throw new UnreadableException("It is empty.");
    }
    String text = decodeUnchecked(bytes, original.charset());
    if (isBinary(text)) {
      throw new UnreadableException("It is not text (it has binary data in it).");
    }
    if (text.chars().allMatch(c -> PlainLines.isSpace((char) c))) {
      throw new UnreadableException("It has no text in it.");
    }
    return text;
  }

  private static String decodeUnchecked(byte[] bytes, @Nullable Charset served) {
    String marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    String text = served == null ? null : strictly(bytes, served);
    if (text == null) {
      Charset declared = declared(bytes);
      text = declared == null ? null : strictly(bytes, declared);
    }
    if (text == null) {
      text = strictly(bytes, StandardCharsets.UTF_8);
    }
    return text == null ? new String(bytes, detected(bytes)) : text;
  }

  private static @Nullable String byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The encoding that the document's first lines declare, or null. */
  private static @Nullable Charset declared(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    String name = null;
    if (head.stripLeading().startsWith("<?xml")) {
      name = valueAfter(head.substring(0, Math.max(0, head.indexOf('>'))), "encoding");
    }
    for (int at = head.indexOf("<meta");
        name == null && at >= 0;
        at = head.indexOf("<meta", at + 1)) {
      int end = head.indexOf('>', at);
      name = end < 0 ? null : valueAfter(head.substring(at, end), "charset");
    }
    Charset charset = charset(name);
    // A declaration that could be read as ASCII can't be true of UTF-16.
    return charset != null && charset.name().startsWith("UTF-16")
        ? StandardCharsets.UTF_8
        : charset;
  }

  private static @Nullable String valueAfter(String text, String key) {
    int at = text.indexOf(key);
    if (at < 0) {
      return null;
    }
    int from = at + key.length();
    while (from < text.length() && " =\"'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    while (to < text.length() && " \"';/>?".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return to > from ? text.substring(from, to) : null;
  }

  /** The charset of that name, or null when there is none. */
  static @Nullable Charset charset(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static Charset detected(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(bytes);
    CharsetMatch match = detector.detect();
    Charset found = match == null ? null : charset(match.getName());
    if (found == null) {
      return StandardCharsets.UTF_8;
    }
    // ICU knows KOI8-R only; KOI8-U has Ukrainian letters where that has lines for drawing boxes.
    return found.name().equals("KOI8-R") ? KOI8_U : found;
  }

  /** Text has no zero bytes and next to no control characters. */
  private static boolean isBinary(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u0000') {
        return true;
      }
      controls +=
          (Character.isISOControl(c) && "\n\r\t\f\u0085".indexOf(c) < 0) || c == '\ufffd' ? 1 : 0;
    }
    return controls * 20 > text.length() + 100;
  }
}
