package io.github.onrecord.ingest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds office phrases in English, which puts what tells an office apart before its head («deputy
 * foreign minister») and may add a complement («ambassador to the Alliance»).
 */
final class EnglishOffices {
  private static final int LONGEST = 10;

  private static final Set<String> INDEFINITE =
      Set.of("a", "an", "one", "another", "some", "several");

  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "his", "her", "their", "its", "our", "my", "your", "this", "that", "a", "an",
          "one", "another", "some", "several", "both", "two", "three", "many");

  private static final Set<String> COMPLEMENT =
      Set.of("of", "for", "to", "at", "in", "on", "with", "from");

  private final Grammar grammar;
  private final CalendarText calendar;
  private final OfficeWords words;

  EnglishOffices(Grammar grammar, CalendarText calendar, OfficeWords words) {
    this.grammar = grammar;
    this.calendar = calendar;
    this.words = words;
  }

  /** The phrase that begins at token {@code i}, or null. */
  @Nullable OfficePhrase at(List<Token> tokens, int i, Cast cast) {
    int j = i;
    boolean indefinite = false;
    if ((DETERMINERS.contains(tokens.get(i).key()) && !tokens.get(i).capital())
        || (DETERMINERS.contains(tokens.get(i).key())
            && i + 1 < tokens.size()
            && tokens.get(i + 1).word())) {
      indefinite = INDEFINITE.contains(tokens.get(i).key());
      j++;
    }
    boolean old = false;
    int head = -1;
    int end = -1;
    int k = j;
    while (k < tokens.size() && k - j < LONGEST) {
      Token token = tokens.get(k);
      int length = words.role(tokens, k);
      boolean possessive = token.is("'s") || token.is("’") || token.is("'");
      if (length > 0) {
        if (head >= 0 && !near(tokens, end, k)) {
          break;
        }
        head = k;
        end = k + length;
        k = end;
        continue;
      }
      if ((!token.word() && !possessive) || (possessive && k == j)) {
        break;
      }
      if (token.initial()
          || words.stop.contains(token)
          || (k > i && cast.nameAt(tokens, k) != null && !possessiveFollows(tokens, k))) {
        break;
      }
      Verb verb = grammar.verb(tokens, k);
      if (verb != null && !token.capital() && verb.form() != Verb.Form.BASE) {
        break;
      }
      old |= words.former.contains(token);
      if (head < 0 && k - j >= 5) {
        return null;
      }
      k++;
    }
    if (head < 0) {
      return null;
    }
    if (j == i && head - j > 0 && !tokens.get(j).capital() && head - j > 2) {
      return null;
    }
    int to = complement(tokens, end, cast);
    if (to + 1 < tokens.size()
        && tokens.get(to).is("and")
        && !DETERMINERS.contains(tokens.get(to + 1).key())) {
      OfficePhrase second = at(tokens, to + 1, cast);
      boolean joined =
          second != null
              && second.from() == to + 1
              && cast.nameAt(tokens, to + 1) == null
              && (second.to() >= tokens.size()
                  || !tokens.get(second.to()).word()
                  || cast.nameAt(tokens, second.to()) != null);
      to = joined && second != null ? second.to() : to;
    }
    return words.phrase(tokens, i, j, head, end, to, indefinite, old);
  }

  private static boolean possessiveFollows(List<Token> tokens, int k) {
    return (k + 1 < tokens.size() && tokens.get(k + 1).is("'s"))
        || (k + 2 < tokens.size() && tokens.get(k + 2).is("'s"));
  }

  /**
   * Whether the words between two heads can belong to one phrase («ministry's chief spokesman»).
   */
  private boolean near(List<Token> tokens, int end, int next) {
    if (words.rank.contains(tokens.get(end - 1)) && next - end <= 3) {
      return tokens.subList(end, next).stream().allMatch(t -> t.word() && !words.stop.contains(t));
    }
    for (int k = end; k < next; k++) {
      Token token = tokens.get(k);
      if (!words.rank.contains(token) && !token.is("'s") && !token.is("’") && !token.is("'")) {
        return false;
      }
    }
    return true;
  }

  private int complement(List<Token> tokens, int from, Cast cast) {
    int to = from;
    while (to < tokens.size() && COMPLEMENT.contains(tokens.get(to).key())) {
      String preposition = tokens.get(to).key();
      int k = to + 1;
      if (k < tokens.size() && DETERMINERS.contains(tokens.get(k).key())) {
        k++;
      }
      int titled =
          k < tokens.size()
                  && (grammar.is("sir", tokens.get(k)) || grammar.is("madam", tokens.get(k)))
              ? k + 1
              : k;
      titled = titled < tokens.size() && tokens.get(titled).is(".") ? titled + 1 : titled;
      Cast.NameMatch owner = titled < tokens.size() ? cast.nameAt(tokens, titled) : null;
      if (owner != null && !possessiveFollows(tokens, titled)) {
        return titled + owner.words(); // «an adviser to Ms X»
      }
      int start = k;
      boolean named = false;
      while (k < tokens.size() && k - start < 6) {
        Token token = tokens.get(k);
        boolean possessive = token.is("'s") || (token.is("’") && k > start);
        if ((!token.word() && !possessive)
            || calendar.weekday(token.text()) != null
            || calendar.month(token.text()) != null
            || (words.stop.contains(token) && !(token.is("for") || token.is("of")))) {
          break;
        }
        if ((grammar.verb(tokens, k) != null && !token.capital())
            || (cast.nameAt(tokens, k) != null && !possessiveFollows(tokens, k))) {
          break;
        }
        if (named
            && !token.capital()
            && !possessive
            && words.role(tokens, k) == 0
            && !roleSoon(tokens, k)
            && !token.is("of")
            && !token.is("for")) {
          break;
        }
        named |= token.capital();
        if (!token.capital() && k - start >= 3 && !named) {
          break;
        }
        k++;
      }
      while (k > start && (tokens.get(k - 1).is("of") || tokens.get(k - 1).is("for"))) {
        k--;
      }
      boolean fits =
          k > start
              && (named
                  || preposition.equals("of")
                  || (preposition.equals("for") && !indefiniteFollows(tokens, to))
                  || (words.role(tokens, start) > 0 && !preposition.equals("to")));
      if (!fits
          || ((preposition.equals("in")
                  || preposition.equals("on")
                  || preposition.equals("with")
                  || preposition.equals("from"))
              && !named)) {
        break;
      }
      to = k;
    }
    return to;
  }

  /** «the Sollen defence ministry»: a head follows within two words. */
  private boolean roleSoon(List<Token> tokens, int k) {
    return !words.stop.contains(tokens.get(k))
        && grammar.verb(tokens, k) == null
        && k + 1 < tokens.size()
        && (words.role(tokens, k + 1) > 0
            || (k + 2 < tokens.size()
                && tokens.get(k + 1).word()
                && !words.stop.contains(tokens.get(k + 1))
                && words.role(tokens, k + 2) > 0));
  }

  private static boolean indefiniteFollows(List<Token> tokens, int to) {
    return to + 1 < tokens.size() && INDEFINITE.contains(tokens.get(to + 1).key());
  }
}
