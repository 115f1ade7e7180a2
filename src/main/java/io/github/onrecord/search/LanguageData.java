package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Reads the tab-separated files under {@code /language/search}; lines with # are comments. */
final class LanguageData {
  private static final String FOLDER = "/language/search/";

  /** The files that decide which terms a text gives. */
  private static final List<String> SHAPING =
      List.of(
          "abbreviations.tsv",
          "amounts.tsv",
          "calendar.tsv",
          "endings.tsv",
          "letters.tsv",
          "numbers.tsv",
          "sides.tsv",
          "stop.tsv",
          "weak.tsv");

  private LanguageData() {}

  /**
   * The rows of a file, each cut at tabs.
   *
   * @param columns how many every row must have
   */
  static List<List<String>> rows(String file, int columns) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = open(file)) {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
          throw new IllegalStateException(
              FOLDER + file + " line " + number + ": " + columns + " columns are needed");
        }
        rows.add(cells.stream().map(String::strip).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + FOLDER + file, e);
    }
    return rows;
  }

  /** Tells the files that shape index terms from every other state of them. */
  static String fingerprint() {
    CRC32 sum = new CRC32();
    for (String file : SHAPING) {
      try (InputStream in = open(file)) {
        sum.update(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("Reading " + FOLDER + file, e);
      }
    }
    return Long.toHexString(sum.getValue());
  }

  private static InputStream open(String file) {
    InputStream in = LanguageData.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException("The program's file " + FOLDER + file + " is missing");
    }
    return in;
  }

  /** The alternatives of a cell, which stand between bars. */
  static List<String> alternatives(String cell) {
    List<String> alternatives = new ArrayList<>();
    for (String alternative : cell.split("\\|", -1)) {
      if (!alternative.isBlank()) {
        alternatives.add(alternative.strip());
      }
    }
    return alternatives;
  }

  /** The languages in the order in which files give them a column each. */
  static final List<Language> COLUMNS =
      List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN);

  /** The language of a cell that holds its code. */
  static Language language(String code) {
    Language language = Language.of(code);
    if (language == Language.OTHER) {
      throw new IllegalStateException("Not en, ru or uk: " + code);
    }
    return language;
  }
}
