package io.github.onrecord.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of words that an editor may change: rows of cells separated by tabs, UTF-8. Empty lines
 * and lines that start with {@code #} are comments; a cell may hold alternatives separated by
 * {@code |}.
 */
final class WordFile {
  private WordFile() {}

  /**
   * The rows of a file beside this package's classes' root, such as {@code /ingest/calendar.tsv}.
   *
   * @throws IllegalStateException naming the file and line when a row has fewer cells
   */
  static List<List<String>> rows(String resource, int cells) {
    try (InputStream in = WordFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The program's file " + resource + " is missing");
      }
      List<List<String>> rows = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() < cells) {
          throw new IllegalStateException(
              resource + ", line " + number + ": " + cells + " cells separated by tabs expected");
        }
        rows.add(row);
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("The program's file " + resource + " can't be read", e);
    }
  }

  /** The alternatives in a cell. */
  static List<String> alternatives(String cell) {
    List<String> words = new ArrayList<>();
    for (String word : cell.split("\\|", -1)) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return List.copyOf(words);
  }
}
