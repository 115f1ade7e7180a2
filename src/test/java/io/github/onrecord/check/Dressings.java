package io.github.onrecord.check;

import io.github.onrecord.check.GoldWorld.Person;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ways in which people write down a quotation: {q} the words, {s} the speaker, {g} in genitive. */
final class Dressings {
  private static final Map<String, List<String>> WITH_SPEAKER =
      Map.of(
          "en",
          List.of(
              "“{q}”, said {s}.",
              "{s} said: \"{q}\"",
              "\"{q},\" {s} told reporters.",
              "According to {s}, “{q}”.",
              "{s}: “{q}”",
              "“{q}” — {s}",
              "'{q}', {s} said on Tuesday.",
              "{s} insisted that \"{q}\".",
              "{s}: {q}",
              "{q} — {s}",
              "The talks went on until late. \"{q},\" said {s}, leaving the hall. They meet again on Monday.",
              "As {s} put it at the briefing, «{q}»"),
          "ru",
          List.of(
              "«{q}», — заявил {s}.",
              "{s} сказал: «{q}»",
              "По словам {g}, «{q}».",
              "{s}: «{q}»",
              "«{q}» — {s}",
              "„{q}“, — подчеркнул {s}, выступая перед журналистами.",
              "Как отметил {s}, \"{q}\".",
              "{s}: {q}",
              "Переговоры затянулись. «{q}», — сказал {s} после встречи. Следующий раунд в понедельник.",
              "«{s}: “{q}”»"),
          "uk",
          List.of(
              "«{q}», — заявив {s}.",
              "{s} сказав: «{q}»",
              "За словами {g}, «{q}».",
              "{s}: «{q}»",
              "«{q}» — {s}",
              "„{q}“, — наголосив {s}, виступаючи перед журналістами.",
              "Як зазначив {s}, \"{q}\".",
              "{s}: {q}",
              "Перемовини затяглися. «{q}», — сказав {s} після зустрічі. Наступний раунд у понеділок.",
              "«{s}: “{q}”»"));

  private static final List<String> WITHOUT_SPEAKER =
      List.of("“{q}”", "\"{q}\"", "«{q}»", "„{q}“", "{q}", "‘{q}’", "'{q}'");

  private final Random random;

  Dressings(Random random) {
    this.random = random;
  }

  /** The words in some dressing; in marks where they could be read as a speaker and words. */
  String dress(String words, String language, @Nullable String speaker) {
    String own = typography(words);
    List<String> all =
        speaker == null ? WITHOUT_SPEAKER : WITH_SPEAKER.getOrDefault(language, List.of());
    String dressing = all.get(random.nextInt(all.size()));
    if (own.chars().anyMatch(c -> "«»“”„\"‘’'".indexOf(c) >= 0) && !dressing.contains("«{q}")) {
      dressing = speaker == null ? "«{q}»" : all.get(language.equals("en") ? 11 : 0);
    }
    return dressing
        .replace("{q}", own)
        .replace("{s}", speaker == null ? "" : speaker)
        .replace("{g}", speaker == null ? "" : genitive(speaker));
  }

  /** What doesn't change the words: spaces, dashes, apostrophes, the ends, the first letter. */
  private String typography(String words) {
    String own = words;
    switch (random.nextInt(8)) {
      case 0 -> own = own.replace('—', '–');
      case 1 -> own = own.replace(" ", " ").replace(' ', random.nextBoolean() ? ' ' : '\u00A0');
      case 2 -> own = own.replace('’', 'ʼ').replace('\'', '’');
      case 3 -> own = "…" + own;
      case 4 -> own = own.replaceAll("[.!?]$", "") + "...";
      case 5 -> own = Character.toLowerCase(own.charAt(0)) + own.substring(1);
      case 6 -> own = Character.toUpperCase(own.charAt(0)) + own.substring(1);
      default -> {}
    }
    return own;
  }

  /** Some form of a name in the language's alphabet or another: whole, the last word, an alias. */
  String name(Person person, String language) {
    List<String> names = person.names();
    boolean other = random.nextInt(5) == 0;
    List<String> fitting =
        names.stream().filter(name -> other || cyrillic(name) != language.equals("en")).toList();
    List<String> from = fitting.isEmpty() ? names : fitting;
    return from.get(random.nextInt(from.size()));
  }

  private static boolean cyrillic(String name) {
    return name.chars().anyMatch(c -> c >= 'А' && c <= 'ї');
  }

  private static String genitive(String name) {
    return Stream.of(name.split(" "))
        .map(
            word -> {
              char last = word.charAt(word.length() - 1);
              String stem = word.substring(0, word.length() - 1);
              return switch (last) {
                case 'а' -> stem + "ы";
                case 'я' -> stem + "и";
                case 'й' -> stem + "я";
                default ->
                    last >= 'б' && last <= 'щ' && "еиоу".indexOf(last) < 0 ? word + "а" : word;
              };
            })
        .collect(Collectors.joining(" "));
  }
}
