package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import io.github.onrecord.store.RecordStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The editor's registry of officials, put into the record: it wins over what documents made one
 * guess of a name, a side and the days of a post, and keeps what else they told. Immutable.
 */
public final class Registry {
  private final List<Official> officials;

  /**
   * @param officials as {@link OfficialsFile} reads them
   */
  public Registry(List<Official> officials) {
    this.officials = List.copyOf(officials);
  }

  /** Makes the record know these officials; the same registry again changes nothing. */
  public void putInto(RecordStore record) {
    if (officials.isEmpty()) {
      return;
    }
    List<Official> known = record.officials();
    List<Official> changed = new ArrayList<>();
    for (Official official : officials) {
      List<Official> same = known.stream().filter(other -> samePerson(other, official)).toList();
      Official result = same.size() == 1 ? over(same.get(0), official) : official;
      if (same.isEmpty() || (same.size() == 1 && !same.get(0).equals(result))) {
        changed.add(result);
      }
    }
    if (!changed.isEmpty()) {
      record.saveOfficials(changed);
    }
  }

  /** Whether somebody on record bears the name or an alias that the registry gives. */
  private static boolean samePerson(Official known, Official listed) {
    return known.name().equals(listed.name())
        || listed.aliases().contains(known.name())
        || known.aliases().contains(listed.name());
  }

  private static Official over(Official known, Official listed) {
    Set<String> aliases = new LinkedHashSet<>(listed.aliases());
    aliases.addAll(known.aliases());
    aliases.add(known.name());
    aliases.remove(listed.name());
    List<Post> posts = new ArrayList<>(listed.posts());
    for (Post post : known.posts()) {
      if (posts.stream().noneMatch(p -> p.role().equalsIgnoreCase(post.role()))) {
        posts.add(post);
      }
    }
    return new Official(
        known.id(),
        listed.name(),
        List.copyOf(aliases),
        listed.side() == null ? known.side() : listed.side(),
        posts);
  }
}
