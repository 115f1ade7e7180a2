package io.github.onrecord.ingest;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Remembers what sites' robots.txt files allow. Thread-safe. */
final class Robots {
  /** A day is what the robots exclusion protocol (RFC 9309) allows at most. */
  private static final Duration FRESH = Duration.ofHours(6);

  private static final int MOST_SITES = 500;

  private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
  private final String agent;
  private final Clock clock;
  private final Map<HttpUrl, Known> sites = new LinkedHashMap<>();

  Robots(String userAgent, Clock clock) {
    this.agent = userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    this.clock = clock;
  }

  /** A robots.txt file as a server gave it. */
  record File(int status, String text) {
    static final File MISSING = new File(404, "");
  }

  /** Where robots.txt files come from. */
  interface Source {
    File get(HttpUrl address) throws UnreadableException;
  }

  private record Known(SimpleRobotRules rules, Instant until) {}

  /**
   * Whether a page may be read.
   *
   * @param file fetches a site's file when it isn't known; one that is missing allows everything, a
   *     server that fails allows nothing until it answers (RFC 9309)
   */
  boolean allow(HttpUrl page, Source file) throws UnreadableException {
    HttpUrl address = page.resolve("/robots.txt");
    if (address == null) {
      return false;
    }
    Known known = known(address);
    if (known == null) {
      File answer = file.get(address);
      known = new Known(rules(address, answer), clock.instant().plus(FRESH));
      if (answer.status() < 500) {
        remember(address, known);
      }
    }
    return known.rules().isAllowed(page.toString());
  }

  private SimpleRobotRules rules(HttpUrl address, File file) {
    return file.status() == 200
        ? parser.parseContent(
            address.toString(),
            file.text().getBytes(StandardCharsets.UTF_8),
            "text/plain",
            List.of(agent))
        : parser.failedFetch(file.status());
  }

  private synchronized @Nullable Known known(HttpUrl address) {
    Known known = sites.get(address);
    return known == null || known.until().isBefore(clock.instant()) ? null : known;
  }

  private synchronized void remember(HttpUrl address, Known known) {
    if (sites.size() >= MOST_SITES) {
      sites.clear();
    }
    sites.put(address, known);
  }
}
