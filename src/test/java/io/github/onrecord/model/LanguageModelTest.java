package io.github.onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.model.Outcome.Failed;
import io.github.onrecord.model.Outcome.Reason;
import io.github.onrecord.model.Outcome.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls over real HTTP on loopback: what comes back, whatever the server does. */
class LanguageModelTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final Inquiry INQUIRY =
      new Inquiry(
          Prompt.SEARCH_TERMS,
          Map.of("question", "What of {{question}} and {{it}} \"tolls\"?"),
          new JsonShape.Fields(
              Map.of("terms", new JsonShape.ListOf(new JsonShape.OneOf(List.of("q7", "x2"))))));

  private final ModelStub stub = ModelStub.start();

  @AfterEach
  void close() {
    stub.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"NONE"},
      mode = EnumSource.Mode.EXCLUDE)
  void asksEveryProviderForJsonOfTheGivenShape(Provider provider) {
    stub.says("{\"terms\":[\"q7\"]}");
    try (LanguageModel model = connect(stub.settings(provider, AMPLE))) {
      Outcome outcome = model.ask(INQUIRY, AMPLE);

      assertThat(outcome).isInstanceOf(Reply.class);
      assertThat(((Reply) outcome).json()).hasToString("{\"terms\":[\"q7\"]}");
      assertThat(stub.asked())
          .singleElement()
          .extracting(ModelStub.Asked::body)
          .asString()
          .contains("q7", "x2", "terms");
      assertThat(model.counts()).isEqualTo(new ModelCounts(1, 1, 0, 11, 7));
    }
  }

  @Test
  void sendsInstructionsAndMaterialApartAndAPersonsBracesAsTheyAre() {
    stub.says("{}");
    try (LanguageModel model = stub.model(AMPLE)) {
      model.ask(INQUIRY, AMPLE);
    }

    List<String> messages = stub.asked().get(0).messages();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0)).doesNotContain("tolls");
    assertThat(messages.get(1)).contains("What of {{question}} and {{it}} \"tolls\"?");
    assertThat(stub.asked().get(0).labels()).containsExactly("q7", "x2");
    assertThat(stub.asked().get(0).body()).contains("\"strict\"");
  }

  @Test
  void takesTheObjectOutOfAFence() {
    stub.says("```json\n{\"terms\":[]}\n```");
    try (LanguageModel model = stub.model(AMPLE)) {
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Certainly! She said the toll is fair.",
        "",
        "[1, 2]",
        "{\"terms\": [}",
        "{\"a\":1} {\"a\":2}",
        "{\"a\":1,\"a\":2}",
        "} {"
      })
  void callsAnythingButOneJsonObjectAFault(String reply) {
    stub.says(reply);
    try (LanguageModel model = stub.model(AMPLE)) {
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isIn(Reason.NOT_JSON, Reason.FAULT);
    }
  }

  @Test
  void refusesAReplyWithoutEnd() {
    stub.says("{\"terms\":\"" + "a".repeat(70_000) + "\"}");
    try (LanguageModel model = stub.model(AMPLE)) {
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.NOT_JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void callsARefusalAFaultAndAsksOnlyOnce(int status) {
    stub.fails(status);
    try (LanguageModel model = stub.model(AMPLE)) {
      assertThat(model.ask(INQUIRY, AMPLE)).isEqualTo(new Failed(Reason.FAULT, "HTTP " + status));
      assertThat(stub.asked()).hasSize(1);
      assertThat(model.counts().faults()).isEqualTo(1);
    }
  }

  @Test
  void callsGarbageAFault() {
    stub.sendsGarbage();
    try (LanguageModel model = stub.model(AMPLE)) {
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.FAULT);
    }
  }

  @Test
  void callsAServerThatIsNotThereAFault() {
    ModelSettings settings = stub.settings(Provider.OPENAI, AMPLE);
    stub.close();
    try (LanguageModel model = connect(settings)) {
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.FAULT);
    }
  }

  @Test
  void doesNotWaitForAServerThatDrips() {
    stub.drips();
    try (LanguageModel model = stub.model(AMPLE)) {
      assertThat(reason(model.ask(INQUIRY, SHORT))).isEqualTo(Reason.DEADLINE);
    }
  }

  @Test
  void doesNotWaitForAServerThatKeepsSilentAndFreesItsPlace() {
    stub.keepsSilent().says("{}");
    try (LanguageModel model = stub.model(AMPLE)) {
      assertThat(reason(model.ask(INQUIRY, SHORT))).isEqualTo(Reason.DEADLINE);
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
    }
  }

  @Test
  void waitsForAPlaceNoLongerThanForAReply() {
    CompletableFuture<Void> asked = new CompletableFuture<>();
    CompletableFuture<String> reply = new CompletableFuture<>();
    stub.says(
        request -> {
          asked.complete(null);
          return reply.join();
        });
    try (LanguageModel model = connect(limited(1, 100, 100))) {
      CompletableFuture<Outcome> first =
          CompletableFuture.supplyAsync(() -> model.ask(INQUIRY, AMPLE));
      asked.join();
      assertThat(reason(model.ask(INQUIRY, SHORT))).isEqualTo(Reason.BUSY);
      reply.complete("{}");
      assertThat(first.join()).isInstanceOf(Reply.class);
    }
  }

  @Test
  void keepsToTheCallsOfADay() {
    stub.says("{}");
    Day day = new Day();
    try (LanguageModel model = connect(limited(1, 2, 1_000), day)) {
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.BUDGET);
      day.now = day.now.plus(Duration.ofDays(1));
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
    }
  }

  @Test
  void keepsToTheTokensOfADay() {
    stub.says("{}");
    Day day = new Day();
    try (LanguageModel model = connect(limited(1, 100, 18), day)) {
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.BUDGET);
      day.now = day.now.plus(Duration.ofDays(1));
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
    }
  }

  @Test
  void keepsToAPersonsShareOfADay() {
    stub.says("{}");
    Day day = new Day();
    try (LanguageModel model = connect(budgeted(new Budget(100, 1000, 1, 1000, 0, 0, 0)), day)) {
      assertThat(model.ask(INQUIRY.paidBy(1L), AMPLE)).isInstanceOf(Reply.class);
      assertThat(reason(model.ask(INQUIRY.paidBy(1L), AMPLE))).isEqualTo(Reason.BUDGET);
      assertThat(model.ask(INQUIRY.paidBy(2L), AMPLE)).isInstanceOf(Reply.class);
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      day.now = day.now.plus(Duration.ofDays(1));
      assertThat(model.ask(INQUIRY.paidBy(1L), AMPLE)).isInstanceOf(Reply.class);
    }
  }

  @Test
  void keepsToAPersonsTokens() {
    stub.says("{}");
    try (LanguageModel model = connect(budgeted(new Budget(100, 1000, 100, 18, 0, 0, 0)))) {
      assertThat(model.ask(INQUIRY.paidBy(1L), AMPLE)).isInstanceOf(Reply.class);
      assertThat(reason(model.ask(INQUIRY.paidBy(1L), AMPLE))).isEqualTo(Reason.BUDGET);
      assertThat(model.ask(INQUIRY.paidBy(2L), AMPLE)).isInstanceOf(Reply.class);
    }
  }

  @Test
  void keepsToTheMoneyOfADay() {
    stub.says("{}");
    // A reply costs 11 × 2 + 7 × 4 = 50 millionths.
    Budget budget = new Budget(100, 1000, 100, 1000, 0.000_09, 2, 4);
    try (LanguageModel model = connect(budgeted(budget))) {
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.BUDGET);
    }
  }

  @Test
  void aRestartDoesNotBeginTheDayAnew() {
    stub.says("{}");
    Day day = new Day();
    Ledger ledger = new MemoryLedger();
    for (int start = 0; start < 2; start++) {
      try (LanguageModel model =
          LanguageModel.connect(limited(1, 2, 1_000), Prompts.load(null), ledger, day)) {
        assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      }
    }
    try (LanguageModel model =
        LanguageModel.connect(limited(1, 2, 1_000), Prompts.load(null), ledger, day)) {
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.BUDGET);
    }
  }

  @Test
  void leavesAServerAloneThatFailsAgainAndAgainAndTriesItLater() {
    stub.fails(503);
    Day day = new Day();
    try (LanguageModel model = connect(limited(1, 100, 1_000), day)) {
      for (int i = 0; i < 5; i++) {
        assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.FAULT);
      }
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.RESTING);
      assertThat(stub.asked()).hasSize(5);

      day.now = day.now.plus(Duration.ofSeconds(31));
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.FAULT);
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.RESTING);
      stub.says("{}");
      day.now = day.now.plus(Duration.ofSeconds(31));
      model.ask(INQUIRY, AMPLE); // The stub's last refusal.
      day.now = day.now.plus(Duration.ofSeconds(31));
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
      assertThat(model.ask(INQUIRY, AMPLE)).isInstanceOf(Reply.class);
    }
  }

  @Test
  void aBudgetThatIsUsedUpSaysNothingAboutTheServer() {
    stub.says("{}");
    Day day = new Day();
    try (LanguageModel model = connect(limited(1, 0, 1_000), day)) {
      for (int i = 0; i < 20; i++) {
        assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.BUDGET);
      }
    }
  }

  @Test
  void neverRepliesWhenThereIsNoModel() {
    try (LanguageModel model = connect(ModelSettings.none())) {
      assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.NO_MODEL);
      assertThat(model.counts()).isEqualTo(new ModelCounts(0, 0, 0, 0, 0));
      assertThat(model.deadline()).isEqualTo(Duration.ZERO);
    }
  }

  @Test
  void repliesNothingAfterItWasClosed() {
    stub.says("{}");
    LanguageModel model = stub.model(AMPLE);
    model.close();
    assertThat(reason(model.ask(INQUIRY, AMPLE))).isEqualTo(Reason.BUSY);
  }

  @Test
  void keepsKeyAndPromptOutOfTheLog() {
    StringBuilder log = new StringBuilder();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            log.append(new SimpleFormatter().format(entry));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    Level level = root.getLevel();
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    handler.setLevel(Level.ALL);
    stub.fails(401).sendsGarbage();
    try (LanguageModel model = stub.model(AMPLE)) {
      model.ask(INQUIRY, AMPLE);
      model.ask(INQUIRY, AMPLE);
    } finally {
      root.removeHandler(handler);
      root.setLevel(level);
    }

    assertThat(log.toString()).contains("HTTP 401").doesNotContain("key-7421", "tolls");
    assertThat(stub.asked().get(0).authorization()).isEqualTo("Bearer key-7421");
  }

  private ModelSettings limited(int concurrent, long calls, long tokens) {
    return settings(concurrent, Budget.of(calls, tokens));
  }

  private ModelSettings budgeted(Budget budget) {
    return settings(1, budget);
  }

  private ModelSettings settings(int concurrent, Budget budget) {
    return new ModelSettings(
        Provider.OPENAI,
        stub.baseUrl(Provider.OPENAI),
        null,
        "stub-model",
        AMPLE,
        concurrent,
        budget);
  }

  private static LanguageModel connect(ModelSettings settings) {
    return connect(settings, Clock.systemUTC());
  }

  private static LanguageModel connect(ModelSettings settings, Clock clock) {
    return LanguageModel.connect(settings, Prompts.load(null), new MemoryLedger(), clock);
  }

  private static Reason reason(Outcome outcome) {
    return ((Failed) outcome).reason();
  }

  /** A clock that a test sets. */
  private static final class Day extends Clock implements InstantSource {
    private Instant now = Instant.parse("2044-05-12T23:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
