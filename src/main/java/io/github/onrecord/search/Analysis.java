package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes index terms of texts, and units of meaning of questions.
 *
 * <p>A term says by its prefix what it is: {@code e:}, {@code r:}, {@code u:} a stem of a language;
 * {@code c:} a concept of the lexicon; {@code n:}, {@code o:} a number, {@code m:} any amount;
 * {@code x:} the sound of a word in Latin letters, {@code p:} the beginning of a long one, {@code
 * v:} its consonants. The last three bridge alphabets for names and kindred words that the lexicon
 * doesn't have.
 */
final class Analysis {
  /** Part of the index's version: raise it whenever the same text gives other terms. */
  static final int VERSION = 5;

  /** Sounds shorter than this are too often alike by chance. */
  private static final int SHORTEST_SOUND = 3;

  /** Letters of a long word's beginning: as many as kindred words share (inspekt-, hidroh-). */
  private static final int BEGINNING = 6;

  private static final int SHORTEST_CONSONANTS = 4;
  private static final int REMEMBERED = 60_000;

  /** How surely an alternative is what the question's word means. 1 is the word itself. */
  static final float STEM = 1.0f;

  static final float CONCEPT = 0.95f;

  /** Concepts whose words only come near one another begin with this. */
  private static final String NEAR = "near_";

  static final float NEAR_CONCEPT = 0.8f;

  /** A word of a phrase may mean something else alone: «железная дорога» is hardly a road. */
  static final float INSIDE_PHRASE = 0.6f;

  /** A figure tells what is measured, but maybe something else. */
  static final float AMOUNT = 0.6f;

  static final float SOUND = 0.9f;
  static final float BEGINS_ALIKE = 0.5f;
  static final float CONSONANTS = 0.6f;

  /** What the terms of numbers begin with. */
  static final String NUMBER = "n:";

  static final String ORDINAL = "o:";

  private final Lexicon lexicon;
  private final Numbers numbers;
  private final StopWords stops;
  private final WeakWords weak;
  private final Amounts amounts;
  private final Map<String, Sound> sounds = new ConcurrentHashMap<>();

  Analysis(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.numbers = new Numbers(lexicon.forms());
    this.stops = new StopWords(lexicon.forms());
    this.weak = new WeakWords(lexicon.forms());
    this.amounts = new Amounts(lexicon.forms());
  }

  private record Sound(String key, List<String> terms) {}

  /**
   * A word of a question, and what in a statement would mean the same.
   *
   * @param word as written, folded
   * @param alternatives index terms, each with how surely it means the word (0 to 1)
   * @param known whether the lexicon, a dictionary or a number explains it
   * @param weak whether it says little about a topic
   */
  record Unit(String word, Map<String, Float> alternatives, boolean known, boolean weak) {}

  Lexicon lexicon() {
    return lexicon;
  }

  StopWords stops() {
    return stops;
  }

