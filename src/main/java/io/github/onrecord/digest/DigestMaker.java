package io.github.onrecord.digest;

import io.github.onrecord.digest.Digest.Entry;
import io.github.onrecord.digest.Digest.OfSide;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.Change;
import io.github.onrecord.store.RecordStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what came on record: standing statements only, one for each utterance, and none whose
 * utterance was on record before. Safe for use by several threads.
 */
public final class DigestMaker {
  /** As many statements as one reads of a morning: five or six messages. The rest is counted. */
  static final int MOST = 50;

  private static final int BATCH = 1000;

  /** Changes looked through for the newest on record: many more than one reads at once. */
  private static final int RECENT = 2000;

  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(DigestMaker::day)
          .thenComparing(entry -> entry.statement().id())
          .reversed();

  private final RecordStore record;

  public DigestMaker(RecordStore record) {
    this.record = record;
  }

  /**
   * What came on record after a change.
   *
   * @param marker number of the last change already told; 0 for everything on record
   */
  public Digest since(long marker) {
    return digest(news(marker), Set.of(), false);
  }

  /**
   * What came on record after a change, one by one.
   *
   * @param entries newest first
   * @param standing how many statements stand on record in all
   * @param upTo the record's last change that was looked at
   */
  public record News(List<Entry> entries, long standing, long upTo) {
    public News {
      entries = List.copyOf(entries);
    }
  }

  /** What came on record after a change, of whatever length. */
  public News news(long marker) {
    Set<Long> changed = new LinkedHashSet<>();
    long upTo = marker;
    List<Change> changes;
    do {
      changes = record.changesAfter(upTo, BATCH);
      for (Change change : changes) {
        if (change.type() == Change.Type.STATEMENT) {
          changed.add(change.id());
        }
        upTo = change.seq();
      }
    } while (changes.size() == BATCH);

    List<Entry> entries = new ArrayList<>(newUtterances(changed));
    entries.sort(NEWEST_FIRST);
    return new News(entries, record.standing().statements(), upTo);
  }

  /**
   * What one reads of the news.
   *
   * @param followed numbers of the statements that the reader follows; they come first
   * @param only whether the reader wants no others
   */
  public Digest digest(News news, Set<Long> followed, boolean only) {
    List<Entry> first = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    for (Entry entry : news.entries()) {
      if (followed.contains(entry.statement().id())) {
        first.add(entry);
      } else if (!only) {
        others.add(entry);
      }
    }
    List<Entry> shown = first.subList(0, Math.min(MOST, first.size()));
    List<Entry> shownToo = others.subList(0, Math.min(MOST - shown.size(), others.size()));
    return new Digest(
        shown,
        bySide(shownToo),
        first.size() + others.size() - shown.size() - shownToo.size(),
        news.standing(),
        news.upTo());
  }

  /** The newest on record, for somebody who was never told anything. */
  public Digest recent() {
    long last = record.lastChange();
    Digest digest = since(Math.max(0, last - RECENT));
    return last <= RECENT
        ? digest
        : new Digest(
            List.of(),
            digest.sides(),
            Math.toIntExact(digest.standing() - digest.shown()),
            digest.standing(),
            digest.upTo());
  }

  private List<Entry> newUtterances(Set<Long> changed) {
    List<Entry> entries = new ArrayList<>();
    Map<Long, Document> documents = new HashMap<>();
    Set<Long> seen = new HashSet<>();
    for (long id : changed) {
      Optional<Statement> statement = record.statement(id);
      if (statement.isEmpty() || !statement.get().standing()) {
        continue;
      }
      long utterance = statement.get().utterance();
      if (seen.add(utterance)) {
        List<Statement> standing =
            record.statementsOfUtterance(utterance).stream().filter(Statement::standing).toList();
        if (standing.stream().allMatch(twin -> changed.contains(twin.id()))) {
          entries.add(entry(standing, documents));
        }
      }
    }
    return entries;
  }

  /** The closest to the speaker's mouth among the twins, and where else the utterance stands. */
  private Entry entry(List<Statement> twins, Map<Long, Document> documents) {
    Statement best =
        twins.stream()
            .min(
                Comparator.comparing((Statement twin) -> twin.kind() == Kind.VERBATIM ? 0 : 1)
                    .thenComparing(Statement::id))
            .orElseThrow();
    List<Document> also =
        twins.stream()
            .map(Statement::documentId)
            .filter(id -> id != best.documentId())
            .distinct()
            .map(id -> document(id, documents))
            .toList();
    return new Entry(best, document(best.documentId(), documents), also);
  }

  private Document document(long id, Map<Long, Document> documents) {
    return documents.computeIfAbsent(id, key -> record.document(key).orElseThrow());
  }

  private static List<OfSide> bySide(List<Entry> newestFirst) {
    Map<Optional<Side>, Map<Speaker, List<Entry>>> sides = new LinkedHashMap<>();
    for (Entry entry : newestFirst) {
      sides
          .computeIfAbsent(
              Optional.ofNullable(entry.statement().side()), side -> new LinkedHashMap<>())
          .computeIfAbsent(entry.statement().speaker(), speaker -> new ArrayList<>())
          .add(entry);
    }
    List<OfSide> groups = new ArrayList<>();
    sides.forEach(
        (side, speakers) ->
            groups.add(
                new OfSide(
                    side.orElse(null), speakers.values().stream().flatMap(List::stream).toList())));
    // Whoever speaks for nobody known comes last.
    groups.sort(Comparator.comparing(group -> group.side() == null));
    return groups;
  }

  /** The day it was said; where the record doesn't know, the day of the document. */
  private static LocalDate day(Entry entry) {
    LocalDate spoken = entry.statement().spoken();
    LocalDate published = entry.document().published();
    return spoken != null
        ? spoken
        : published != null
            ? published
            : LocalDate.ofInstant(entry.document().retrieved(), ZoneOffset.UTC);
  }
}
