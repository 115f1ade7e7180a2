package io.github.onrecord.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who speaks for a side.
 *
 * @param id the record's number for the person, positive; 0 before it is stored
 * @param name the full name by which the person is shown
 * @param aliases other forms of the name in any alphabet, without {@code name} itself
 * @param side whom the person speaks for; null when no document says
 * @param posts posts held, as far as documents tell
 */
public record Official(
    long id, String name, List<String> aliases, @Nullable Side side, List<Post> posts) {
  public Official {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An official needs a name");
    }
    aliases = List.copyOf(aliases);
    posts = List.copyOf(posts);
  }
}
