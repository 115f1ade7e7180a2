package io.github.onrecord.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Asks feeds for news, each at its own pace. {@link #tick} asks those that are due; whoever runs it
 * calls it again at the moment that it returns. Requests are conditional; a feed that fails is
 * reported and asked less and less often. What was asked when is not kept over a restart: the first
 * round asks all, and what is on record already changes nothing. Not thread-safe: one thread ticks.
 */
public final class FeedPoller {
  /** A feed that keeps failing is still asked once a day. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** Pauses vary by so much, so that feeds of one server aren't all asked at once. */
  private static final double JITTER = 0.1;

  private final Ingestion ingestion;
  private final Fetcher fetcher;
  private final Clock clock;
  private final RandomGenerator random;
  private final Consumer<IngestReport> reports;
  private final List<Polled> feeds = new ArrayList<>();
  private final Map<String, Instant> lastRead = new ConcurrentHashMap<>();

  /**
   * Makes a poller; nothing is asked before the first {@link #tick}.
   *
   * @param random for the jitter
   * @param reports gets a report for each new item and each failure
   */
  public FeedPoller(
      List<Feed> feeds,
      Ingestion ingestion,
      Fetcher fetcher,
      Clock clock,
      RandomGenerator random,
      Consumer<IngestReport> reports) {
    this.ingestion = ingestion;
    this.fetcher = fetcher;
    this.clock = clock;
    this.random = random;
    this.reports = reports;
    Instant now = clock.instant();
    feeds.forEach(feed -> this.feeds.add(new Polled(feed, now)));
  }

  /** A feed and how it went so far. */
  private static final class Polled {
    private final Feed feed;
    private Instant due;
    private int failures;
    private Fetcher.Validators validators = Fetcher.Validators.NONE;

    Polled(Feed feed, Instant due) {
      this.feed = feed;
      this.due = due;
    }
  }

  /** When each feed was last read without a fault; those that never were are left out. */
  public Map<String, Instant> lastRead() {
    return Map.copyOf(lastRead);
  }

  /** Asks the feeds that are due; returns when the next one is, a day from now if there is none. */
  public Instant tick() {
    Instant next = clock.instant().plus(LONGEST_PAUSE);
    for (Polled polled : feeds) {
      if (!polled.due.isAfter(clock.instant())) {
        poll(polled);
      }
      next = polled.due.isBefore(next) ? polled.due : next;
    }
    return next;
  }

  private void poll(Polled polled) {
    String name = polled.feed.address().toString();
    try {
      Fetcher.Fetched fetched = fetcher.fetch(name, polled.feed.address(), polled.validators);
      Original original = fetched.original();
      List<IngestReport> items = new ArrayList<>();
      if (original != null) {
        Hints hints = new Hints(null, polled.feed.source(), null);
        ingestion.ingest(original, hints, polled.feed.follow(), items::add);
      }
      items.stream().filter(FeedPoller::isNews).forEach(reports);
      if (items.size() == 1 && items.get(0).refused() && items.get(0).item() == null) {
        later(polled, Duration.ZERO);
      } else {
        polled.validators = original == null ? polled.validators : fetched.validators();
        polled.failures = 0;
        lastRead.put(name, clock.instant());
        polled.due = clock.instant().plus(varied(polled.feed.every()));
      }
    } catch (UnreadableException e) {
      Duration asked =
          e instanceof Fetcher.FetchException failed && failed.retryAfter() != null
              ? failed.retryAfter()
              : Duration.ZERO;
      later(polled, asked);
      String reason =
          e.getMessage() + " (failure " + polled.failures + "; next try at " + polled.due + ")";
      reports.accept(new IngestReport(name, null, new IngestReport.Refused(reason)));
    }
  }

  private static boolean isNews(IngestReport report) {
    return !(report.outcome() instanceof IngestReport.Unchanged);
  }

  /** Doubles the pause with each failure; waits at least as long as the server asks. */
  private void later(Polled polled, Duration asked) {
    polled.failures++;
    Duration pause = polled.feed.every().multipliedBy(1L << Math.min(polled.failures, 10));
    pause = varied(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    polled.due = clock.instant().plus(pause.compareTo(asked) > 0 ? pause : asked);
  }

  private Duration varied(Duration pause) {
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis((long) (pause.toMillis() * factor));
  }
}
