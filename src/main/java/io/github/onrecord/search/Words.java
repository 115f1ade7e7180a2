package io.github.onrecord.search;

import io.github.onrecord.record.Span;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts a text into words by Unicode's rules (UAX 29), hyphenated words at the hyphen. */
final class Words {
  private static final Map<String, String> ABBREVIATIONS =
      LanguageData.rows("abbreviations.tsv", 2).stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  private final ThreadLocal<StandardTokenizer> tokenizers =
      ThreadLocal.withInitial(StandardTokenizer::new);

  List<Token> of(String text) {
    if (oneWord(text)) {
      return List.of(new Token(text(text), text, new Span(0, text.length())));
    }
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
            new Token(text(surface), surface, new Span(offset.startOffset(), offset.endOffset())));
      }
      open.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a string doesn't fail", e);
    }
    return tokens;
  }

  /** Whether a text is nothing but letters, as most entries of a lexicon are. */
  private static boolean oneWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= 'а' && c <= 'ї'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String text(String surface) {
    String abbreviation = surface.length() > 4 ? null : ABBREVIATIONS.get(surface);
    return abbreviation == null ? fold(surface) : abbreviation;
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
    String composed = Normalizer.normalize(lower, Normalizer.Form.NFKC);
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
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).substring(0, 1);
  }
}
