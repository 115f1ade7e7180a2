package io.github.onrecord.store;

import static io.github.onrecord.store.Records.NOON;
import static io.github.onrecord.store.Records.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  private static final long HELD = 3;

  @TempDir Path folder;
  private Store store;
  private Review review;

  @BeforeEach
  void aRecordWithAHeldStatement() {
    store = StoreFile.open(folder, Records.CLOCK);
    store.record().save(Records.publication("pass.txt"));
    store
        .record()
        .save(
            Records.publication(
                Records.document("doubtful.txt", TEXT),
                Records.statement(
                    new Speaker.Unnamed("somebody"),
                    Kind.REPORTED,
                    Status.HELD,
                    null,
                    0,
                    TEXT,
                    "called the offer incomplete")));
    review = store.review();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Statement held() {
    return store.record().statement(HELD).orElseThrow();
  }

  @Test
  void whatIsHeldWaitsForAnEditor() {
    assertThat(review.waiting(10)).containsExactly(held());
    assertThat(review.waiting(0)).isEmpty();
  }

  @Test
  void whatIsAcceptedStandsAndIndexesHearOfIt() {
    long last = store.record().lastChange();
    review.decide(HELD, new Verdict.Accept(), "Ilse", "heard the recording");

    assertThat(held().status()).isEqualTo(Status.STANDING);
    assertThat(review.waiting(10)).isEmpty();
    assertThat(store.record().changesAfter(last, 10))
        .containsExactly(new Change(last + 1, Change.Type.STATEMENT, HELD));
    assertThat(review.decisions(HELD))
        .containsExactly(
            new Decision(
                HELD, Decision.Outcome.ACCEPTED, null, "Ilse", "heard the recording", NOON));
  }

  @Test
  void whatIsGivenToAnotherSpeakerStandsUnderThem() {
    review.decide(
        HELD,
        new Verdict.ChangeSpeaker(new Speaker.Named(0, "Tamsin Orrel"), new Side("Quorin")),
        "Ilse",
        "");

    assertThat(held().speaker()).isEqualTo(new Speaker.Named(1, "Tamsin Orrel"));
    assertThat(held().side()).isEqualTo(new Side("Quorin"));
    assertThat(held().status()).isEqualTo(Status.STANDING);
    assertThat(review.decisions(HELD))
        .extracting(Decision::speaker)
        .containsExactly("Tamsin Orrel");
  }

  @Test
  void whatIsRejectedStaysHeldAndWaitsNoMore() {
    review.decide(HELD, new Verdict.Reject(), "Ilse", "a caption");
    assertThat(held().status()).isEqualTo(Status.HELD);
    assertThat(review.waiting(10)).isEmpty();
  }

  @Test
  void aStandingStatementCanBeRejectedAndAcceptedAgain() {
    review.decide(1, new Verdict.Reject(), "Ilse", "a slip");
    assertThat(store.record().statement(1).orElseThrow().status()).isEqualTo(Status.HELD);
    review.decide(1, new Verdict.Accept(), "Ilse", "my slip");
    assertThat(store.record().statement(1).orElseThrow().standing()).isTrue();
    assertThat(review.decisions(1)).hasSize(2);
  }

  @Test
  void whatItsSourceWithdrewIsNotForAnEditorToRestore() {
    store
        .record()
        .save(
            Records.changing(
                Records.document("notice.txt", "N"), new StatusChange(1, Status.RETRACTED, "r")));
    assertThatThrownBy(() -> review.decide(1, new Verdict.Accept(), "Ilse", ""))
        .hasMessage("Statement 1 was withdrawn by its source and can't be decided on.");
    assertThat(review.decisions(1)).isEmpty();
  }

  @Test
  void anUnknownStatementOrSpeakerIsRefused() {
    assertThatThrownBy(() -> review.decide(99, new Verdict.Accept(), "Ilse", ""))
        .hasMessage("No statement has the number 99.");
    assertThatThrownBy(
            () ->
                review.decide(
                    HELD,
                    new Verdict.ChangeSpeaker(new Speaker.Named(0, "Nobody Known"), null),
                    "Ilse",
                    ""))
        .hasMessage("No official is called Nobody Known");
    assertThat(held().status()).isEqualTo(Status.HELD);
  }
}
