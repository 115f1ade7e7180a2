package io.github.onrecord.store;

import static io.github.onrecord.store.Records.CLOCK;
import static io.github.onrecord.store.Records.NOON;
import static io.github.onrecord.store.Records.ORREL;
import static io.github.onrecord.store.Records.TEXT;
import static io.github.onrecord.store.Records.changing;
import static io.github.onrecord.store.Records.document;
import static io.github.onrecord.store.Records.publication;
import static io.github.onrecord.store.Records.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTest {
  private static final Speaker NEW_ORREL = new Speaker.Named(0, "Tamsin Orrel");

  @TempDir Path folder;
  private Store store;
  private RecordStore record;

  @BeforeEach
  void open() {
    store = StoreFile.open(folder, CLOCK);
    record = store.record();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void givesBackWhatAPublicationBrought() {
    Publication publication = publication("pass.txt");
    long id = record.save(publication);

    Document document = record.document(id).orElseThrow();
    assertThat(document)
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(publication.document());
    assertThat(record.passages(id))
        .extracting(Passage::text)
        .containsExactlyElementsOf(publication.passages().stream().map(Passage::text).toList());
    assertThat(record.statementsOf(id))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "id", "documentId", "utterance", "speaker")
        .containsExactlyElementsOf(publication.statements());
    assertThat(record.officials())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .containsExactly(ORREL);
  }

  @Test
  void givesNumbersAndResolvesANewOfficialByName() {
    long id = record.save(publication("pass.txt"));

    Official orrel = record.officials().get(0);
    List<Statement> statements = record.statementsOf(id);
    assertThat(statements.get(0).speaker()).isEqualTo(new Speaker.Named(orrel.id(), orrel.name()));
    assertThat(statements).allMatch(s -> s.documentId() == id && s.utterance() > 0);
    assertThat(statements).extracting(Statement::utterance).doesNotHaveDuplicates();
    for (Statement statement : statements) {
      assertThat(record.statement(statement.id())).contains(statement);
    }
    for (Passage passage : record.passages(id)) {
      assertThat(record.passage(passage.id())).contains(passage);
    }
    assertThat(record.official(orrel.id())).contains(orrel);
  }

  @Test
  void aDocumentThatIsOnRecordChangesNothing() {
    long id = record.save(publication("pass.txt"));
    long last = record.lastChange();

    assertThat(record.save(publication("pass.txt"))).isEqualTo(id);
    assertThat(record.lastChange()).isEqualTo(last);
    assertThat(record.officials()).hasSize(1);
  }

  @Test
  void anotherTextUnderTheSameNameIsANewVersion() {
    long first = record.save(publication(document("page", TEXT)));
    long second = record.save(publication(document("page", TEXT + " More.")));

    assertThat(second).isNotEqualTo(first);
    assertThat(record.latest("page", null).orElseThrow().id()).isEqualTo(second);
    assertThat(record.latest("page", "item")).isEmpty();
  }

  @Test
  void anOfficialReplacedByAVersionThatKnowsMoreKeepsTheNumber() {
    record.save(publication("pass.txt"));
    long id = record.officials().get(0).id();
    Official more =
        new Official(
            id, "Tamsin A. Orrel", List.of("Orrel", "Тамсін Оррел"), new Side("Quorin"), List.of());

    record.save(
        new Publication(
            document("other.txt", TEXT), List.of(), List.of(), List.of(more), List.of()));

    assertThat(record.officials()).containsExactly(more);
    assertThat(record.statement(1).orElseThrow().speaker())
        .isEqualTo(new Speaker.Named(id, "Tamsin A. Orrel"));
  }

  @Test
  void aNameMeansTheOneOfficialOfThatNameOrNobody() {
    Publication unknown =
        publication(
            document("a.txt", TEXT), statement(NEW_ORREL, Kind.VERBATIM, TEXT, "before the snow."));
    assertThatThrownBy(() -> record.save(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No official is called Tamsin Orrel");
    assertThat(record.latest("a.txt", null)).isEmpty();

    record.save(publication("pass.txt"));
    long saved = record.save(unknown);
    assertThat(record.statementsOf(saved).get(0).speaker())
        .isEqualTo(new Speaker.Named(1, "Tamsin Orrel"));

    record.save(
        new Publication(document("b.txt", TEXT), List.of(), List.of(), List.of(ORREL), List.of()));
    Publication ambiguous =
        publication(
            document("c.txt", TEXT), statement(NEW_ORREL, Kind.VERBATIM, TEXT, "before the snow."));
    assertThatThrownBy(() -> record.save(ambiguous))
        .hasMessage("Several officials are called Tamsin Orrel");
  }

  @Test
  void provisionalUtterancesBecomeOneGroupAndExistingOnesGrow() {
    Speaker unnamed = new Speaker.Unnamed("a delegate");
    long first =
        record.save(
            publication(
                document("a.txt", TEXT),
                statement(unnamed, Kind.REPORTED, Status.STANDING, null, -1, TEXT, "the pass"),
                statement(unnamed, Kind.REPORTED, Status.STANDING, null, -1, TEXT, "the snow"),
                statement(unnamed, Kind.REPORTED, Status.STANDING, null, -2, TEXT, "the offer"),
                statement(unnamed, Kind.REPORTED, Status.STANDING, null, 0, TEXT, "six hours"),
                statement(unnamed, Kind.REPORTED, Status.STANDING, null, 0, TEXT, "The talks")));
    List<Long> groups = record.statementsOf(first).stream().map(Statement::utterance).toList();
    assertThat(groups.get(1)).isEqualTo(groups.get(0));
    assertThat(List.of(groups.get(0), groups.get(2), groups.get(3), groups.get(4)))
        .doesNotHaveDuplicates();

    long again =
        record.save(
            publication(
                document("b.txt", TEXT),
                statement(
                    unnamed,
                    Kind.REPORTED,
                    Status.STANDING,
                    null,
                    groups.get(0),
                    TEXT,
                    "the pass")));
    assertThat(record.statementsOfUtterance(groups.get(0)))
        .extracting(Statement::documentId)
        .containsExactly(first, first, again);
  }

  @Test
  void aNoticeWithdrawsAnEarlierStatementAndIsNamedAsTheCause() {
    record.save(publication("pass.txt"));
    long notice =
        record.save(
            changing(
                document("notice.txt", "We withdraw the report."),
                new StatusChange(1, Status.RETRACTED, "a notice")));

    Statement withdrawn = record.statement(1).orElseThrow();
    assertThat(withdrawn.status()).isEqualTo(Status.RETRACTED);
    assertThat(withdrawn.cause()).isEqualTo(notice);
    assertThat(record.changesAfter(record.lastChange() - 1, 10))
        .containsExactly(new Change(record.lastChange(), Change.Type.STATEMENT, 1));
  }

  @Test
  void whatWasWithdrawnIsNotMerelyHeldLater() {
    record.save(publication("pass.txt"));
    record.save(
        changing(document("notice.txt", "N"), new StatusChange(1, Status.CORRECTED, "a notice")));
    long last = record.lastChange();
    record.save(
        changing(document("version.txt", "V"), new StatusChange(1, Status.HELD, "vanished")));

    assertThat(record.statement(1).orElseThrow().status()).isEqualTo(Status.CORRECTED);
    assertThat(record.lastChange()).isEqualTo(last);
  }

  @Test
  void aChangeToAStatementThatIsNotOnRecordIsRefusedWithItsPublication() {
    assertThatThrownBy(
            () ->
                record.save(
                    changing(
                        document("notice.txt", "N"), new StatusChange(7, Status.RETRACTED, "r"))))
        .hasMessage("No statement has the number 7");
    assertThat(record.latest("notice.txt", null)).isEmpty();
  }

  @Test
  void amendingAddsOnlyWhatTheDocumentDidNotSayYet() {
    long id = record.save(publication("pass.txt"));
    Publication more =
        publication(
            document("pass.txt", TEXT),
            statement(
                NEW_ORREL, Kind.VERBATIM, TEXT, "We will reopen the pass,", "before the snow."),
            statement(new Speaker.Unnamed("a delegate"), Kind.REPORTED, TEXT, "six hours"));

    assertThat(record.amend(more)).isEqualTo(id);
    assertThat(record.statementsOf(id)).hasSize(3);
    long last = record.lastChange();
    record.amend(more);
    assertThat(record.lastChange()).isEqualTo(last);
  }

  @Test
  void changesAreNumberedInOrderForWhoeverFollows() {
    assertThat(record.lastChange()).isZero();
    assertThat(record.lastUpdated()).isEmpty();
    record.save(publication("pass.txt"));

    List<Change> changes = record.changesAfter(0, 100);
    assertThat(changes).extracting(Change::seq).isSorted().doesNotHaveDuplicates();
    assertThat(changes)
        .extracting(Change::type)
        .containsExactlyInAnyOrder(
            Change.Type.PASSAGE,
            Change.Type.PASSAGE,
            Change.Type.OFFICIAL,
            Change.Type.STATEMENT,
            Change.Type.STATEMENT);
    assertThat(record.lastChange()).isEqualTo(changes.get(4).seq());
    assertThat(record.changesAfter(changes.get(1).seq(), 2)).isEqualTo(changes.subList(2, 4));
    assertThat(record.lastUpdated()).contains(NOON);
  }

  @Test
  void readersMayReadOnWhileAllStatementsAreHandedOut() {
    record.save(publication("pass.txt"));
    List<String> seen = new ArrayList<>();
    record.forEachStatement(
        statement -> seen.add(record.document(statement.documentId()).orElseThrow().name()));
    assertThat(seen).containsExactly("pass.txt", "pass.txt");
  }

  @Test
  void everythingIsThereAfterReopening() {
    record.save(publication("pass.txt"));
    String uuid = store.uuid();
    List<Statement> statements = record.statementsOf(1);
    store.close();
    store = Store.open(folder.resolve("record.db"), CLOCK);
    record = store.record();

    assertThat(store.uuid()).isEqualTo(uuid).hasSize(32);
    assertThat(record.statementsOf(1)).isEqualTo(statements);
  }
}
