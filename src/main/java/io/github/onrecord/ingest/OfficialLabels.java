package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Side;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Officials as an editor lists them, and whom a name means among those on record. */
final class OfficialLabels {
  private final RecordStore record;

  OfficialLabels(RecordStore record) {
    this.record = record;
  }

  /** Takes a list of officials into the record; who is on record already is known better now. */
  void store(Path file, List<LabelImport.Refusal> refusals) throws IOException {
    List<Official> listed = new JsonLines().read(file, OfficialLabels::official, refusals);
    List<Official> known = record.officials();
    List<Official> news = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Official official : listed) {
      Optional<Official> same =
          known.stream().filter(other -> samePerson(other, official)).findFirst();
      Official result = same.map(other -> merge(other, official)).orElse(official);
      boolean changed = same.isEmpty() || !same.get().equals(result);
      if (changed && names.add(result.name() + "\n" + result.side())) {
        news.add(result);
      }
    }
    if (!news.isEmpty()) {
      record.saveOfficials(news);
    }
  }

  private static Official official(JsonLines.Line line) throws JsonLines.BadRow {
    String name = line.text("name");
    List<Post> posts = new ArrayList<>();
    for (JsonLines.Line role : line.objects("roles")) {
      LocalDate from = role.dayOrNull("from");
      LocalDate to = role.dayOrNull("to");
      if (from != null && to != null && to.isBefore(from)) {
        throw new JsonLines.BadRow("The post \"" + role.text("role") + "\" ends before it begins.");
      }
      posts.add(new Post(role.text("role"), from, to));
    }
    List<String> aliases =
        line.texts("aliases").stream().filter(alias -> !alias.equals(name)).distinct().toList();
    return new Official(0, name, aliases, side(line.textOrNull("side")), posts);
  }

  private static boolean samePerson(Official known, Official listed) {
    return known.name().equals(listed.name())
        && (known.side() == null || listed.side() == null || known.side().equals(listed.side()));
  }

  private static Official merge(Official known, Official listed) {
    Set<String> aliases = new LinkedHashSet<>(known.aliases());
    aliases.addAll(listed.aliases());
    Set<Post> posts = new LinkedHashSet<>(known.posts());
    posts.addAll(listed.posts());
    return new Official(
        known.id(),
        known.name(),
        List.copyOf(aliases),
        known.side() != null ? known.side() : listed.side(),
        List.copyOf(posts));
  }

  /**
   * The official whom a name means: by the full name, else by an alias; the side decides among
   * several. Empty when nobody on record is called so.
   *
   * @throws JsonLines.BadRow when several are called so and the side doesn't decide
   */
  Optional<Official> named(String name, @Nullable String side) throws JsonLines.BadRow {
    List<Official> all = record.officials();
    List<Official> called = all.stream().filter(o -> o.name().equals(name)).toList();
    if (called.isEmpty()) {
      called = all.stream().filter(o -> o.aliases().contains(name)).toList();
    }
    if (called.size() > 1) {
      called =
          called.stream().filter(o -> o.side() != null && o.side().name().equals(side)).toList();
      if (called.size() != 1) {
        throw new JsonLines.BadRow(
            "Several officials on record are called \"" + name + "\": give the full name.");
      }
    }
    return called.stream().findFirst();
  }

  static @Nullable Side side(@Nullable String name) {
    return name == null ? null : new Side(name);
  }
}
