package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.answer.Answerer;
import io.github.onrecord.answer.QueryRewriter;
import io.github.onrecord.answer.RecordDesk;
import io.github.onrecord.check.Checked;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.model.ModelStub;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import io.github.onrecord.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that takes its time holds up nobody who doesn't need it, and nobody for ever. */
class SlowModelTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than may wait, and more than there are threads. */
  private static final int ASKING = RecordDesk.WAITING + 8;

  @TempDir Path folder;

  @Test
  void quotesAndCommandsAreAnsweredWhileAModelKeepsManyWaiting() {
    CompletableFuture<String> reply = new CompletableFuture<>();
    try (ModelStub stub = ModelStub.start().says(asked -> reply.join());
        LanguageModel model = stub.model(PATIENCE);
        BotApiEmulator telegram = new BotApiEmulator();
        Store store = Store.open(folder.resolve("onrecord.db"), Clock.systemUTC());
        RecordIndex index =
            RecordIndex.open(store.record(), store.uuid(), null, Lexicon.load(folder, null))) {
      FerryTalks.begin(store);
      try (Bot bot = bot(telegram, store, desk(index, model))) {
        for (int chat = 1; chat <= ASKING; chat++) {
          telegram.say(chat, "What did Calder say about the harbour in port " + chat + "?");
        }
        telegram.say(900, "/quote Calder harbour");
        telegram.say(901, "/quote Calder volcanoes");
        telegram.say(902, "/help");
        bot.start();

        telegram.await(
            sent ->
                Set.of(900L, 901L, 902L).stream()
                    .allMatch(chat -> sent.stream().anyMatch(one -> one.chatId() == chat)));
        assertThat(telegram.sent())
            .as("who asks when so many wait is answered without the model")
            .filteredOn(sent -> sent.chatId() <= ASKING)
            .hasSizeLessThanOrEqualTo(ASKING - RecordDesk.WAITING);
        assertThat(stub.asked()).hasSizeLessThanOrEqualTo(4);

        reply.complete("{\"points\":[]}");
        telegram.await(
            sent -> sent.stream().filter(one -> one.chatId() <= ASKING).count() == ASKING);
        assertThat(telegram.sent())
            .filteredOn(sent -> sent.chatId() <= ASKING)
            .allMatch(sent -> sent.text().contains(FerryTalks.CALDER_WORDS));
      }
    }
  }

  private static RecordDesk desk(RecordIndex index, LanguageModel model) {
    Clock clock = Clock.systemUTC();
    return new RecordDesk(
        index,
        new QuestionReader(index, clock),
        new Retriever(index),
        Answerer.withModel(model, (word, language) -> Set.of(), new Random(5), clock),
        new QueryRewriter(model));
  }

  private static Bot bot(BotApiEmulator telegram, Store store, RecordDesk desk) {
    BotSettings settings =
        new BotSettings(
            URI.create(telegram.url()),
            BotApiEmulator.TOKEN,
            Duration.ofSeconds(1),
            LocalTime.of(8, 30),
            ZoneOffset.UTC,
            20,
            Duration.ofDays(30),
            null,
            null,
            Limits.DEFAULT,
            "stub");
    return new Bot(
        settings,
        store,
        desk,
        text -> new Checked(Language.ENGLISH, List.of()),
        Session.EXAMPLES::get,
        Clock.systemUTC());
  }
}
