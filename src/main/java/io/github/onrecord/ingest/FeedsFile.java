package io.github.onrecord.ingest;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code feeds.conf}. */
public final class FeedsFile {
  private static final Set<String> KEYS = Set.of("address", "every", "follow", "source");
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration DEFAULT_EVERY = Duration.ofMinutes(15);

  private FeedsFile() {}

  /**
   * The feeds of {@code feeds.conf} in a folder, or of the packed one.
   *
   * @param folder the operator's config folder, or null
   * @throws IllegalArgumentException naming file, line, key and what is allowed
   */
  public static List<Feed> read(@Nullable Path folder) {
    Path file = folder == null ? null : folder.resolve("feeds.conf");
    try {
      Config config =
          file != null && Files.exists(file)
              ? ConfigFactory.parseFile(file.toFile())
              : ConfigFactory.parseResources(FeedsFile.class.getClassLoader(), "config/feeds.conf");
      for (String key : config.root().keySet()) {
        if (!key.equals("feeds")) {
          throw wrong(config.root().get(key), key, "the only key of this file is \"feeds\"");
        }
      }
      List<Feed> feeds = new ArrayList<>();
      for (ConfigObject entry : config.resolve().getObjectList("feeds")) {
        feeds.add(feed(entry));
      }
      return List.copyOf(feeds);
    } catch (ConfigException e) {
      throw new IllegalArgumentException("feeds.conf can't be read: " + e.getMessage(), e);
    }
  }

  private static Feed feed(ConfigObject entry) {
    for (String key : entry.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong(entry.get(key), key, "allowed are address, every, follow and source");
      }
    }
    Config feed = entry.toConfig();
    ConfigValue address = entry.get("address");
    if (address == null) {
      throw wrong(entry, "address", "each feed needs its http or https address");
    }
    Duration every = feed.hasPath("every") ? feed.getDuration("every") : DEFAULT_EVERY;
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw wrong(entry.get("every"), "every", "allowed is 1 minute to 7 days");
    }
    return new Feed(
        address(feed.getString("address"), address),
        every,
        feed.hasPath("follow") && feed.getBoolean("follow"),
        feed.hasPath("source") ? feed.getString("source") : null);
  }

  private static URI address(String text, ConfigValue value) {
    try {
      URI uri = new URI(text);
      if (PageFacts.isWeb(text) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw wrong(value, "address", "it is no valid address");
    }
    throw wrong(value, "address", "it must begin with http:// or https://");
  }

  private static IllegalArgumentException wrong(
      @Nullable ConfigValue at, String key, String allowed) {
    ConfigOrigin origin = at == null ? null : at.origin();
    String line = origin == null ? "feeds.conf" : "feeds.conf, line " + origin.lineNumber();
    return new IllegalArgumentException(line + ", " + key + ": " + allowed + ".");
  }
}
