package io.github.onrecord.ingest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells a later version of a document from another document of the same name. */
final class Versions {
  /**
   * Two texts under one file name are versions of one document when they share at least so much:
   * «bulletin.txt» of two days shares its head and foot, hardly more.
   */
  private static final double SHARED = 0.3;

  /** Shorter lines (heads, menus, dates) are alike in documents that have nothing in common. */
  private static final int TELLING_LINE = 40;

  private Versions() {}

  /** Whether a document with the name of an archived one is a later version of it. */
  static boolean isVersionOf(Document old, DocumentText text) {
    if (PageFacts.isWeb(text.name()) || text.item() != null) {
      return true;
    }
    if (text.url() != null && text.url().equals(old.url())) {
      return true;
    }
    Set<String> before = lines(old.text());
    Set<String> now = lines(text.text());
    int fewer = Math.min(before.size(), now.size());
    before.retainAll(now);
    return fewer > 0 && before.size() >= fewer * SHARED;
  }

  /** Whether two statements are the same words by the same speaker, however they are spaced. */
  static boolean sameWords(Statement a, Statement b) {
    return a.kind() == b.kind()
        && a.speaker().shownAs().equals(b.speaker().shownAs())
        && words(a.text()).equals(words(b.text()));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static Set<String> lines(String text) {
    Set<String> lines = new HashSet<>();
    for (String line : text.split("\n", -1)) {
      if (line.length() >= TELLING_LINE) {
        lines.add(PageFacts.fold(line));
      }
    }
    return lines;
  }
}
