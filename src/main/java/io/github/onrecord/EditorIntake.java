package io.github.onrecord;

import io.github.onrecord.ingest.Feed;
import io.github.onrecord.ingest.Hints;
import io.github.onrecord.ingest.IngestReport;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.Input;
import io.github.onrecord.ingest.Inputs;
import io.github.onrecord.telegram.Intake;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what editors send over Telegram into the record, by the rules of every other document. */
final class EditorIntake implements Intake {
  private final Ingestion ingestion;
  private final List<Feed> feeds;

  EditorIntake(Ingestion ingestion, List<Feed> feeds) {
    this.ingestion = ingestion;
    this.feeds = List.copyOf(feeds);
  }

  @Override
  public List<Report> link(String address) {
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      throw new IllegalArgumentException("Not a web address: " + address);
    }
    return ingest(Inputs.of(List.of(address), InputStream.nullInputStream()).get(0), Hints.NONE);
  }

  @Override
  public List<Report> file(
      String name,
      byte[] content,
      @Nullable LocalDate published,
      @Nullable String source,
      @Nullable String url) {
    return ingest(
        Inputs.stream(name, new ByteArrayInputStream(content)), new Hints(published, source, url));
  }

  private synchronized List<Report> ingest(Input input, Hints hints) {
    List<Report> reports = new ArrayList<>();
    ingestion.ingest(input, hints, false, report -> reports.add(report(report)));
    return reports;
  }

  private static Report report(IngestReport report) {
    String name = report.item() == null ? report.name() : report.item();
    Long document = null;
    if (report.outcome() instanceof IngestReport.Stored stored) {
      document = stored.document();
    } else if (report.outcome() instanceof IngestReport.Unchanged unchanged) {
      document = unchanged.document();
    }
    return new Report(name, document, report.line());
  }

  @Override
  public List<String> feeds() {
    return feeds.stream().map(feed -> feed.address().toString()).toList();
  }
}