  /** What each token leads to in a language. */
  List<List<String>> stems(List<Token> tokens, Language language) {
    List<List<String>> stems = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      stems.add(lexicon.forms().of(token.text(), language).stems());
    }
    return stems;
  }

  /** The terms under which a text is found. */
  Set<String> terms(String text, Language language) {
    List<Token> tokens = lexicon.words().of(text);
    List<List<String>> stems = stems(tokens, language);
    Set<String> terms = new LinkedHashSet<>();
    boolean[] number = new boolean[tokens.size()];
    for (Numbers.Found found : numbers.in(tokens, stems, language)) {
      terms.add(found.term());
      if (amounts.amount(found, stems, language)) {
        terms.add(Amounts.TERM);
      }
      Arrays.fill(number, found.from(), found.to(), true);
    }
    String prefix = prefix(language);
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      if (number[i] || stops.contains(word, stems.get(i), language)) {
        continue;
      }
      stems.get(i).forEach(stem -> terms.add(prefix + stem));
      terms.addAll(sound(word).terms());
    }
    for (Lexicon.Hit hit : lexicon.find(stems, language)) {
      int at = hit.from();
      boolean oneWord = hit.to() == at + 1;
      if (!oneWord
          || (!number[at] && !stops.contains(tokens.get(at).text(), stems.get(at), language))) {
        terms.add("c:" + hit.concept());
      }
    }
    return terms;
  }

  /**
   * The units of meaning of a question's words, in order, without stop words.
   *
   * @param language the question's language
   */
  List<Unit> units(String text, Language language) {
    List<Token> tokens = lexicon.words().of(text);
    List<List<String>> stems = stems(tokens, language);
    List<Unit> units = new ArrayList<>();
    Unit[] byToken = new Unit[tokens.size()];
    for (Numbers.Found found : numbers.in(tokens, stems, language)) {
      Map<String, Float> alternatives = new LinkedHashMap<>();
      alternatives.put(found.term(), 1f);
      Unit unit = new Unit(found.term().substring(2), alternatives, true, false);
      for (int i = found.from(); i < found.to(); i++) {
        byToken[i] = unit;
      }
    }
    boolean[] concepts = new boolean[tokens.size()];
    List<Lexicon.Hit> hits = lexicon.find(stems, language);
    hits.forEach(hit -> Arrays.fill(concepts, hit.from(), hit.to(), true));
    for (int i = 0; i < tokens.size(); i++) {
      if (byToken[i] == null && !stops.contains(tokens.get(i).text(), stems.get(i), language)) {
        byToken[i] = unit(tokens.get(i).text(), stems.get(i), language, concepts[i]);
      }
    }
    for (Lexicon.Hit hit : hits) {
      for (int i = hit.from(); i < hit.to(); i++) {
        if (byToken[i] != null) {
          byToken[i].alternatives().merge("c:" + hit.concept(), sureness(hit, hits), Math::max);
        }
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (byToken[i] != null && (i == 0 || !byToken[i].equals(byToken[i - 1]))) {
        units.add(byToken[i]);
      }
    }
    return units;
  }

  private static float sureness(Lexicon.Hit hit, List<Lexicon.Hit> hits) {
    if (hits.stream().anyMatch(other -> other.holds(hit))) {
      return INSIDE_PHRASE;
    }
    return hit.concept().startsWith(NEAR) ? NEAR_CONCEPT : CONCEPT;
  }

  private Unit unit(String word, List<String> stems, Language language, boolean concept) {
    Map<String, Float> alternatives = new LinkedHashMap<>();
    stems.forEach(stem -> alternatives.put(prefix(language) + stem, STEM));
    boolean known = concept || lexicon.forms().of(word, language).known();
    for (String term : sound(word).terms()) {
      float sureness =
          switch (term.charAt(0)) {
            case 'x' -> SOUND;
            case 'p' -> BEGINS_ALIKE;
            default -> CONSONANTS;
          };
      // What the lexicon knows meets its translation there; likeness of sound would only mislead.
      if (!concept || term.charAt(0) == 'x') {
        alternatives.put(term, sureness);
      }
    }
    if (!known && language != Language.ENGLISH) {
      Language other = language == Language.RUSSIAN ? Language.UKRAINIAN : Language.RUSSIAN;
      WordForms.Forms forms = lexicon.forms().of(word, other);
      forms.stems().forEach(stem -> alternatives.putIfAbsent(prefix(other) + stem, STEM));
      if (forms.known()) {
        known = true;
        for (Lexicon.Hit hit : lexicon.find(List.of(forms.stems()), other)) {
          alternatives.putIfAbsent("c:" + hit.concept(), CONCEPT);
        }
      }
    }
    if (amounts.measured(stems, language)) {
      alternatives.put(Amounts.TERM, AMOUNT);
    }
    return new Unit(word, alternatives, known, weak.contains(stems, language));
  }

  private Sound sound(String word) {
    Sound sound = sounds.get(word);
    if (sound == null) {
      String key = NameKey.of(word);
      List<String> terms = new ArrayList<>();
      if (key.length() >= SHORTEST_SOUND && Character.isLetter(key.charAt(0))) {
        terms.add("x:" + key);
        if (key.length() > BEGINNING) {
          terms.add("p:" + key.substring(0, BEGINNING));
        }
        String consonants = NameKey.consonants(key);
        if (consonants.length() >= SHORTEST_CONSONANTS) {
          terms.add("v:" + consonants);
        }
      }
      sound = new Sound(key, List.copyOf(terms));
      if (sounds.size() >= REMEMBERED) {
        sounds.clear();
      }
      sounds.put(word, sound);
    }
    return sound;
  }

  /** What the stems of a language begin with. */
  static String prefix(Language language) {
    return switch (language) {
      case RUSSIAN -> "r:";
      case UKRAINIAN -> "u:";
      case ENGLISH, OTHER -> "e:";
    };
  }
}
