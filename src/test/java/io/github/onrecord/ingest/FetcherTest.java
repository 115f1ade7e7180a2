package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2041-05-12T10:00:00Z"), ZoneOffset.UTC);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String robots = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    serve(
        "/robots.txt",
        e -> answer(e, robots.isEmpty() ? 404 : 200, robots.getBytes(StandardCharsets.UTF_8)));
    server.start();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void fetchesADocumentWithItsTypeAndEncoding() throws Exception {
    serve(
        "/a",
        e -> {
          e.getResponseHeaders().set("Content-Type", "text/html; charset=windows-1251");
          answer(e, 200, "<p>Лунц сказала: нет.".getBytes("windows-1251"));
        });
    Original original = fetch("/a");
    assertThat(original.mediaType()).isEqualTo("text/html");
    assertThat(TextDecoder.decode(original)).contains("Лунц");
    assertThat(original.address()).isEqualTo(address("/a").toString());
  }

  @Test
  void asksWithTheValidatorsOfTheLastTime() throws Exception {
    serve(
        "/feed",
        e -> {
          boolean same = "\"7\"".equals(e.getRequestHeaders().getFirst("If-None-Match"));
          e.getResponseHeaders().set("ETag", "\"7\"");
          answer(e, same ? 304 : 200, same ? new byte[0] : new byte[] {'x'});
        });
    Fetcher fetcher = fetcher(FetchSettings.DEFAULT.maxBytes(), Duration.ofSeconds(20));
    Fetcher.Fetched first = fetcher.fetch("f", address("/feed"), Fetcher.Validators.NONE);
    Fetcher.Fetched second = fetcher.fetch("f", address("/feed"), first.validators());
    assertThat(first.original()).isNotNull();
    assertThat(second.original()).isNull();
  }

  @Test
  void followsRedirectsButNotForEver() throws Exception {
    serve("/from", e -> redirect(e, "/to"));
    serve("/to", e -> answer(e, 200, new byte[] {'x'}));
    serve("/loop", e -> redirect(e, "/loop"));
    assertThat(fetch("/from").address()).isEqualTo(address("/to").toString());
    assertRefused("/loop", "It redirects more than 5 times.");
  }

  @Test
  void refusesRedirectsToOtherProtocols() {
    serve("/file", e -> redirect(e, "file:///etc/passwd"));
    assertRefused("/file", "It redirects to something that is no web address.");
  }

  @Test
  void refusesBodiesThatAreTooLargeAlsoWhenPacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 300; i++) {
        zip.write(new byte[10_000]);
      }
    }
    serve(
        "/bomb",
        e -> {
          e.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(e, 200, packed.toByteArray());
        });
    assertThat(packed.size()).isLessThan(100_000);
    assertThatThrownBy(
            () -> fetcher(1024 * 1024, Duration.ofSeconds(20)).fetch("b", address("/bomb")))
        .hasMessage("It is larger than 1 MB.");
  }

  @Test
  void givesUpOnABodyThatDrips() {
    serve(
        "/drip",
        e -> {
          e.sendResponseHeaders(200, 0);
          e.getResponseBody().write('x');
          e.getResponseBody().flush();
          done.await();
        });
    assertThatThrownBy(() -> fetcher(1024, Duration.ofSeconds(1)).fetch("d", address("/drip")))
        .hasMessage("It took longer than 1 seconds.");
  }

  @Test
  void respectsRobots() throws Exception {
    robots = "User-agent: *\nDisallow: /private\n";
    serve("/private/a", e -> answer(e, 200, new byte[] {'x'}));
    serve("/public", e -> answer(e, 200, new byte[] {'x'}));
    assertRefused("/private/a", "The site's robots.txt asks programs not to read it.");
    assertThat(fetch("/public").bytes()).hasSize(1);
    assertThat(asked).doesNotContain("/private/a");
  }

  @Test
  void asksForRobotsOnceForASite() throws Exception {
    serve("/a", e -> answer(e, 200, new byte[] {'x'}));
    Fetcher fetcher = fetcher(1024, Duration.ofSeconds(20));
    fetcher.fetch("a", address("/a"));
    fetcher.fetch("a", address("/a"));
    assertThat(asked).containsExactly("/robots.txt", "/a", "/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/a",
        "http://169.254.169.254/latest/meta-data",
        "http://[fd00::1]/",
        "http://0.0.0.0/",
        "http://100.64.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::10.0.0.1]/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
        "http://[2002:a00:1::]/",
        "http://2130706433/",
        "http://198.18.0.1/"
      })
  void refusesPrivateNetworks(String address) {
    Fetcher fetcher = new Fetcher(FetchSettings.DEFAULT, CLOCK);
    assertThatThrownBy(() -> fetcher.fetch("a", new URI(address)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("It is an address of a private network, which is not fetched.");
  }

  /** A name that has a public address when it is checked and a private one when it is used. */
  @Test
  void aNameThatLeadsIntoAPrivateNetworkBesidesIsNotFollowedThere() throws Exception {
    InetAddress open = InetAddress.getByName("93.184.216.34");
    InetAddress hidden = InetAddress.getByName("10.0.0.1");

    assertThat(new PublicAddresses(host -> List.of(hidden, open)).lookup("rebinding.example"))
        .as("the connection is made to what was checked")
        .containsExactly(open);
    assertThatThrownBy(
            () -> new PublicAddresses(host -> List.of(hidden)).lookup("rebinding.example"))
        .isInstanceOf(PublicAddresses.PrivateAddressException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1::1"})
  void knowsAddressesOfTheOpenWeb(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void saysWhatTheServerAnswers() {
    serve("/gone", e -> answer(e, 410, new byte[0]));
    assertRefused("/gone", "The server answers 410.");
    assertThatThrownBy(
            () -> fetcher(1024, Duration.ofSeconds(20)).fetch("a", new URI("ftp://x.example/")))
        .hasMessage("Only http and https addresses are fetched.");
    assertThatThrownBy(
            () ->
                fetcher(1024, Duration.ofSeconds(20)).fetch("a", new URI("http://u:p@x.example/")))
        .hasMessage("Addresses with a user name in them are not fetched.");
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws Exception;
  }

  private void serve(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          try (exchange) {
            handler.handle(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Exception e) {
            throw new IOException(e);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, 302, new byte[0]);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private Fetcher fetcher(int maxBytes, Duration deadline) {
    return new Fetcher(new FetchSettings("OnRecord", deadline, 5, maxBytes, true), CLOCK);
  }

  private Original fetch(String path) throws UnreadableException {
    return fetcher(1024 * 1024, Duration.ofSeconds(20)).fetch("a", address(path));
  }

  private void assertRefused(String path, String sentence) {
    assertThatThrownBy(() -> fetch(path))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(sentence);
  }
}
