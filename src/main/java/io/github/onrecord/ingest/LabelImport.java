package io.github.onrecord.ingest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes an editor's own labels into the record, in place of attribution by rules.
 *
 * <p>In order: officials; every label's words are found in its document's text; the documents are
 * stored, each whole, those that withdraw others first; what was withdrawn is marked. A label whose
 * words aren't in the text is refused, the others are stored. The same labels again change nothing.
 */
public final class LabelImport {
  private static final String REASON = "labelled by an editor";
  private static final String QUOTED_BY = "quoted by ";

  private final RecordStore record;
  private final Clock clock;
  private final DocumentReader documents;

  /** An import into {@code record} of documents in any form that can be read. */
  public LabelImport(RecordStore record, Clock clock) {
    this(record, clock, new Readers());
  }

  LabelImport(RecordStore record, Clock clock, DocumentReader documents) {
    this.record = record;
    this.clock = clock;
    this.documents = documents;
  }

  /**
   * A line that was not taken.
   *
   * @param file the file it stands in
   * @param line its number, from 1
   * @param reason a sentence that says what is wrong
   */
  public record Refusal(Path file, int line, String reason) {}

  /**
   * What an import did.
   *
   * @param documents how many documents the labels speak of
   * @param added statements that were not on record before
   * @param known statements that were
   * @param refusals lines that were not taken
   */
  public record Report(int documents, int added, int known, List<Refusal> refusals) {
    public Report {
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Imports labels.
   *
   * @param folder where the documents are; no label reaches a file outside of it
   * @param statements the labels, one JSON object a line
   * @param officials the officials, one JSON object a line, or null
   * @throws IOException when one of the two files can't be read
   */
  public Report run(Path folder, Path statements, @Nullable Path officials) throws IOException {
    List<Refusal> refusals = new ArrayList<>();
    OfficialLabels people = new OfficialLabels(record);
    if (officials != null) {
      people.store(officials, refusals);
    }
    List<Label> labels = new JsonLines().read(statements, Label::read, refusals);
    Run run = new Run(folder, statements, people, refusals);
    run.find(labels);
    run.store(new UtteranceLabels(labels));
    refusals.sort(Comparator.comparing(Refusal::file).thenComparingInt(Refusal::line));
    return new Report(run.entries.size(), run.added, run.known, refusals);
  }

  /** A label and where its words stand. */
  private record Found(Label label, Speaker speaker, List<Part> parts) {}

  /** A document, what was found in it, and how it is stored. */
  private static final class Entry {
    final DocumentText text;
    final WordsInText words;
    final List<Found> found = new ArrayList<>();
    final Set<Statement.Identity> taken = new HashSet<>();
    final Map<String, Official> newOfficials = new LinkedHashMap<>();

    Entry(DocumentText text) {
      this.text = text;
      this.words = new WordsInText(text);
    }
  }

  /** One import. */
  private final class Run {
    private final Path folder;
    private final Path file;
    private final OfficialLabels people;
    private final List<Refusal> refusals;

    /** By file name; the names of documents that withdraw others come first. */
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    private final Map<String, String> unreadable = new HashMap<>();
    private final Map<String, Long> stored = new HashMap<>();
    private int added;
    private int known;

    Run(Path folder, Path file, OfficialLabels people, List<Refusal> refusals) {
      this.folder = folder;
      this.file = file;
      this.people = people;
      this.refusals = refusals;
    }

    void find(List<Label> labels) {
      for (Label label : labels) {
        if (label.retractedBy() != null) {
          read(label.retractedBy());
        }
      }
      for (Label label : labels) {
        try {
          find(label);
        } catch (JsonLines.BadRow e) {
          refusals.add(new Refusal(file, label.line(), e.sentence()));
        }
      }
    }

    private void find(Label label) throws JsonLines.BadRow {
      require(label.article());
      if (label.retractedBy() != null) {
        require(label.retractedBy());
      }
      Optional<Official> official =
          label.speaker() == null ? Optional.empty() : people.named(label.speaker(), label.side());
      Speaker speaker = speaker(label, official);
      for (Entry entry : read(label.article())) {
        List<Part> parts =
            entry.words.find(
                label.parts(), found -> !entry.taken.contains(identity(label, speaker, found)));
        if (parts != null) {
          entry.taken.add(identity(label, speaker, parts));
          entry.found.add(new Found(label, speaker, parts));
          if (label.speaker() != null && official.isEmpty()) {
            entry.newOfficials.put(
                label.speaker(),
                new Official(
                    0, label.speaker(), List.of(), OfficialLabels.side(label.side()), List.of()));
          }
          return;
        }
      }
      throw new JsonLines.BadRow(
          "These words don't stand in " + label.article() + ": " + label.parts() + ".");
    }

    private void require(String name) throws JsonLines.BadRow {
      read(name);
      String reason = unreadable.get(name);
      if (reason != null) {
        throw new JsonLines.BadRow(reason);
      }
    }

    private List<Entry> read(String name) {
      List<Entry> known = entries.get(name);
      if (known != null) {
        return known;
      }
      if (unreadable.containsKey(name)) {
        return List.of();
      }
      try {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder.normalize()) || Path.of(name).isAbsolute()) {
          throw new UnreadableException("The document " + name + " is outside of the folder.");
        }
        Original original = Original.ofFile(name, Files.readAllBytes(path));
        List<Entry> read = documents.read(original).stream().map(Entry::new).toList();
        if (read.isEmpty()) {
          throw new UnreadableException("The document " + name + " holds no text.");
        }
        entries.put(name, read);
        return read;
      } catch (UnreadableException e) {
        unreadable.put(name, String.valueOf(e.getMessage()));
      } catch (IOException | InvalidPathException e) {
        unreadable.put(name, "The document " + name + " can't be read: is it in the folder?");
      }
      return List.of();
    }

