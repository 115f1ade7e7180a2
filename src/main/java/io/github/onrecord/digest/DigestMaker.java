package io.github.onrecord.digest;

import io.github.onrecord.digest.Digest.Entry;
import io.github.onrecord.digest.Digest.Group;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
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

  /** As many as one reads in a minute. */
  static final int FEW = 7;

  /** News that are compared with what was said before: several times as many as one reads. */
  private static final int COMPARED = 300;

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
    return digest(news(marker), Choice.EVERYTHING);
  }

  /**
   * What came on record after a change, one by one.
   *
   * @param entries newest first
   * @param withdrawn what stood on record at that change and was corrected or retracted since
   * @param standing how many statements stand on record in all
   * @param upTo the record's last change that was looked at
   */
  public record News(List<Entry> entries, List<Entry> withdrawn, long standing, long upTo) {
    public News {
      entries = List.copyOf(entries);
      withdrawn = List.copyOf(withdrawn);
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

    Map<Long, Document> documents = new HashMap<>();
    List<Entry> entries = new ArrayList<>(newUtterances(changed, documents));
    entries.sort(NEWEST_FIRST);
    EarlierWords earlier = new EarlierWords(record);
    entries
        .subList(0, Math.min(COMPARED, entries.size()))
        .replaceAll(entry -> entry.after(earlier.of(entry.statement())));
    return new News(
        entries, withdrawn(changed, marker, documents), record.standing().statements(), upTo);
  }

  /** What one reads of the news. */
  public Digest digest(News news, Choice choice) {
    List<Entry> first = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    for (Entry entry : news.entries()) {
      boolean wanted = !choice.verbatimOnly() || entry.statement().kind() == Kind.VERBATIM;
      if (wanted && choice.followed().contains(entry.statement().id())) {
        first.add(entry);
      } else if (wanted && !choice.followedOnly()) {
        others.add(entry);
      }
    }
    int most = choice.brief() ? FEW : MOST;
    List<Entry> shown = first.subList(0, Math.min(most, first.size()));
    List<Entry> shownToo = others.subList(0, Math.min(most - shown.size(), others.size()));
    List<Entry> withdrawn =
        choice.followedOnly()
            ? List.of()
            : news.withdrawn().subList(0, Math.min(most, news.withdrawn().size()));
    return new Digest(
        shown,
        groups(shownToo.stream().filter(entry -> !entry.changed() && !entry.repeated()).toList()),
        shownToo.stream().filter(Entry::changed).toList(),
        shownToo.stream().filter(Entry::repeated).toList(),
        withdrawn,
        first.size() + others.size() - shown.size() - shownToo.size(),
        news.standing(),
        news.upTo());
  }

  /**
   * What a reader wants of the news.
   *
   * @param followed numbers of the statements that the reader follows; they come first
   * @param followedOnly whether the reader wants no others
   * @param verbatimOnly whether the reader wants officials' own words only
   * @param brief whether the reader wants it short
   */
  public record Choice(
      Set<Long> followed, boolean followedOnly, boolean verbatimOnly, boolean brief) {
    /** All of it. */
    public static final Choice EVERYTHING = new Choice(Set.of(), false, false, false);

    public Choice {
      followed = Set.copyOf(followed);
    }
  }

  /** The newest on record, for somebody who was never told anything. */
  public Digest recent() {
    long last = record.lastChange();
    Digest digest = since(Math.max(0, last - RECENT));
    return last <= RECENT
        ? digest
        : new Digest(
            List.of(),
            digest.groups(),
            digest.changed(),
            digest.repeated(),
            digest.withdrawn(),
            Math.toIntExact(digest.standing() - digest.shown()),
            digest.standing(),
            digest.upTo());
  }

  private List<Entry> withdrawn(Set<Long> changed, long marker, Map<Long, Document> documents) {
    return record.statements(changed).stream()
        .filter(
            statement ->
                statement.status() == Status.CORRECTED || statement.status() == Status.RETRACTED)
        .filter(statement -> record.stoodAt(statement.id(), marker))
        .map(
            statement ->
                new Entry(statement, document(statement.documentId(), documents), List.of(), null))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private List<Entry> newUtterances(Set<Long> changed, Map<Long, Document> documents) {
    List<Entry> entries = new ArrayList<>();
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
    return new Entry(best, document(best.documentId(), documents), also, null);
  }

  private Document document(long id, Map<Long, Document> documents) {
    return documents.computeIfAbsent(id, key -> record.document(key).orElseThrow());
  }

  /**
   * By talks, then by side; whatever has the newest first, whoever speaks for nobody known last.
   */
  private static List<Group> groups(List<Entry> newestFirst) {
    Map<Optional<String>, Map<Optional<Side>, Map<Speaker, List<Entry>>>> talks =
        new LinkedHashMap<>();
    for (Entry entry : newestFirst) {
      Statement statement = entry.statement();
      talks
          .computeIfAbsent(
              Optional.ofNullable(statement.occasion()), occasion -> new LinkedHashMap<>())
          .computeIfAbsent(Optional.ofNullable(statement.side()), side -> new LinkedHashMap<>())
          .computeIfAbsent(statement.speaker(), speaker -> new ArrayList<>())
          .add(entry);
    }
    List<Group> groups = new ArrayList<>();
    talks.forEach(
        (occasion, sides) -> {
          List<Group> ofTalks = new ArrayList<>();
          sides.forEach(
              (side, speakers) ->
                  ofTalks.add(
                      new Group(
                          occasion.orElse(null),
                          side.orElse(null),
                          speakers.values().stream().flatMap(List::stream).toList())));
          ofTalks.sort(Comparator.comparing(group -> group.side() == null));
          groups.addAll(ofTalks);
        });
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
