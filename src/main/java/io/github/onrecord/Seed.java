package io.github.onrecord;

import io.github.onrecord.ingest.Hints;
import io.github.onrecord.ingest.IngestReport;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/**
 * The article that ships with the program: the first material of a new record. It takes the same
 * way as every other document.
 */
final class Seed {
  private static final String NAME = "geneva-2022-01-10.txt";
  private static final LocalDate PUBLISHED = LocalDate.of(2022, 1, 10);

  private Seed() {}

  static void plant(Ingestion ingestion) {
    try (InputStream article = Seed.class.getResourceAsStream("/seed/" + NAME)) {
      if (article == null) {
        throw new IllegalStateException("The program was packed without seed/" + NAME);
      }
      ingestion.ingest(
          Inputs.stream(NAME, article), new Hints(PUBLISHED, null, null), false, Seed::require);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(IngestReport report) {
    if (report.refused()) {
      throw new IllegalStateException("The seed article isn't readable: " + report.line());
    }
  }
}
