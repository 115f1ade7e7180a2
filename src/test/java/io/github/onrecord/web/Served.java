package io.github.onrecord.web;

import io.github.onrecord.message.PublicAddress;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A store whose pages are served on loopback. A topic is found where its words stand. */
final class Served implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2043-06-06T10:00:00Z"), ZoneOffset.UTC);

  final Store store;
  final Health health = new Health();
  final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  Served(Path folder, @Nullable PublicAddress site) {
    this.store = Store.open(folder.resolve("reef.db"), CLOCK);
    this.server =
        new WebServer(
            new WebSettings("127.0.0.1", 0, site),
            store,
            (topic, ids) -> {
              LinkedHashSet<Long> found = new LinkedHashSet<>(ids);
              found.removeIf(
                  id -> !store.record().statement(id).orElseThrow().text().contains(topic));
              return found;
            },
            health,
            new Metrics()
                .gauge("reef.statements", "On record", () -> store.record().standing().statements())
                .counters("reef.tides", "Tides", "kind", () -> Map.of("high", 3L)),
            null,
            CLOCK);
    server.start();
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  Document page(String path, String... headers) throws IOException, InterruptedException {
    return Jsoup.parse(get(path, headers).body());
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
