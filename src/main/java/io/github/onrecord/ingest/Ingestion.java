package io.github.onrecord.ingest;

import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.store.RecordStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes documents into the record: read, attributed, saved, each in a transaction of its own, so
 * that a kill loses at most the one at hand and the same input can simply be given again. A
 * document that can't be read leaves the store as it was.
 */
public final class Ingestion {
  private final RecordStore record;
  private final Assembly assembly;
  private final Readers readers;
  private final Fetcher fetcher;
  private final Clock clock;

  /**
   * An ingestion by rules of language, without a model.
   *
   * @param meanings how the same utterance is recognised in another language
   */
  public Ingestion(RecordStore record, FetchSettings fetching, WordMeanings meanings, Clock clock) {
    this(
        record,
        new Publications(new StoredRecord(record), meanings),
        new Fetcher(fetching, clock),
        clock);
  }

  /**
   * An ingestion by rules, to which a model proposes what they may have missed. What it proposes
   * waits for an editor.
   *
   * @param meanings how the same utterance is recognised in another language
   */
  public Ingestion(
      RecordStore record,
      FetchSettings fetching,
      WordMeanings meanings,
      LanguageModel model,
      Clock clock) {
    this(
        record,
        new Proposals(
            new Publications(new StoredRecord(record), meanings), new StoredRecord(record), model),
        new Fetcher(fetching, clock),
        clock);
  }

  Ingestion(RecordStore record, Assembly assembly, Fetcher fetcher, Clock clock) {
    this.record = record;
    this.assembly = assembly;
    this.readers = new Readers();
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /**
   * Ingests what an input holds: a document, or each item of a feed or channel.
   *
   * @param hints what the editor says; it fills only what a document leaves open
   * @param follow whether a feed's items are read from the pages that they link to
   * @param reports gets one report for each document, as soon as it is saved
   */
  public void ingest(Input input, Hints hints, boolean follow, Consumer<IngestReport> reports) {
    List<DocumentText> documents;
    try {
      documents = readers.read(input.open(fetcher));
    } catch (UnreadableException e) {
      reports.accept(refused(input.name(), null, e));
      return;
    }
    for (DocumentText document : documents) {
      reports.accept(ingest(hints.fill(follow ? followed(document) : document)));
    }
  }

  /** Ingests what was fetched already. */
  void ingest(Original original, Hints hints, boolean follow, Consumer<IngestReport> reports) {
    ingest(new ReadInput(original), hints, follow, reports);
  }

  /** Takes one document into the record. */
  IngestReport ingest(DocumentText text) {
    Optional<Document> latest = record.latest(text.name(), text.item());
    String hash = Document.sha256(text.text());
    if (latest.isPresent() && latest.get().sha256().equals(hash)) {
      return new IngestReport(
          text.name(), text.item(), new IngestReport.Unchanged(latest.get().id()));
    }
    Optional<Document> previous = latest.filter(old -> Versions.isVersionOf(old, text));
    Document document = archived(text, hash, previous.map(Document::id).orElse(null));
    Assembly.Assembled assembled = assembly.assemble(text, document);
    Publication publication = assembled.publication();
    if (previous.isPresent()) {
      publication = withVanished(publication, record.statementsOf(previous.get().id()));
    }
    long id = record.save(publication);
    if (latest.isPresent() && id <= latest.get().id()) {
      // An earlier version was given again.
      return new IngestReport(text.name(), text.item(), new IngestReport.Unchanged(id));
    }
    return new IngestReport(text.name(), text.item(), stored(id, publication, assembled.skipped()));
  }

  private Document archived(DocumentText text, String hash, @Nullable Long previous) {
    return new Document(
        0,
        text.name(),
        text.item(),
        text.url(),
        text.source(),
        text.title(),
        text.language(),
        text.published(),
        clock.instant(),
        text.text(),
        hash,
        previous);
  }

  /** Lets what stood in the earlier version, but is not in this one, wait for an editor. */
  private static Publication withVanished(Publication publication, List<Statement> earlier) {
    List<StatusChange> changes = new ArrayList<>(publication.changes());
    for (Statement statement : earlier) {
      boolean changed = changes.stream().anyMatch(c -> c.statementId() == statement.id());
      if (statement.standing()
          && !changed
          && publication.statements().stream()
              .noneMatch(now -> Versions.sameWords(now, statement))) {
        changes.add(
            new StatusChange(
                statement.id(),
                Status.HELD,
                "It is no longer in the new version of " + publication.document().name()));
      }
    }
    return new Publication(
        publication.document(),
        publication.passages(),
        publication.statements(),
        publication.officials(),
        changes);
  }

  private static IngestReport.Stored stored(
      long id, Publication publication, List<String> skipped) {
    int verbatim = 0;
    int reported = 0;
    int held = 0;
    for (Statement statement : publication.statements()) {
      if (!statement.standing()) {
        held++;
      } else {
        switch (statement.kind()) {
          case VERBATIM -> verbatim++;
          case REPORTED -> reported++;
        }
      }
    }
    Document document = publication.document();
    return new IngestReport.Stored(
        id,
        document.language(),
        verbatim,
        reported,
        held,
        publication.changes().size(),
        document.previousVersion() != null,
        skipped);
  }

  /** The page that a feed's item links to, under the item's name; the item itself if that fails. */
  private DocumentText followed(DocumentText item) {
    if (item.item() == null || item.url() == null) {
      return item;
    }
    try {
      Original page = fetcher.fetch(item.name(), new URI(item.url()));
      DocumentText text = readers.read(page).get(0);
      return new DocumentText(
          item.name(),
          item.item(),
          item.url(),
          text.source() == null ? item.source() : text.source(),
          text.title() == null ? item.title() : text.title(),
          text.language(),
          item.published() == null ? text.published() : item.published(),
          item.zone() == null ? text.zone() : item.zone(),
          text.text(),
          text.blocks());
    } catch (UnreadableException | URISyntaxException e) {
      return item;
    }
  }

  private static IngestReport refused(
      String name, @Nullable String item, UnreadableException reason) {
    return new IngestReport(
        name, item, new IngestReport.Refused(String.valueOf(reason.getMessage())));
  }
}
