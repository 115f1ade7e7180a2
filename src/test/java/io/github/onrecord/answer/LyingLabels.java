package io.github.onrecord.answer;

import io.github.onrecord.answer.Lies.Kind;
import io.github.onrecord.answer.Lies.Lie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lies about which statements bear a sentence, and sentences out of several statements. */
final class LyingLabels {
  private LyingLabels() {}

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        new Kind(
            "right words, wrong label",
            (fair, others, random) -> {
              Draft other = others.get(random.nextInt(others.size()));
              return !otherwise(fair, other)
                  ? null
                  : new Lie(fair.sentence(), List.of("k4"), Map.of("k4", other.match(new Talks())));
            }));
    kinds.add(
        new Kind(
            "right words, another speaker's label",
            (fair, others, random) ->
                fair.speaker().equals("DIPLOMAT")
                    ? null
                    : new Lie(
                        fair.sentence(),
                        List.of("k4"),
                        Map.of(
                            "k4",
                            fair.match(
                                new Talks(),
                                fair.speaker().equals("HOLT") ? Talks.LENN : Talks.HOLT,
                                fair.said())))));
    kinds.add(
        new Kind(
            "an invented label",
            (fair, others, random) ->
                new Lie(fair.sentence(), List.of("zz"), Map.of("k4", fair.match(new Talks())))));
    kinds.add(
        new Kind(
            "an invented label beside a right one",
            (fair, others, random) ->
                new Lie(
                    fair.sentence(), List.of("k4", "zz"), Map.of("k4", fair.match(new Talks())))));
    kinds.add(
        new Kind(
            "no label",
            (fair, others, random) ->
                new Lie(fair.sentence(), List.of(), Map.of("k4", fair.match(new Talks())))));
    kinds.add(
        new Kind(
            "a label too many",
            (fair, others, random) -> {
              Draft other = others.get(random.nextInt(others.size()));
              Talks talks = new Talks();
              return !otherwise(fair, other)
                  ? null
                  : new Lie(
                      fair.sentence(),
                      List.of("k4", "m7"),
                      Map.of("k4", fair.match(talks), "m7", other.match(talks)));
            }));
    kinds.add(
        new Kind(
            "two statements merged",
            (fair, others, random) -> {
              Draft other = others.get(random.nextInt(others.size()));
              if (!ofOneSpeaker(fair, other)) {
                return null;
              }
              Talks talks = new Talks();
              String first = fair.sentence().replaceFirst("\\.$", "");
              String second = other.sentence().substring(Lies.claimStart(other.sentence()));
              String because =
                  switch (fair.asked()) {
                    case RUSSIAN -> ", потому что ";
                    case UKRAINIAN -> ", тому що ";
                    default -> " because ";
                  };
              return new Lie(
                  first + because + second,
                  List.of("k4", "m7"),
                  Map.of("k4", fair.match(talks), "m7", other.match(talks)));
            }));
    kinds.add(
        new Kind(
            "half of one, half of another",
            (fair, others, random) -> {
              Draft other = others.get(random.nextInt(others.size()));
              if (!ofOneSpeaker(fair, other)) {
                return null;
              }
              Talks talks = new Talks();
              String[] head = fair.sentence().replaceFirst("\\.$", "").split(" ");
              String[] tail = other.sentence().split(" ");
              String lie =
                  String.join(" ", List.of(head).subList(0, head.length - 2))
                      + " "
                      + String.join(
                          " ", List.of(tail).subList(Math.max(0, tail.length - 3), tail.length));
              return new Lie(
                  lie,
                  List.of("k4", "m7"),
                  Map.of("k4", fair.match(talks), "m7", other.match(talks)));
            }));
    return kinds;
  }

  /** Whether two statements certainly say different things. */
  private static boolean otherwise(Draft one, Draft other) {
    return one.spoken() == other.spoken() && !one.said().equals(other.said());
  }

  private static boolean ofOneSpeaker(Draft one, Draft other) {
    return otherwise(one, other)
        && one.asked() == other.asked()
        && one.speaker().equals(other.speaker());
  }
}
