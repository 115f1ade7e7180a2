package io.github.onrecord.ingest;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code officials.conf}, the editor's registry of officials. */
public final class OfficialsFile {
  private static final Set<String> KEYS = Set.of("name", "aliases", "side", "posts");
  private static final Set<String> POST_KEYS = Set.of("role", "from", "to");

  private OfficialsFile() {}

  /**
   * The officials of {@code officials.conf} in a folder, or of the packed one.
   *
   * @param folder the operator's config folder, or null
   * @throws IllegalArgumentException naming file, line, key and what is allowed
   */
  public static List<Official> read(@Nullable Path folder) {
    Path file = folder == null ? null : folder.resolve("officials.conf");
    try {
      Config config =
          file != null && Files.exists(file)
              ? ConfigFactory.parseFile(file.toFile())
              : ConfigFactory.parseResources(
                  OfficialsFile.class.getClassLoader(), "config/officials.conf");
      for (String key : config.root().keySet()) {
        if (!key.equals("officials")) {
          throw wrong(config.root().get(key), key, "the only key of this file is \"officials\"");
        }
      }
      List<Official> officials = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (ConfigObject entry : config.resolve().getObjectList("officials")) {
        Official official = official(entry);
        if (!names.add(official.name())) {
          throw wrong(entry.get("name"), "name", "it stands in the file twice");
        }
        officials.add(official);
      }
      return List.copyOf(officials);
    } catch (ConfigException e) {
      throw new IllegalArgumentException("officials.conf can't be read: " + e.getMessage(), e);
    }
  }

  private static Official official(ConfigObject entry) {
    only(entry, KEYS, "allowed are name, aliases, side and posts");
    Config official = entry.toConfig();
    String name = text(entry, "name", "each official needs a full name");
    List<String> aliases =
        official.hasPath("aliases") ? official.getStringList("aliases") : List.of();
    Side side = official.hasPath("side") ? new Side(text(entry, "side", "it is empty")) : null;
    List<Post> posts = new ArrayList<>();
    if (official.hasPath("posts")) {
      for (ConfigObject post : official.getObjectList("posts")) {
        posts.add(post(post));
      }
    }
    return new Official(
        0, name, aliases.stream().filter(a -> !a.equals(name)).distinct().toList(), side, posts);
  }

  private static Post post(ConfigObject entry) {
    only(entry, POST_KEYS, "allowed are role, from and to");
    String role = text(entry, "role", "each post needs its role");
    LocalDate from = day(entry, "from");
    LocalDate to = day(entry, "to");
    if (from != null && to != null && to.isBefore(from)) {
      throw wrong(entry.get("to"), "to", "a post can't end before it begins");
    }
    return new Post(role, from, to);
  }

  private static void only(ConfigObject entry, Set<String> keys, String allowed) {
    for (String key : entry.keySet()) {
      if (!keys.contains(key)) {
        throw wrong(entry.get(key), key, allowed);
      }
    }
  }

  private static String text(ConfigObject entry, String key, String missing) {
    String text = entry.containsKey(key) ? entry.toConfig().getString(key).strip() : "";
    if (text.isEmpty()) {
      throw wrong(entry.containsKey(key) ? entry.get(key) : entry, key, missing);
    }
    return text;
  }

  private static @Nullable LocalDate day(ConfigObject entry, String key) {
    if (!entry.containsKey(key)) {
      return null;
    }
    try {
      return LocalDate.parse(entry.toConfig().getString(key));
    } catch (DateTimeParseException e) {
      throw wrong(entry.get(key), key, "a day is written YYYY-MM-DD");
    }
  }

  private static IllegalArgumentException wrong(
      @Nullable ConfigValue at, String key, String allowed) {
    String line =
        at == null ? "officials.conf" : "officials.conf, line " + at.origin().lineNumber();
    return new IllegalArgumentException(line + ", " + key + ": " + allowed + ".");
  }
}
