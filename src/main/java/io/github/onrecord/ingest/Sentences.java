package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.loomchild.segment.TextIterator;
import net.loomchild.segment.srx.SrxDocument;
import net.loomchild.segment.srx.SrxTextIterator;
import net.loomchild.segment.srx.io.Srx2SaxParser;

/**
 * Cuts a block into sentences by LanguageTool's SRX rules, never inside quotation marks: a
 * quotation belongs to the sentence that says whose it is. Thread-safe.
 */
final class Sentences {
  private static final String RULES = "/org/languagetool/resource/segment.srx";
  private static final Map<Language, String> NAMES =
      Map.of(Language.ENGLISH, "en_two", Language.RUSSIAN, "ru_two", Language.UKRAINIAN, "uk_two");

  private final SrxDocument rules;

  Sentences() {
    try (InputStream in = Sentences.class.getResourceAsStream(RULES)) {
      if (in == null) {
        throw new IllegalStateException("The sentence rules " + RULES + " are missing");
      }
      rules =
          new Srx2SaxParser(Map.of())
              .parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("The sentence rules can't be read", e);
    }
  }

  /** The sentences of a block, in order, without white space around them. */
  List<Span> in(String text, Span block, List<Quotation> quotations, Language language) {
    List<Span> sentences = new ArrayList<>();
    int start = block.start();
    int at = block.start();
    TextIterator pieces =
        new SrxTextIterator(
            rules, NAMES.get(language), block.of(text).replace('\u00a0', ' '), Map.of());
    while (pieces.hasNext()) {
      at += pieces.next().length();
      if (at >= block.end() || isEnd(text, at, quotations)) {
        add(text, start, Math.min(at, block.end()), sentences);
        start = at;
      }
    }
    if (start < block.end()) {
      add(text, start, block.end(), sentences);
    }
    return sentences;
  }

  private static boolean isEnd(String text, int at, List<Quotation> quotations) {
    Quotation around = Quotation.at(quotations, at);
    if (around != null && around.open() < at) {
      return false;
    }
    int next = at;
    while (next < text.length() && isSpace(text.charAt(next))) {
      next++;
    }
    // «Is it?» — asked he: a question mark inside a quotation doesn't end the sentence around it.
    if (next < text.length() && isDash(text.charAt(next)) && endsQuotation(at, text, quotations)) {
      next++;
      while (next < text.length() && isSpace(text.charAt(next))) {
        next++;
      }
    }
    return next >= text.length() || !Character.isLowerCase(text.charAt(next));
  }

  private static boolean isDash(char c) {
    return c == '—' || c == '–' || c == '-' || c == '―';
  }

  private static boolean endsQuotation(int at, String text, List<Quotation> quotations) {
    int end = at;
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int closing = end;
    return quotations.stream().anyMatch(q -> q.closed() && q.end() == closing);
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      sentences.add(new Span(start, end));
    }
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || c == '\u00a0'
        || c == '\u202f'
        || c == '\ufeff'
        || c == '\u200b';
  }
}
