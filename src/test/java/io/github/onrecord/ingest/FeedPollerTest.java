package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.onrecord.record.Publication;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds are asked at their pace; the clock is the test's. */
class FeedPollerTest {
  private static final Instant START = Instant.parse("2041-05-12T10:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(10);

  /** The pause may vary by a tenth. */
  private static final Duration SOON = Duration.ofMinutes(12);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<IngestReport> reports = new ArrayList<>();
  private HttpServer server;
  private Store store;
  private volatile int status = 200;
  private volatile String items = item(1);

  @BeforeEach
  void start() throws IOException {
    store = Store.open(folder.resolve("record.db"), clock);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    store.close();
  }

  @Test
  void asksEachFeedAtItsPaceAndReportsWhatIsNew() {
    FeedPoller poller = poller(false);
    Instant due = poller.tick();
    assertThat(reports).extracting(IngestReport::item).containsExactly("https://wire.example/1");
    assertThat(due).isBetween(START.plus(EVERY.multipliedBy(9).dividedBy(10)), START.plus(SOON));
    poller.tick();
    assertThat(feedRequests()).hasSize(1);

    items = item(2) + item(1);
    clock.now = due;
    poller.tick();
    assertThat(reports)
        .extracting(IngestReport::item)
        .containsExactly("https://wire.example/1", "https://wire.example/2");
  }

  @Test
  void asksOnlyForChanges() {
    FeedPoller poller = poller(false);
    clock.now = poller.tick();
    poller.tick();
    assertThat(feedRequests())
        .containsExactly("/feed null", "/feed \"" + item(1).hashCode() + "\"");
    assertThat(reports).hasSize(1);
  }

  @Test
  void asksAFailingFeedLessAndLessOftenAndSaysSo() {
    FeedPoller poller = poller(false);
    status = 500;
    Instant first = poller.tick();
    assertThat(first).isAfter(START.plus(EVERY.multipliedBy(3).dividedBy(2)));
    clock.now = first;
    Instant second = poller.tick();
    assertThat(Duration.between(first, second)).isGreaterThan(Duration.between(START, first));
    assertThat(reports).hasSize(2).allMatch(IngestReport::refused);
    assertThat(reports.get(1).line()).contains("The server answers 500.").contains("failure 2");

    status = 200;
    clock.now = second;
    assertThat(poller.tick()).isBefore(second.plus(SOON));
    assertThat(reports).hasSize(3);
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    FeedPoller poller = poller(false);
    status = 429;
    assertThat(poller.tick()).isEqualTo(START.plus(Duration.ofHours(5)));
  }

  @Test
  void readsTheLinkedPagesWhenAsked() {
    items = item(1).replace("https://wire.example/1", address("/page").toString());
    poller(true).tick();
    assertThat(store.record().document(1).orElseThrow().text())
        .contains("Solane said at length on the page");
  }

  @Test
  void readsTheListOfFeeds() throws IOException {
    Files.writeString(
        folder.resolve("feeds.conf"),
        "feeds = [ { address = \"https://wire.example/a\", every = 1 hour, follow = true, source = Wire } ]");
    assertThat(FeedsFile.read(folder))
        .containsExactly(
            new Feed(URI.create("https://wire.example/a"), Duration.ofHours(1), true, "Wire"));
    assertThat(FeedsFile.read(null)).isEmpty();
  }

  @Test
  void saysWhatIsWrongInTheListOfFeeds() throws IOException {
    assertWrong(
        "feeds = [\n { adress = \"https://wire.example/a\" } ]",
        "feeds.conf, line 2, adress: allowed are address, every, follow and source.");
    assertWrong(
        "feeds = [ { every = 1 hour } ]",
        "feeds.conf, line 1, address: each feed needs its http or https address.");
    assertWrong(
        "feeds = [ { address = \"ftp://a.example\" } ]",
        "feeds.conf, line 1, address: it must begin with http:// or https://.");
    assertWrong(
        "feeds = [ { address = \"https://a.example\"\n every = 1 second } ]",
        "feeds.conf, line 2, every: allowed is 1 minute to 7 days.");
    assertWrong("feed = []", "feeds.conf, line 1, feed: the only key of this file is \"feeds\".");
  }

  private void assertWrong(String content, String message) throws IOException {
    Files.writeString(folder.resolve("feeds.conf"), content);
    assertThatThrownBy(() -> FeedsFile.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private List<String> feedRequests() {
    return asked.stream().filter(path -> path.startsWith("/feed")).toList();
  }

  private FeedPoller poller(boolean follow) {
    Fetcher fetcher =
        new Fetcher(new FetchSettings("OnRecord", Duration.ofSeconds(20), 5, 100_000, true), clock);
    Assembly nothing =
        (text, document) ->
            new Assembly.Assembled(
                new Publication(document, List.of(), List.of(), List.of(), List.of()), List.of());
    Ingestion ingestion = new Ingestion(store.record(), nothing, fetcher, clock);
    Feed feed = new Feed(address("/feed"), EVERY, follow, null);
    return new FeedPoller(List.of(feed), ingestion, fetcher, clock, new Random(7), reports::add);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static String item(int number) {
    return "<item><title>Item %1$d</title><link>https://wire.example/%1$d</link><description>Solane said %1$d things about the channel.</description></item>"
        .formatted(number);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String known = exchange.getRequestHeaders().getFirst("If-None-Match");
      asked.add(path + " " + known);
      String tag = "\"" + items.hashCode() + "\"";
      exchange.getResponseHeaders().set("ETag", tag);
      exchange.getResponseHeaders().set("Retry-After", status == 429 ? "18000" : "1");
      boolean feed = path.equals("/feed");
      String page = "<h1>Channel</h1><p>Solane said at length on the page what he had said.</p>";
      String body =
          feed
              ? "<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title><link>https://wire.example</link><description>d</description>"
                  + items
                  + "</channel></rss>"
              : page;
      int code = path.equals("/robots.txt") ? 404 : tag.equals(known) ? 304 : feed ? status : 200;
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(code, code == 304 ? -1 : bytes.length);
      if (code != 304) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(bytes);
        }
      }
    }
  }

  private static final class SettableClock extends Clock {
    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
