package io.github.onrecord.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names by which a set's officials are known. */
final class Aliases {
  /** Not part of a name. */
  private static final Set<String> HONORIFICS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "sir",
          "dame",
          "madam",
          "господин",
          "госпожа",
          "пан",
          "пані");

  private final Map<String, Set<String>> names = new HashMap<>();

  /** As it is written in a set. Unknown fields are passed over. */
  record Line(@Nullable String name, @Nullable List<String> aliases) {}

  /** Takes in an official. */
  Line add(Line official) {
    String name = LabelledSet.given("name", official.name());
    add(name, name);
    if (official.aliases() != null) {
      official.aliases().forEach(alias -> add(alias, name));
    }
    return official;
  }

  private void add(String alias, String name) {
    names.computeIfAbsent(Words.of(alias).joined(), key -> new HashSet<>()).add(name);
  }

  /** Whether the name that the program gives is the labelled person's, and nobody else's. */
  boolean same(@Nullable String given, @Nullable String labelled) {
    if (given == null || labelled == null) {
      return given == null && labelled == null;
    }
    String key = bare(given);
    return key.equals(bare(labelled)) || names.getOrDefault(key, Set.of()).equals(Set.of(labelled));
  }

  private static String bare(String name) {
    String whole = name.replace("г-н", "господин").replace("г-жа", "госпожа");
    return Words.of(whole).list().stream()
        .filter(word -> !HONORIFICS.contains(word))
        .collect(Collectors.collectingAndThen(Collectors.toList(), Words::spaced));
  }
}
