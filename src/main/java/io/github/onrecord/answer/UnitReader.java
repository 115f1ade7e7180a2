package io.github.onrecord.answer;

import io.github.onrecord.answer.Phrases.Hit;
import io.github.onrecord.answer.Unit.Kind;
import io.github.onrecord.answer.Unit.Tense;
import io.github.onrecord.record.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the units of a text in one language. */
final class UnitReader {
  private final VerifierWords words;
  private final TermBridge bridge;

  UnitReader(VerifierWords words, TermBridge bridge) {
    this.words = words;
    this.bridge = bridge;
  }

  /** The tokens of a text in the form that everything here expects. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (Token token : words.spelledOut(Token.of(text))) {
      int hyphen = token.lower().indexOf('-');
      if (token.word() && hyphen > 0 && numeral(token.lower().substring(0, hyphen))) {
        tokens.addAll(Token.of(token.text().replace('-', ' '))); // «thirty-eight», «two-kilometre»
      } else {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private boolean numeral(String word) {
    Hit hit = words.value("numerals", List.of(new Token(word, word, Token.Type.WORD)), 0);
    return hit != null && !hit.name().equals("ordinal");
  }

  /** The units in order; words without a claim of their own are left out. */
  List<Unit> read(List<Token> tokens) {
    List<Unit> units = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      boolean own = words.has("persons", "own", tokens.get(i));
      i += readOne(tokens, i, units);
      if (own && words.language() != Language.ENGLISH && i < tokens.size()) {
        Unit owner = units.remove(units.size() - 1); // «наших инженеров»: «инженеров Квелльмарка»
        i += readOne(tokens, i, units);
        units.add(owner);
      }
    }
    return units;
  }

  /** Reads the unit that begins at {@code i}, if one does; returns how many tokens were read. */
  int readOne(List<Token> tokens, int i, List<Unit> units) {
    Token token = tokens.get(i);
    int number = numberAt(tokens, i, units);
    if (number > 0) {
      return number;
    }
    if (token.type() == Token.Type.MARK) {
      if (token.text().equals("%")) {
        units.add(new Unit(Kind.CONTENT, Set.of("%"), "%"));
      }
      return 1;
    }
    Hit calendar = words.value("calendar", tokens, i);
    if (calendar != null && dated(tokens, i)) {
      units.add(new Unit(Kind.NUMBER, Set.of(calendar.name()), token.text()));
      return 1;
    }
    if (words.has("persons", "self", token) || words.has("persons", "own", token)) {
      units.add(new Unit(Kind.SELF, Set.of(Unit.SELF_KEY), token.text()));
      return 1;
    }
    Hit force = words.force(tokens, i);
    int neutral =
        Math.max(words.at("neutral", "neutral", tokens, i), words.at("neutral", "and", tokens, i));
    if (force != null && force.length() >= neutral) {
      units.add(force(force, tokens, i));
      return force.length();
    }
    if (neutral > 0) {
      return neutral;
    }
    Kind kind = token.capital() ? Kind.NAME : Kind.CONTENT;
    units.add(new Unit(kind, keys(tokens, i), token.text(), false, tense(token)));
    return 1;
  }

  private Tense tense(Token token) {
    if (words.language() == Language.ENGLISH || token.capital()) {
      return Tense.UNKNOWN;
    }
    return words.past(token.lower()) ? Tense.PAST : Tense.OTHER;
  }

  private static Unit force(Hit hit, List<Token> tokens, int i) {
    boolean local = hit.name().endsWith("~");
    String name = local ? hit.name().substring(0, hit.name().length() - 1) : hit.name();
    Set<String> keys = new LinkedHashSet<>();
    for (String one : name.split("/", -1)) {
      keys.add("f:" + one);
    }
    StringBuilder shown = new StringBuilder(tokens.get(i).text());
    for (int k = 1; k < hit.length(); k++) {
      shown.append(' ').append(tokens.get(i + k).text());
    }
    return new Unit(Kind.FORCE, keys, shown.toString(), local, Tense.UNKNOWN);
  }

  /**
   * English months are written with a capital («may» is no month); at a beginning that says
   * nothing.
   */
  private boolean dated(List<Token> tokens, int i) {
    return words.language() != Language.ENGLISH || (tokens.get(i).capital() && i > 0);
  }

  /** Under what a word is found again: its forms, its concepts, its sound. */
  Set<String> keys(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    Set<String> keys = new LinkedHashSet<>();
    if (token.type() == Token.Type.CAPITALS) {
      keys.add("a:" + token.lower());
    }
    keys.add("w:" + token.lower());
    keys.addAll(bridge.terms(token.lower(), words.language()));
    if (i > 0 && tokens.get(i - 1).word()) {
      keys.addAll(phrase(tokens.get(i - 1), token));
    }
    if (i + 1 < tokens.size() && tokens.get(i + 1).word()) {
      keys.addAll(phrase(token, tokens.get(i + 1)));
    }
    return keys;
  }

  private Set<String> phrase(Token first, Token second) {
    return bridge.terms(first.lower() + " " + second.lower(), words.language());
  }

  /** Reads a number in digits or words; returns how many tokens it takes, 0 for none. */
  private int numberAt(List<Token> tokens, int start, List<Unit> units) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal current = BigDecimal.ZERO;
    String end = "";
    int i = start;
    while (i < tokens.size() && end.isEmpty()) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.NUMBER) {
        if (i > start) {
          break;
        }
        current = new BigDecimal(token.lower());
        end = ordinalAfter(tokens, i + 1);
        i += 1 + end.length();
        continue;
      }
      Hit hit = token.word() ? words.value("numerals", tokens, i) : null;
      if (hit == null || hit.name().equals("ordinal")) {
        break;
      }
      boolean ordinal = hit.name().endsWith(".");
      BigDecimal value =
          new BigDecimal(ordinal ? hit.name().substring(0, hit.name().length() - 1) : hit.name());
      if (scale(value) && !ordinal && i > start) {
        current = current.signum() == 0 ? value : current.multiply(value);
      } else if (fits(current, value)) {
        current = current.add(value);
      } else {
        break;
      }
      if (value.intValue() >= 1000) {
        total = total.add(current);
        current = BigDecimal.ZERO;
      }
      i++;
      if (ordinal) {
        end = ".";
        break;
      }
    }
    if (i == start) {
      return 0;
    }
    String plain = total.add(current).stripTrailingZeros().toPlainString();
    String key = "#" + plain + (end.isEmpty() ? "" : ".");
    units.add(new Unit(Kind.NUMBER, Set.of(key), plain));
    return i - start;
  }

  private static boolean scale(BigDecimal value) {
    int v = value.intValue();
    return v == 100 || v == 1_000 || v == 1_000_000 || v == 1_000_000_000;
  }

  /** Whether a smaller number may be added: «thirty eight», not «eight thirty». */
  private static boolean fits(BigDecimal current, BigDecimal value) {
    if (current.signum() == 0) {
      return true;
    }
    int place = value.precision() - value.scale();
    return current.remainder(BigDecimal.TEN.pow(place)).signum() == 0
        && current.compareTo(value) > 0;
  }

  /** As many characters as there are tokens of an ordinal's ending after a number in digits. */
  private String ordinalAfter(List<Token> tokens, int i) {
    if (i < tokens.size() && ordinalEnding(tokens.get(i)) && words.language() == Language.ENGLISH) {
      return ".";
    }
    if (i + 1 < tokens.size() && tokens.get(i).mark("-") && ordinalEnding(tokens.get(i + 1))) {
      return "..";
    }
    return "";
  }

  private boolean ordinalEnding(Token token) {
    @Nullable Hit hit = words.value("numerals", List.of(token), 0);
    return hit != null && hit.name().equals("ordinal");
  }
}
