package io.github.onrecord.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which labels are one utterance, by following {@code same_as}, and the number of each utterance.
 */
final class UtteranceLabels {
  private final Map<String, String> leaders = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();

  UtteranceLabels(List<Label> labels) {
    for (Label label : labels) {
      if (label.id() != null && label.sameAs() != null) {
        leaders.put(leader(label.id()), leader(label.sameAs()));
      }
    }
  }

  private String leader(String id) {
    String leader = id;
    for (String next = leaders.get(leader);
        next != null && !next.equals(leader);
        next = leaders.get(leader)) {
      leader = next;
    }
    return leader;
  }

  /** The utterance's number: the record's when it is known, else a negative one for the group. */
  long number(Label label) {
    String group = group(label);
    return group == null ? 0 : numbers.computeIfAbsent(group, name -> -1L - numbers.size());
  }

  /** Notes the number under which the record has the label's utterance. The first one counts. */
  void learn(Label label, long number) {
    String group = group(label);
    if (group != null && numbers.getOrDefault(group, -1L) < 0) {
      numbers.put(group, number);
    }
  }

  private @Nullable String group(Label label) {
    return label.id() == null ? null : leader(label.id());
  }
}
