package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.check.Checked;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import io.github.onrecord.web.Health;
import io.github.onrecord.web.Metrics;
import io.github.onrecord.web.WebServer;
import io.github.onrecord.web.WebSettings;
import io.github.onrecord.web.WebhookPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telegram brings updates instead of being asked for them. */
class WebhookTest {
  private static final Webhook WEBHOOK =
      new Webhook(URI.create("https://record.example/telegram"), "a-long_Secret-1");
  private static final Me ME = new Me(12345, "onrecord_bot");
  private static final long READER = 4242;

  @TempDir private Path folder;
  private Path file;
  private Store store;
  private BotApiEmulator telegram;
  private WebhookDoor door;
  private @Nullable WebServer server;

  @BeforeEach
  void begin() {
    file = folder.resolve("ferry.db");
    store = Store.open(file, Clock.systemUTC());
    telegram = new BotApiEmulator();
    door = new WebhookDoor(WEBHOOK);
  }

  @AfterEach
  void end() {
    if (server != null) {
      server.close();
    }
    telegram.close();
    store.close();
  }

  @Test
  void whatIsBroughtIsOnDiskBeforeItIsTakenAndOnlyOnce() throws Exception {
    openDoor();
    serve(door);

    assertThat(bring(WEBHOOK.secret(), update(1, "Who spoke?"))).isEqualTo(200);
    // As a process sees it that begins after this one has died.
    try (Store after = Store.open(file, Clock.systemUTC())) {
      assertThat(after.inbox().waiting()).isEqualTo(1);
    }
    // When our answer is lost, Telegram brings it again.
    assertThat(bring(WEBHOOK.secret(), update(1, "Who spoke?"))).isEqualTo(200);
    assertThat(store.inbox().waiting()).isEqualTo(1);
  }

  @Test
  void aStrangerBringsNothing() throws Exception {
    openDoor();
    serve(door);

    for (String secret : new String[] {null, "", "a-long_Secret-2", "a-long_Secret-1x"}) {
      assertThat(bring(secret, update(2, "Let me in"))).as(secret).isEqualTo(403);
    }
    assertThat(store.inbox().waiting()).isZero();
  }

  @Test
  void whatIsNoUpdateIsRefused() throws Exception {
    openDoor();
    serve(door);

    for (String body : List.of("", "no JSON", "[]", "{}", "{\"update_id\":\"x\"}", "null")) {
      assertThat(bring(WEBHOOK.secret(), body)).as(body).isEqualTo(400);
    }
    assertThat(bring(WEBHOOK.secret(), " ".repeat(WebhookDoor.LARGEST + 1))).isEqualTo(413);
    assertThat(store.inbox().waiting()).isZero();
  }

  @Test
  void whatCannotBeStoredIsNotTaken() throws Exception {
    openDoor();
    serve(door);
    store.close();

    assertThat(bring(WEBHOOK.secret(), update(3, "Who spoke?"))).isGreaterThanOrEqualTo(500);
    store = Store.open(file, Clock.systemUTC());
    assertThat(store.inbox().waiting()).isZero();
  }

  @Test
  void untilTheBotKnowsWhoItIsNothingIsTaken() throws Exception {
    serve(door);

    assertThat(bring(WEBHOOK.secret(), update(4, "Who spoke?"))).isEqualTo(503);
  }

  @Test
  void theBotRegistersItselfAndAnswersWhatIsBrought() throws Exception {
    try (Bot bot =
        new Bot(
            settings(WEBHOOK),
            store,
            new PlainDesk(store.record()),
            text -> new Checked(Language.ENGLISH, List.of()),
            language -> List.of(),
            Clock.systemUTC())) {
      assertThat(bot.trouble()).isPresent();
      bot.start();
      telegram.awaitCall("setwebhook");
      serve(bot.door().orElseThrow());

      assertThat(bring(WEBHOOK.secret(), update(5, "/help"))).isEqualTo(200);

      telegram.await(sent -> sent.stream().anyMatch(message -> message.chatId() == READER));
      assertThat(telegram.calls()).doesNotContain("getupdates", "deletewebhook");
      assertThat(bot.deliveries()).isNotNull();
    }
  }

  @Test
  void aBotThatAsksHasTheWebhookRemoved() {
    try (Bot bot =
        new Bot(
            settings(null),
            store,
            new PlainDesk(store.record()),
            text -> new Checked(Language.ENGLISH, List.of()),
            language -> List.of(),
            Clock.systemUTC())) {
      bot.start();
      telegram.awaitCall("getupdates");

      assertThat(telegram.calls()).contains("deletewebhook").doesNotContain("setwebhook");
      assertThat(bot.door()).isEmpty();
    }
  }

  @Test
  void aSecretThatTelegramWouldRefuseIsRefused() {
    assertThatThrownBy(() -> new Webhook(WEBHOOK.url(), "with a space"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Webhook(URI.create("https://record.example"), "secret"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(WEBHOOK.toString()).doesNotContain(WEBHOOK.secret());
  }

  private void openDoor() {
    door.open(
        new Arrivals(
            store.inbox(),
            new UpdateReader(ME, new Offers(java.util.Set.of())),
            new Discretion(ME, new Offers(java.util.Set.of())),
            query -> {}),
        () -> {});
  }

  private void serve(WebhookDoor at) {
    server =
        new WebServer(
            new WebSettings("127.0.0.1", 0, null),
            store,
            (topic, ids) -> Set.of(),
            new Health(),
            new Metrics(),
            new WebhookPath(WEBHOOK, at),
            Clock.systemUTC());
    server.start();
  }

  private int bring(@Nullable String secret, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/telegram"))
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (secret != null) {
      request.header(WebhookDoor.SECRET_HEADER, secret);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String update(int id, String text) {
    return """
        {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
         "chat":{"id":%d,"type":"private"},"from":{"id":%d,"is_bot":false}}}
        """
        .formatted(900 + id, id, text, READER, READER);
  }

  private BotSettings settings(@Nullable Webhook webhook) {
    return new BotSettings(
        URI.create(telegram.url()),
        BotApiEmulator.TOKEN,
        Duration.ofSeconds(1),
        LocalTime.of(8, 30),
        ZoneOffset.UTC,
        20,
        Duration.ofDays(30),
        null,
        webhook,
        Limits.DEFAULT,
        null);
  }
}