    void store(UtteranceLabels utterances) {
      // Utterances that the record knows keep their numbers, in whatever document they were first.
      entries.forEach((name, items) -> items.forEach(entry -> learn(utterances, entry)));
      entries.forEach((name, items) -> items.forEach(entry -> store(name, entry, utterances)));
      entries.values().forEach(items -> items.forEach(this::withdraw));
    }

    private void learn(UtteranceLabels utterances, Entry entry) {
      Map<Statement.Identity, Statement> onRecord = onRecord(entry);
      for (Found found : entry.found) {
        Statement statement = onRecord.get(identity(found));
        if (statement != null) {
          utterances.learn(found.label(), statement.utterance());
        }
      }
    }

    private void store(String name, Entry entry, UtteranceLabels utterances) {
      int before = onRecord(entry).size();
      List<Statement> statements = new ArrayList<>();
      for (Found found : entry.found) {
        statements.add(statement(entry, found, utterances));
      }
      long id =
          record.amend(
              new Publication(
                  document(entry.text),
                  Passages.of(entry.text, statements),
                  statements,
                  entry.newOfficials.values().stream().filter(this::unknown).toList(),
                  List.of()));
      stored.putIfAbsent(name, id);
      int now = onRecord(entry).size();
      added += now - before;
      known += entry.found.size() - (now - before);
      learn(utterances, entry);
    }

    private boolean unknown(Official official) {
      return record.officials().stream().noneMatch(known -> known.name().equals(official.name()));
    }

    private Statement statement(Entry entry, Found found, UtteranceLabels utterances) {
      Label label = found.label();
      Long cause = label.retractedBy() == null ? null : stored.get(label.retractedBy());
      return new Statement(
          0,
          0,
          found.speaker(),
          label.role(),
          OfficialLabels.side(label.side()),
          label.kind(),
          found.parts(),
          label.date(),
          label.occasion(),
          entry.text.language(),
          quotedBy(entry, found),
          1,
          REASON,
          cause == null ? Status.STANDING : Status.RETRACTED,
          cause,
          utterances.number(label));
    }

    /** Who quotes these words: as the label says, or whoever's words they stand in. */
    private static @Nullable String quotedBy(Entry entry, Found found) {
      String occasion = found.label().occasion();
      if (occasion != null && occasion.startsWith(QUOTED_BY)) {
        return occasion.substring(QUOTED_BY.length());
      }
      return found.label().kind() != Kind.VERBATIM
          ? null
          : entry.found.stream()
              .filter(outer -> !outer.speaker().equals(found.speaker()))
              .filter(outer -> within(found.parts(), outer.parts()))
              .map(outer -> outer.speaker().shownAs())
              .findFirst()
              .orElse(null);
    }

    private static boolean within(List<Part> inner, List<Part> outer) {
      return inner.stream()
          .allMatch(part -> outer.stream().anyMatch(own -> own.span().contains(part.span())));
    }

    /** Marks what stood already when its withdrawal was labelled or stored. */
    private void withdraw(Entry entry) {
      Map<Statement.Identity, Statement> onRecord = onRecord(entry);
      for (Found found : entry.found) {
        Statement statement = onRecord.get(identity(found));
        Long cause =
            found.label().retractedBy() == null ? null : stored.get(found.label().retractedBy());
        if (statement != null && cause != null && statement.cause() == null) {
          Document notice = record.document(cause).orElseThrow();
          record.amend(
              new Publication(
                  notice,
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(new StatusChange(statement.id(), Status.RETRACTED, REASON))));
        }
      }
    }

    private Map<Statement.Identity, Statement> onRecord(Entry entry) {
      Map<Statement.Identity, Statement> statements = new HashMap<>();
      record
          .latest(entry.text.name(), entry.text.item())
          .filter(document -> document.text().equals(entry.text.text()))
          .ifPresent(
              document ->
                  record
                      .statementsOf(document.id())
                      .forEach(statement -> statements.put(statement.identity(), statement)));
      return statements;
    }
  }

  private static Speaker speaker(Label label, Optional<Official> official) {
    if (official.isPresent()) {
      return new Speaker.Named(official.get().id(), official.get().name());
    }
    if (label.speaker() != null) {
      return new Speaker.Named(0, label.speaker());
    }
    if (label.asWritten() != null) {
      return new Speaker.Unnamed(label.asWritten());
    }
    return new Speaker.Unnamed(
        label.side() == null ? "an unnamed official" : "an unnamed official of " + label.side());
  }

  private static Statement.Identity identity(Found found) {
    return identity(found.label(), found.speaker(), found.parts());
  }

  private static Statement.Identity identity(Label label, Speaker speaker, List<Part> parts) {
    return new Statement.Identity(
        speaker.shownAs(), label.kind(), parts.stream().map(Part::span).toList());
  }

  private Document document(DocumentText text) {
    String sha256 = Document.sha256(text.text());
    Long previous =
        record
            .latest(text.name(), text.item())
            .filter(document -> !document.sha256().equals(sha256))
            .map(Document::id)
            .orElse(null);
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
        sha256,
        previous);
  }
}
