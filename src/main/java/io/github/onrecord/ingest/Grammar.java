package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What attribution knows of one language: verbs of speech, words for people, small words. All of it
 * stands in {@code /language/<code>/verbs.tsv}, {@code people.tsv} and {@code phrases.tsv}, which
 * say at their top how they are read. Immutable.
 */
final class Grammar {
  private static final Phrases NONE = new Phrases(List.of());
  private static final Map<Language, Grammar> CACHE = load();

  private final Language language;
  private final Map<String, List<Form>> verbs = new HashMap<>();
  private final Map<String, Phrases> lists = new HashMap<>();

  private record Form(List<String> rest, Set<Verb.Flag> flags, Verb.Form form) {}

  private Grammar(Language language) {
    this.language = language;
    String folder = "/language/" + language.code() + "/";
    for (List<String> row : WordFile.rows(folder + "verbs.tsv", 2)) {
      Set<Verb.Flag> flags = EnumSet.noneOf(Verb.Flag.class);
      for (String flag : row.get(1).strip().split(" ", -1)) {
        flags.add(Verb.Flag.valueOf(flag.toUpperCase(Locale.ROOT)));
      }
      if (language == Language.ENGLISH) {
        addEnglish(WordFile.alternatives(row.get(0)), flags);
      } else {
        for (String form : WordFile.alternatives(row.get(0))) {
          addSlavic(form, flags);
          String other = language == Language.UKRAINIAN ? otherInitial(form) : form;
          if (!other.equals(form)) {
            addSlavic(other, flags);
          }
        }
      }
    }
    Map<String, List<String>> words = new HashMap<>();
    for (String file : List.of("people.tsv", "phrases.tsv")) {
      for (List<String> row : WordFile.rows(folder + file, 2)) {
        words
            .computeIfAbsent(row.get(0), k -> new ArrayList<>())
            .addAll(WordFile.alternatives(row.get(1)));
      }
    }
    words.forEach((kind, list) -> lists.put(kind, new Phrases(list)));
  }

