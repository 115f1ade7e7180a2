package io.github.onrecord.telegram;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where editors' documents go. */
public interface Intake {
  /**
   * What became of a document.
   *
   * @param name the name under which it was read
   * @param document its number on record, or null when it wasn't taken
   * @param line what was found in it or why it wasn't taken, in a line
   */
  record Report(String name, @Nullable Long document, String line) {}

  /** Takes in what is behind a web address: a page, a file, or a feed. */
  List<Report> link(String address);

  /**
   * Takes in a file.
   *
   * @param name its name, which is never used as a path
   * @param content all of it
   * @param published the day of publication if it is known, or null
   * @param source who published it if it is known, or null
   * @param url where people can read it, or null
   */
  List<Report> file(
      String name,
      byte[] content,
      @Nullable LocalDate published,
      @Nullable String source,
      @Nullable String url);

  /** The feeds that are watched, a line each. */
  List<String> feeds();
}
