package io.github.onrecord.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds quotations in messages that nobody ever wrote. */
final class Quotes {
  private static final Pattern QUOTE =
      Pattern.compile("«([^«»]{8,}+)»|“([^“”]{8,}+)”|\"([^\"]{8,}+)\"");

  /** Stands for what was left out of a quotation, or put in. */
  private static final Pattern GAP = Pattern.compile("…|\\.\\.\\.|\\[[^\\]]*+]");

  /** Fewer words are a name or a title rather than what somebody said. */
  private static final int LEAST_WORDS = 3;

  private final String corpus;

  /** Quotations are looked up in all files of a folder. */
  Quotes(Path articles) {
    StringBuilder joined = new StringBuilder();
    for (Path file : files(articles)) {
      joined.append(VisibleText.of(file).joined());
    }
    // One space between the words of two files, as between all others.
    corpus = joined.toString().replace("  ", " ");
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many pieces of quotations stand neither in the articles nor in the question. */
  int invented(String message, String question) {
    String asked = Words.of(question).joined().strip();
    return Math.toIntExact(
        QUOTE
            .matcher(message)
            .results()
            .map(Quotes::content)
            .flatMap(GAP::splitAsStream)
            .map(Words::of)
            .filter(piece -> piece.size() >= LEAST_WORDS)
            .filter(piece -> !corpus.contains(piece.joined()))
            .filter(piece -> !asked.contains(piece.joined().strip()))
            .count());
  }

  private static String content(MatchResult quote) {
    for (int group = 1; group <= quote.groupCount(); group++) {
      if (quote.group(group) != null) {
        return quote.group(group);
      }
    }
    throw new IllegalStateException("A quotation has a content");
  }
}
