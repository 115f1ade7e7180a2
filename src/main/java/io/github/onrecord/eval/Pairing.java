package io.github.onrecord.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which extracted statement is which labelled one: the most similar pairs of a document first, each
 * statement used once. What counts neither for nor against is set apart: the twin of a labelled
 * statement that was found (a quoted fragment and the clause around it are one utterance labelled
 * twice), and an extracted statement that repeats labelled words in the right mouth.
 */
final class Pairing {
  /** Word F1 from which two statements of one document are the same: the official measure's. */
  static final double SAME = 0.6;

  private final List<Gold> gold;
  private final List<Extracted> extracted;
  private final Aliases aliases;
  private final IdentityHashMap<Gold, Extracted> byGold = new IdentityHashMap<>();
  private final IdentityHashMap<Extracted, Gold> byExtracted = new IdentityHashMap<>();

  private record Pair(Gold gold, Extracted extracted, double f1) {}

  Pairing(List<Gold> gold, List<Extracted> extracted, Aliases aliases) {
    this.gold = gold;
    this.extracted = extracted;
    this.aliases = aliases;
    pairs().stream()
        .filter(pair -> pair.f1 >= SAME)
        .sorted(Comparator.comparingDouble(Pair::f1).reversed())
        .filter(pair -> !byGold.containsKey(pair.gold))
        .filter(pair -> !byExtracted.containsKey(pair.extracted))
        .forEachOrdered(
            pair -> {
              byGold.put(pair.gold, pair.extracted);
              byExtracted.put(pair.extracted, pair.gold);
            });
  }

  private List<Pair> pairs() {
    Map<String, List<Extracted>> byDocument =
        extracted.stream().collect(Collectors.groupingBy(e -> e.claim().document()));
    List<Pair> pairs = new ArrayList<>();
    for (Gold label : gold) {
      for (Extracted found : byDocument.getOrDefault(label.article(), List.of())) {
        pairs.add(new Pair(label, found, label.words().f1(found.claim().words())));
      }
    }
    return pairs;
  }

  /** The extracted statement that is this labelled one, or null when it was missed. */
  @Nullable Extracted of(Gold label) {
    return byGold.get(label);
  }

  /** The labelled statement that is this extracted one, or null when there is none. */
  @Nullable Gold of(Extracted found) {
    return byExtracted.get(found);
  }

  /** The labelled statements that should be found. */
  List<Gold> expected() {
    Set<Gold> optional = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Gold part : gold) {
      for (Gold whole : gold) {
        if (part.isPartOf(whole) && byGold.containsKey(part) != byGold.containsKey(whole)) {
          optional.add(byGold.containsKey(part) ? whole : part);
        }
      }
    }
    return gold.stream().filter(label -> !optional.contains(label)).toList();
  }

  /** The extracted statements that count: of labelled articles, and no harmless repetition. */
  List<Extracted> counted() {
    Set<String> articles = gold.stream().map(Gold::article).collect(Collectors.toSet());
    return extracted.stream()
        .filter(found -> articles.contains(found.claim().document()))
        .filter(found -> byExtracted.containsKey(found) || !repeats(found.claim()))
        .toList();
  }

  private boolean repeats(Claim claim) {
    return gold.stream()
        .anyMatch(
            label ->
                label.article().equals(claim.document())
                    && aliases.same(claim.speaker(), label.speaker())
                    && overlap(claim.words(), label.words()));
  }

  /** It is a part of the label, or the label is more than half of it. */
  private static boolean overlap(Words claimed, Words labelled) {
    return claimed.within(labelled)
        || (labelled.within(claimed) && labelled.size() * 2 > claimed.size());
  }
}
