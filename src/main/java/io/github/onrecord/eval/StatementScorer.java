package io.github.onrecord.eval;

import io.github.onrecord.record.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what was extracted from a set's articles with its labels. */
final class StatementScorer {
  private static final Pattern MARK = Pattern.compile("[\"“”«»„‘’]");

  private final LabelledSet set;
  private final Pairing pairing;
  private final List<Gold> expected;
  private final List<Extracted> counted;

  private record Match(Gold label, Extracted found) {}

  StatementScorer(LabelledSet set, List<Extracted> extracted) {
    this.set = set;
    this.pairing = new Pairing(set.gold(), extracted, set.aliases());
    this.expected = pairing.expected();
    this.counted = pairing.counted();
  }

  /** The figures of all articles. */
  StatementFigures all() {
    return figures(expected, counted);
  }

  /** The figures of the articles of one language. */
  StatementFigures of(String language) {
    return figures(
        where(expected, label -> LabelledSet.language(label.article()).equals(language)),
        where(counted, found -> LabelledSet.language(found.claim().document()).equals(language)));
  }

  private StatementFigures figures(List<Gold> labels, List<Extracted> found) {
    List<Match> matches = labels.stream().flatMap(this::match).toList();
    return new StatementFigures(
        share(found, each -> pairing.of(each) != null),
        new Share(matches.size(), labels.size()),
        share(matches, StatementScorer::sameWords),
        share(matches, match -> inRightMouth(match.found, match.label)),
        share(matches, match -> match.found.claim().kind() == match.label.kind()),
        share(
            where(matches, match -> match.label.date() != null),
            match -> Objects.equals(match.label.date(), match.found.date())));
  }

  private Stream<Match> match(Gold label) {
    Extracted found = pairing.of(label);
    return found == null ? Stream.empty() : Stream.of(new Match(label, found));
  }

  private static boolean sameWords(Match match) {
    return match.label.words().list().equals(match.found.claim().words().list());
  }

  private boolean inRightMouth(Extracted found, Gold label) {
    return set.aliases().same(found.claim().speaker(), label.speaker());
  }

  /** What must never be done. */
  Harm harm() {
    Map<String, Words> texts = new HashMap<>();
    long strange = counted.stream().filter(found -> !stands(found.claim(), texts)).count();
    List<Extracted> verbatim = where(counted, found -> found.claim().kind() == Kind.VERBATIM);
    return new Harm(
        Math.toIntExact(strange),
        share(verbatim, found -> isWrong(found, pairing.of(found))),
        share(
            where(set.gold(), label -> label.retractedBy() != null),
            label -> stillStanding(pairing.of(label))));
  }

  private boolean stands(Claim claim, Map<String, Words> texts) {
    Words text =
        texts.computeIfAbsent(
            claim.document(), name -> VisibleText.of(set.articles().resolve(name)));
    return claim.parts().stream().allMatch(part -> part.within(text));
  }

  /** Named as the speaker of words that are another's, or that the label doesn't know as quoted. */
  private boolean isWrong(Extracted found, @Nullable Gold label) {
    if (found.claim().speaker() == null || found.claim().speaker().isEmpty()) {
      return false;
    }
    return label == null
        || !inRightMouth(found, label)
        || !(label.kind() == Kind.VERBATIM || MARK.matcher(label.words().text()).find());
  }

  private static boolean stillStanding(@Nullable Extracted found) {
    return found != null && !found.retracted();
  }

  private static <T> List<T> where(List<T> all, Predicate<T> condition) {
    return all.stream().filter(condition).toList();
  }

  private static <T> Share share(List<T> all, Predicate<T> condition) {
    return new Share(all.stream().filter(condition).count(), all.size());
  }
}
