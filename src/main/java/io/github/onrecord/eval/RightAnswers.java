package io.github.onrecord.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which statements answer a question: the labelled ones and whatever is the same utterance, in
 * another article, in another language, or as the clause around a quoted fragment.
 */
final class RightAnswers {
  /** From so many words on, text that a gold answer holds whole is that answer. */
  private static final int TELLING = 5;

  private final Map<String, Gold> byId = new HashMap<>();

  /** Ids to an id of the same utterance that is nearer to its root; roots are not in it. */
  private final Map<String, String> twins = new HashMap<>();

  private final Map<String, List<Gold>> utterances;
  private final Aliases aliases;

  RightAnswers(List<Gold> gold, Aliases aliases) {
    this.aliases = aliases;
    gold.forEach(label -> byId.put(label.id(), label));
    for (Gold label : gold) {
      if (label.sameAs() != null && byId.containsKey(label.sameAs())) {
        join(label.id(), label.sameAs());
      }
    }
    for (Gold part : gold) {
      for (Gold whole : gold) {
        if (part.isPartOf(whole)) {
          join(part.id(), whole.id());
        }
      }
    }
    utterances = gold.stream().collect(Collectors.groupingBy(label -> root(label.id())));
  }

  private void join(String one, String other) {
    String from = root(one);
    String to = root(other);
    if (!from.equals(to)) {
      twins.put(from, to);
    }
  }

  private String root(String id) {
    String root = id;
    for (String next = twins.get(root); next != null; next = twins.get(root)) {
      root = next;
    }
    return root;
  }

  /**
   * Whether what was shown is this answer: the right words from the right document in the right
   * mouth.
   *
   * @param answer a labelled statement's id, or else the words of the answer
   */
  boolean covers(Claim shown, String answer) {
    if (!byId.containsKey(answer)) {
      return sameText(shown.words(), Words.of(answer));
    }
    return utterances.getOrDefault(root(answer), List.of()).stream()
        .anyMatch(
            label ->
                label.article().equals(shown.document())
                    && aliases.same(shown.speaker(), label.speaker())
                    && shown.words().f1(label.words()) >= Pairing.SAME);
  }

  private static boolean sameText(Words shown, Words answer) {
    boolean isShorter = length(shown) <= length(answer);
    Words shorter = isShorter ? shown : answer;
    Words longer = isShorter ? answer : shown;
    return shown.f1(answer) >= Pairing.SAME
        || (shorter.size() >= TELLING && shorter.within(longer));
  }

  private static int length(Words words) {
    return words.text().codePointCount(0, words.text().length());
  }
}
