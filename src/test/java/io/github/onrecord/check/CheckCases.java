package io.github.onrecord.check;

import io.github.onrecord.check.GoldWorld.Gold;
import io.github.onrecord.check.GoldWorld.Person;
import io.github.onrecord.search.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Quotations made of labelled statements, true and false ones, each with the right verdict. */
final class CheckCases {
  /**
   * One text to check.
   *
   * @param kind how it was made
   * @param article of the statement it was made of
   */
  record Case(String kind, String text, Verdict right, String article) {}

  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "no", "never", "cannot", "nor", "neither", "не", "ни", "нет", "ні", "ані", "без",
          "without", "nobody", "none", "nothing", "жоден", "немає", "никогда", "ніколи");
  private static final List<String> AUXILIARIES =
      List.of("will", "is", "are", "was", "were", "can", "have", "has", "would", "should", "must");
  private static final Map<String, String> TENSES =
      Map.ofEntries(
          Map.entry("will", "would"),
          Map.entry("is", "was"),
          Map.entry("are", "were"),
          Map.entry("have", "had"),
          Map.entry("has", "had"),
          Map.entry("can", "could"),
          Map.entry("was", "is"),
          Map.entry("were", "are"),
          Map.entry("did", "do"),
          Map.entry("came", "come"),
          Map.entry("будет", "было"),
          Map.entry("будут", "были"),
          Map.entry("было", "будет"),
          Map.entry("были", "будут"),
          Map.entry("буде", "було"),
          Map.entry("будуть", "були"),
          Map.entry("було", "буде"),
          Map.entry("были.", "будут."),
          Map.entry("есть", "был"),
          Map.entry("є", "був"));
  private static final Map<String, List<String>> ADDED =
      Map.of(
          "en", List.of("fully", "secretly", "never", "again", "ourselves"),
          "ru", List.of("полностью", "тайно", "никогда", "снова", "сами"),
          "uk", List.of("повністю", "таємно", "ніколи", "знову", "самі"));
  private static final Map<String, List<String>> JOINS =
      Map.of(
          "en", List.of(" ", ", and ", " and at the same time ", " … ", ". "),
          "ru", List.of(" ", ", и ", ", и при этом ", " … ", ". "),
          "uk", List.of(" ", ", і ", ", і водночас ", " … ", ". "));

  private final GoldWorld world;
  private final Random random;
  private final Dressings dressings;
  private final List<Gold> quoted;

  CheckCases(GoldWorld world, long seed) {
    this.world = world;
    this.random = new Random(seed);
    this.dressings = new Dressings(random);
    this.quoted =
        world.statements.stream().filter(gold -> gold.verbatim() && !gold.retracted()).toList();
  }

  /** Cases for a record of all statements. */
  List<Case> ofAll() {
    List<Case> cases = new ArrayList<>();
    for (Gold gold : quoted) {
      exact(gold, cases);
      for (String kind :
          List.of(
              "swapped",
              "negation",
              "number",
              "added",
              "dropped",
              "order",
              "tense",
              "two changes",
              "elided")) {
        altered(gold, kind, cases);
      }
      misattributed(gold, cases);
      stitched(gold, cases);
    }
    for (Gold gold : world.statements) {
      if (!gold.verbatim()
          && !gold.retracted()
          && size(gold.text()) > 4
          && !alsoQuoted(gold.text())) {
        cases.add(
            new Case(
                "reported",
                dressed(gold, gold.text(), gold.speaker() != null),
                Verdict.REPORTED,
                gold.article()));
      }
    }
    return cases;
  }

  /** Statements that a record doesn't have, in no language. */
  List<Case> never(Set<Gold> missing) {
    return missing.stream()
        .filter(gold -> size(gold.text()) > 3 && !kept(gold, missing))
        .map(
            gold ->
                new Case(
                    "never said",
                    dressed(gold, gold.text(), random.nextBoolean()),
                    Verdict.NOT_ON_RECORD,
                    gold.article()))
        .toList();
  }

  /** Statements that a record has in another language only. */
  List<Case> translated(Set<Gold> missing) {
    return missing.stream()
        .filter(gold -> !kept(gold, missing))
        .map(
            gold ->
                new Case(
                    "translated",
                    dressed(gold, gold.text(), random.nextBoolean()),
                    Verdict.TRANSLATED,
                    gold.article()))
        .toList();
  }

  /** Whether words stand in some other statement too, or have another's words in them. */
  private boolean kept(Gold gold, Set<Gold> missing) {
    String own = " " + joined(gold.text()) + " ";
    return world.statements.stream()
        .filter(other -> !missing.contains(other))
        .map(other -> " " + joined(other.text()) + " ")
        .anyMatch(other -> other.contains(own) || own.contains(other));
  }

  private void exact(Gold gold, List<Case> cases) {
    String article = gold.article();
    cases.add(new Case("exact", dressed(gold, gold.text(), true), Verdict.EXACT, article));
    cases.add(
        new Case(
            "exact, no speaker",
            dressed(gold, gold.text(), false),
            size(gold.text()) > 2 ? Verdict.EXACT : Verdict.EXACT,
            article));
    if (gold.parts().size() > 1) {
      cases.add(
          new Case(
              "exact, gap",
              dressed(gold, String.join(" … ", gold.parts()), true),
              Verdict.EXACT,
              article));
    }
    String cut = cut(gold);
    if (cut != null) {
      cases.add(
          new Case("exact, cut", dressed(gold, cut, random.nextBoolean()), Verdict.EXACT, article));
    }
    Person person = person(gold);
    if (person != null
        && person.office() != null
        && gold.language().equals("en")
        && size(gold.text()) > 2) {
      cases.add(
          new Case(
              "exact, office",
              dressings.dress(gold.text(), "en", person.office()),
              Verdict.EXACT,
              article));
    }
  }

  private @Nullable String cut(Gold gold) {
    List<String> words = words(gold.parts().get(0));
    if (words.size() < 7) {
      return null;
    }
    int from = random.nextInt(words.size() - 5);
    int to = from + 5 + random.nextInt(words.size() - from - 4);
    boolean severed = from > 0 && negation(words.get(from - 1));
    return severed ? null : String.join(" ", words.subList(from, Math.min(to, words.size())));
  }

  private static boolean negation(String word) {
    String bare = bare(word);
    return NEGATIONS.contains(bare) || bare.endsWith("n't") || bare.endsWith("n’t");
  }

  private static String bare(String word) {
    return word.toLowerCase().replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
  }

  private void altered(Gold gold, String kind, List<Case> cases) {
    List<String> words = new ArrayList<>(words(gold.text()));
    if (words.size() < 5 || !alter(kind, words, gold.language())) {
      return;
    }
    String text = String.join(" ", words);
    if (onRecord(text) == 0 && !(kind.equals("order") && marked(text))) {
      cases.add(
          new Case(
              "altered: " + kind,
              dressed(gold, text, random.nextInt(3) > 0),
              Verdict.ALTERED,
              gold.article()));
    }
  }

  private boolean alter(String kind, List<String> words, String language) {
    int inner = 1 + random.nextInt(words.size() - 2);
    switch (kind) {
      case "swapped" -> words.set(inner, otherWord(language));
      case "added" -> words.add(inner, pick(ADDED.get(language)));
      case "dropped" -> words.remove(inner);
      case "two changes" -> {
        words.set(inner, otherWord(language));
        words.add(words.size() / 2, pick(ADDED.get(language)));
      }
      case "order" -> {
        if (words.size() > 8 && random.nextBoolean()) {
          List<String> tail = new ArrayList<>(words.subList(words.size() - 4, words.size()));
          words.subList(words.size() - 4, words.size()).clear();
          words.addAll(0, tail);
        } else {
          String moved = words.remove(inner);
          words.add(inner - 1, moved);
        }
      }
      case "elided" -> {
        if (words.size() < 10) {
          return false;
        }
        words.subList(4, 6 + random.nextInt(words.size() - 9)).clear();
        words.add(4, "…");
      }
      case "negation" -> {
        return negate(words, language);
      }
      case "number" -> {
        for (int i = 0; i < words.size(); i++) {
          if (words.get(i).matches(".*\\d.*")) {
            char digit = words.get(i).replaceAll("\\D", "").charAt(0);
            words.set(i, words.get(i).replaceFirst("\\d", digit == '7' ? "3" : "7"));
            return true;
          }
        }
        return false;
      }
      default -> {
        for (int i = 0; i < words.size(); i++) {
          if (TENSES.containsKey(words.get(i))) {
            words.set(i, TENSES.get(words.get(i)));
            return true;
          }
        }
        return false;
      }
    }
    return true;
  }

  private boolean negate(List<String> words, String language) {
    for (int i = 0; i < words.size(); i++) {
      if (List.of("not", "не", "never", "ни", "ні").contains(bare(words.get(i)))) {
        words.remove(i);
        return true;
      }
    }
    for (int i = 0; i < words.size(); i++) {
      if (language.equals("en") ? AUXILIARIES.contains(words.get(i)) : words.get(i).length() > 4) {
        words.add(language.equals("en") ? i + 1 : i, language.equals("en") ? "not" : "не");
        return true;
      }
    }
    return false;
  }

  private void misattributed(Gold gold, List<Case> cases) {
    if (gold.speaker() == null || size(gold.text()) < 4 || onRecord(gold.text()) > 1) {
      return;
    }
    List<Person> others =
        world.people.values().stream()
            .filter(person -> !person.name().equals(gold.speaker()))
            .filter(
                person ->
                    person.names().stream()
                        .noneMatch(
                            name ->
                                world.people.get(gold.speaker()) != null
                                    && world.people.get(gold.speaker()).names().contains(name)))
            .sorted(java.util.Comparator.comparing(Person::name))
            .toList();
    Person other = others.get(random.nextInt(others.size()));
    String text =
        dressings.dress(gold.text(), gold.language(), dressings.name(other, gold.language()));
    cases.add(new Case("misattributed", text, Verdict.MISATTRIBUTED, gold.article()));
    if (random.nextInt(3) == 0) {
      String nobody = gold.language().equals("en") ? "Bertil Quandrow" : "Бертил Квандров";
      cases.add(
          new Case(
              "misattributed, stranger",
              dressings.dress(gold.text(), gold.language(), nobody),
              Verdict.MISATTRIBUTED,
              gold.article()));
    }
  }

  private void stitched(Gold gold, List<Case> cases) {
    List<Gold> others =
        quoted.stream()
            .filter(g -> g.language().equals(gold.language()) && !g.group().equals(gold.group()))
            .filter(g -> size(g.text()) >= 8)
            .toList();
    List<Gold> own =
        others.stream().filter(g -> String.valueOf(g.speaker()).equals(gold.speaker())).toList();
    List<Gold> from = random.nextBoolean() && !own.isEmpty() ? own : others;
    if (size(gold.text()) < 8 || from.isEmpty()) {
      return;
    }
    List<String> first = words(gold.text());
    List<String> second = words(from.get(random.nextInt(from.size())).text());
    String text =
        String.join(" ", first.subList(0, first.size() / 2))
            + pick(JOINS.get(gold.language()))
            + String.join(" ", second.subList(second.size() / 2, second.size()));
    if (onRecord(text) > 0 || marked(text)) {
      return;
    }
    cases.add(
        new Case(
            "stitched",
            dressed(gold, text, random.nextBoolean()),
            Verdict.STITCHED,
            gold.article()));
  }

  private String dressed(Gold gold, String words, boolean named) {
    Person person = person(gold);
    return dressings.dress(
        words,
        gold.language(),
        named && person != null ? dressings.name(person, gold.language()) : null);
  }

  private @Nullable Person person(Gold gold) {
    return gold.speaker() == null ? null : world.people.get(gold.speaker());
  }

  /** Whether moving words could open a quotation that isn't closed. */
  private static boolean marked(String text) {
    return text.chars().anyMatch(c -> "«»“”„\"‘".indexOf(c) >= 0);
  }

  /** By how many utterances' statements words were said as they stand. */
  private long onRecord(String text) {
    String own = joined(text);
    return world.statements.stream()
        .filter(gold -> (" " + joined(gold.text()) + " ").contains(" " + own + " "))
        .map(Gold::speaker)
        .map(String::valueOf)
        .distinct()
        .count();
  }

  private boolean alsoQuoted(String text) {
    String own = joined(text);
    return quoted.stream().anyMatch(g -> (" " + joined(g.text()) + " ").contains(" " + own + " "));
  }

  private static String joined(String text) {
    return Wording.of(text).words().stream()
        .map(Wording.Word::text)
        .collect(Collectors.joining(" "));
  }

  private String otherWord(String language) {
    List<String> all =
        quoted.stream()
            .filter(gold -> gold.language().equals(language))
            .flatMap(gold -> words(gold.text()).stream())
            .map(CheckCases::bare)
            .filter(word -> word.length() > 4)
            .toList();
    return pick(all);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static int size(String text) {
    return words(text).size();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isBlank()).toList();
  }
}
