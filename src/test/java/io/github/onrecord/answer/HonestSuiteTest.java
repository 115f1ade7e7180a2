package io.github.onrecord.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.search.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fair drafts in three languages: at most one in twenty may be refused. */
class HonestSuiteTest {
  @Test
  void letsFairDraftsThrough() {
    Verifier verifier = new Verifier(Draft.bridge());
    List<Draft> fair = Draft.fair();
    List<String> refused = new ArrayList<>();
    for (Draft draft : fair) {
      Match match = draft.match(new Talks());
      List<Violation> violations =
          verifier.check(draft.sentence(), List.of("k4"), Map.of("k4", match), draft.question());
      if (!violations.isEmpty()) {
        refused.add(
            draft.said()
                + " | "
                + draft.sentence()
                + " | "
                + violations.stream().map(Violation::reason).toList());
      }
    }
    System.out.printf("Honest suite: %d fair drafts, %d refused%n", fair.size(), refused.size());
    refused.forEach(line -> System.out.println("  refused: " + line));
    assertThat(fair).hasSizeGreaterThanOrEqualTo(60);
    assertThat(refused.size()).isLessThanOrEqualTo(fair.size() / 20);
  }
}