  private static Map<Language, Grammar> load() {
    Map<Language, Grammar> grammars = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN)) {
      grammars.put(language, new Grammar(language));
    }
    return Map.copyOf(grammars);
  }

  /** What is known of a language; {@link Language#OTHER} is not one that can be asked for. */
  static Grammar of(Language language) {
    Grammar grammar = CACHE.get(language);
    if (grammar == null) {
      throw new IllegalArgumentException("No grammar for " + language);
    }
    return grammar;
  }

  Language language() {
    return language;
  }

  boolean english() {
    return language == Language.ENGLISH;
  }

  /** A list of people.tsv or phrases.tsv; empty when the language has none of that kind. */
  Phrases list(String kind) {
    return lists.getOrDefault(kind, NONE);
  }

  boolean is(String kind, Token token) {
    return list(kind).contains(token);
  }

  /** The verb of speech that begins at token {@code i}, the longest one; null when none does. */
  @Nullable Verb verb(List<Token> tokens, int i) {
    Verb best = null;
    for (Form form : verbs.getOrDefault(tokens.get(i).key(), List.of())) {
      if ((best == null || form.rest().size() >= best.words()) && follows(form.rest(), tokens, i)) {
        int words = form.rest().size() + 1;
        if (best != null && best.words() == words) {
          Set<Verb.Flag> both = EnumSet.copyOf(best.flags());
          both.addAll(form.flags());
          best = new Verb(words, both, best.form());
        } else {
          best = new Verb(words, form.flags(), form.form());
        }
      }
    }
    return best;
  }

  private static boolean follows(List<String> rest, List<Token> tokens, int i) {
    if (i + rest.size() >= tokens.size()) {
      return rest.size() == 0;
    }
    for (int r = 0; r < rest.size(); r++) {
      if (!tokens.get(i + 1 + r).is(rest.get(r))) {
        return false;
      }
    }
    return true;
  }

  private void add(String form, Set<Verb.Flag> flags, Verb.Form kind) {
    String[] words = Token.key(form).split(" ", -1);
    List<String> rest = List.of(words).subList(1, words.length);
    verbs.computeIfAbsent(words[0], k -> new ArrayList<>()).add(new Form(rest, flags, kind));
  }

  private void addEnglish(List<String> forms, Set<Verb.Flag> flags) {
    String[] words = forms.get(0).split(" ", 2);
    String base = words[0];
    String rest = words.length == 2 ? " " + words[1] : "";
    String past = forms.size() > 1 ? forms.get(1) : regularPast(base);
    String third =
        base.endsWith("y") && !base.matches(".*[aeiou]y")
            ? base.substring(0, base.length() - 1) + "ies"
            : base.matches(".*(s|sh|ch|x|z|o)") ? base + "es" : base + "s";
    String doubled =
        past.endsWith("ed") && past.length() == base.length() + 3 && !base.endsWith("y")
            ? base + base.charAt(base.length() - 1)
            : base;
    String ing =
        base.endsWith("e") && !base.endsWith("ee") ? base.substring(0, base.length() - 1) : doubled;
    if (List.of("put", "set", "let", "shut", "hit", "cut", "begin", "swear", "forbid")
            .contains(base)
        && !base.equals("swear")) {
      ing = base + base.charAt(base.length() - 1);
    }
    add(base + rest, flags, past.equals(base) ? Verb.Form.ANY : Verb.Form.BASE);
    add(third + rest, flags, Verb.Form.ANY);
    if (!past.equals(base)) {
      add(past + rest, flags, Verb.Form.ANY);
    }
    add(ing + "ing" + rest, flags, Verb.Form.GERUND);
  }

  /** Ukrainian writes «усміхнувся» and «всміхнувся»: the other of the two; else the same. */
  private static String otherInitial(String form) {
    boolean consonantNext = form.length() > 2 && "аеєиіїоуюя'ь ".indexOf(form.charAt(1)) < 0;
    if (!consonantNext) {
      return form;
    }
    return switch (form.charAt(0)) {
      case 'у' -> "в" + form.substring(1);
      case 'в' -> "у" + form.substring(1);
      default -> form;
    };
  }

  private static String regularPast(String base) {
    if (base.endsWith("e")) {
      return base + "d";
    }
    return base.endsWith("y") && !base.matches(".*[aeiou]y")
        ? base.substring(0, base.length() - 1) + "ied"
        : base + "ed";
  }

  /** Adds a Russian or Ukrainian form, and those that follow from it by rule. */
  private void addSlavic(String phrase, Set<Verb.Flag> flags) {
    String not = phrase.startsWith("не ") ? "не " : "";
    String[] words = phrase.substring(not.length()).split(" ", 2);
    String verb = words[0];
    String rest = words.length == 2 ? " " + words[1] : "";
    boolean reflexive = verb.endsWith("ся") || verb.endsWith("лась") || verb.endsWith("лись");
    String bare =
        verb.endsWith("ся") ? verb.substring(0, verb.length() - 2) : verb.replaceAll("сь$", "");
    String end = reflexive ? "сь" : "";
    String sya = reflexive ? "ся" : "";
    boolean uk = language == Language.UKRAINIAN;
    String past = uk ? "в" : "л";
    if (bare.endsWith(past) && !bare.endsWith("ив" + "ля")) {
      String stem = bare.substring(0, bare.length() - 1);
      String soft = uk ? sya : end;
      add(not + bare + sya + rest, flags, Verb.Form.MAN);
      add(not + stem + "ла" + soft + rest, flags, Verb.Form.WOMAN);
      add(not + stem + "ли" + soft + rest, flags, Verb.Form.PEOPLE);
      add(not + stem + "ло" + soft + rest, flags, Verb.Form.ANY);
      add(
          not
              + stem
              + (uk ? "вши" : reflexive ? "вши" : "в")
              + (uk ? (reflexive ? "сь" : "") : end)
              + rest,
          flags,
          Verb.Form.GERUND);
    } else if (bare.endsWith("ла")) {
      add(not + verb + rest, flags, Verb.Form.WOMAN);
    } else if (bare.endsWith("ли")) {
      add(not + verb + rest, flags, Verb.Form.PEOPLE);
    } else if (bare.endsWith("ает")
        || bare.endsWith("яет")
        || bare.endsWith("ует")
        || bare.endsWith("еет")) {
      add(not + verb + rest, flags, Verb.Form.ANY);
      add(not + bare.substring(0, bare.length() - 2) + "ют" + sya + rest, flags, Verb.Form.PEOPLE);
      String stem = bare.substring(0, bare.length() - 2);
      add(not + stem + "я" + end + rest, flags, Verb.Form.GERUND);
    } else if (bare.endsWith("ит")) {
      String stem = bare.substring(0, bare.length() - 2);
      add(not + verb + rest, flags, Verb.Form.ANY);
      add(
          not + stem + (stem.matches(".*[жчшщ]") ? "ат" : "ят") + sya + rest,
          flags,
          Verb.Form.PEOPLE);
      add(
          not + stem + (stem.matches(".*[жчшщ]") ? "а" : "я") + end + rest,
          flags,
          Verb.Form.GERUND);
    } else if (bare.endsWith("ет") || bare.endsWith("ёт")) {
      add(not + verb + rest, flags, Verb.Form.ANY);
      String stem = bare.substring(0, bare.length() - 2);
      add(
          not + stem + (stem.matches(".*[аеиоуыюя]") ? "ют" : "ут") + sya + rest,
          flags,
          Verb.Form.PEOPLE);
    } else if (uk && bare.endsWith("є")) {
      add(not + verb + rest, flags, Verb.Form.ANY);
      String stem = bare.substring(0, bare.length() - 1);
      add(not + stem + "ють" + sya + rest, flags, Verb.Form.PEOPLE);
      add(not + stem + "ючи" + end + rest, flags, Verb.Form.GERUND);
    } else if (uk && (bare.endsWith("ить") || bare.endsWith("іть"))) {
      String stem = bare.substring(0, bare.length() - 3);
      add(not + verb + rest, flags, Verb.Form.ANY);
      add(
          not + stem + (stem.matches(".*[жчшщ]") ? "ать" : "ять") + sya + rest,
          flags,
          Verb.Form.PEOPLE);
      add(
          not + stem + (stem.matches(".*[жчшщ]") ? "ачи" : "ячи") + end + rest,
          flags,
          Verb.Form.GERUND);
    } else if (uk && bare.endsWith("е")) {
      add(not + verb + rest, flags, Verb.Form.ANY);
      add(not + bare.substring(0, bare.length() - 1) + "уть" + sya + rest, flags, Verb.Form.PEOPLE);
    } else if (verb.endsWith("а")) {
      add(not + verb + rest, flags, Verb.Form.WOMAN);
    } else if (verb.endsWith("ы") || verb.endsWith("ні")) {
      add(not + verb + rest, flags, Verb.Form.PEOPLE);
    } else {
      add(
          not + verb + rest,
          flags,
          verb.endsWith("ен") || verb.endsWith("ий") ? Verb.Form.MAN : Verb.Form.ANY);
    }
  }
}
