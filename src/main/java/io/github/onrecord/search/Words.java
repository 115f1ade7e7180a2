package io.github.onrecord.search;

import com.ibm.icu.text.Normalizer2;
import io.github.onrecord.record.Span;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts a text into words by Unicode's rules (UAX 29), hyphenated words at the hyphen. */
final class Words {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  private final ThreadLocal<StandardTokenizer> tokenizers =
      ThreadLocal.withInitial(StandardTokenizer::new);

  List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    StandardTokenizer tokenizer = tokenizers.get();
    CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
    OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
    tokenizer.setReader(new StringReader(text));
    try (StandardTokenizer open = tokenizer) {
      open.reset();
      while (open.incrementToken()) {
        String surface = term.toString();
        tokens.add(
            new Token(fold(surface), surface, new Span(offset.startOffset(), offset.endOffset())));
      }
      open.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a string doesn't fail", e);
    }
    return tokens;
  }

  /** Lower case, compatibility forms, apostrophes and Latin accents made one. */
  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean plain = true;
    for (int i = 0; i < lower.length() && plain; i++) {
      char c = lower.charAt(i);
      plain =
          (c >= 'a' && c <= 'z') || (c >= 'а' && c <= 'ї' && c != 'ё') || (c >= '0' && c <= '9');
    }
    if (plain) {
      return lower;
    }
    StringBuilder folded = new StringBuilder();
    String composed = NFKC.normalize(lower);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      switch (c) {
        case 'ё' -> folded.append('е');
        case '’', 'ʼ', '‘', '`', '´' -> folded.append('\'');
        case '\u0301', '\u00AD' -> {} // stress mark, soft hyphen
        default -> folded.append(c < 0x250 && c > 0x7F ? base(c) : String.valueOf(c));
      }
    }
    return folded.toString();
  }

  /** A Latin letter without its accents; other characters as they are. */
  private static String base(char c) {
    String parts = NFKC_DECOMPOSED.getDecomposition(c);
    return parts == null ? String.valueOf(c) : parts.substring(0, 1);
  }

  private static final Normalizer2 NFKC_DECOMPOSED = Normalizer2.getNFDInstance();
}
