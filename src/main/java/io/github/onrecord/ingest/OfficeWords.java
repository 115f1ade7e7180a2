package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words of an office say: which of them name one, a body or a private person, and what a
 * phrase of them means. Immutable.
 */
final class OfficeWords {
  private final Grammar grammar;
  final Phrases office;
  final Phrases officeWoman;
  final Phrases officeMan;
  final Phrases aide;
  final Phrases body;
  final Phrases unnamed;
  final Phrases privatePerson;
  final Phrases former;
  final Phrases rank;
  final Phrases stop;

  OfficeWords(Grammar grammar) {
    this.grammar = grammar;
    office = grammar.list("office");
    officeWoman = grammar.list("office-f");
    officeMan = grammar.list("office-m");
    aide = grammar.list("aide");
    body = grammar.list("body");
    unnamed = grammar.list("unnamed");
    privatePerson = grammar.list("private");
    former = grammar.list("former");
    rank = grammar.list("rank");
    stop = grammar.list("stop");
  }

  /** How many tokens from {@code i} on name an office, a body or a kind of person; 0 when none. */
  int role(List<Token> tokens, int i) {
    int best = 0;
    for (Phrases list :
        List.of(office, officeWoman, officeMan, aide, body, unnamed, privatePerson)) {
      best = Math.max(best, list.match(tokens, i));
    }
    return best;
  }

  boolean isRole(Token token) {
    return role(List.of(token), 0) > 0;
  }

  /**
   * The phrase that some tokens are.
   *
   * @param from its first token
   * @param start the first one after an article
   * @param head its head, the word that decides what it names
   * @param end the token after the head
   * @param to the token after the phrase
   * @param indefinite whether it says «a», «one» or «another»
   * @param old whether it is of one who left the office
   */
  OfficePhrase phrase(
      List<Token> tokens,
      int from,
      int start,
      int head,
      int end,
      int to,
      boolean indefinite,
      boolean old) {
    boolean isOffice =
        office.occursIn(tokens, start, end)
            || officeWoman.occursIn(tokens, start, end)
            || officeMan.occursIn(tokens, start, end);
    boolean headOffice =
        matches(tokens, head, end, office)
            || matches(tokens, head, end, officeWoman)
            || matches(tokens, head, end, officeMan);
    boolean headAide = matches(tokens, head, end, aide);
    boolean headBody = matches(tokens, head, end, body);
    boolean headUnnamed = matches(tokens, head, end, unnamed);
    boolean belongs =
        body.occursIn(tokens, start, to) || isOffice || office.occursIn(tokens, end, to);
    boolean named = false;
    for (int k = start; k < to; k++) {
      named |= tokens.get(k).capital() && !isRole(tokens.get(k)) && (k > 0 || grammar.english());
    }
    boolean isPrivate = false;
    for (int k = start; k < to; k++) {
      int length = privatePerson.match(tokens, k);
      boolean told = headUnnamed && k >= end && grammar.is("outlet", tokens.get(k));
      if (length > 0 && k + length <= to && !(k < head && headOffice) && !told) {
        isPrivate = true;
      }
    }
    OfficePhrase.Kind kind;
    boolean outlet = to - start == 1 && grammar.is("outlet", tokens.get(head));
    if (isPrivate || outlet) {
      kind = OfficePhrase.Kind.PRIVATE;
    } else if ((indefinite || anonymous(tokens, start, head))
        && (headUnnamed || headAide || headOffice)) {
      kind = OfficePhrase.Kind.UNNAMED;
    } else if (headOffice) {
      kind = OfficePhrase.Kind.OFFICE;
    } else if (headAide && (belongs || named)) {
      kind = OfficePhrase.Kind.OFFICE;
    } else if (headBody) {
      kind = OfficePhrase.Kind.BODY;
    } else if (headUnnamed && (!headAide || (!grammar.english() && to > end))) {
      kind = OfficePhrase.Kind.UNNAMED;
    } else {
      kind = OfficePhrase.Kind.POST;
    }
    Gender gender =
        matches(tokens, head, end, officeWoman)
            ? Gender.WOMAN
            : matches(tokens, head, end, officeMan) ? Gender.MAN : Gender.UNKNOWN;
    List<String> keys = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int k = start; k < to; k++) {
      Token token = tokens.get(k);
      if (k > start && token.start() > tokens.get(k - 1).end()) {
        text.append(' ');
      }
      text.append(token.text());
      boolean proper =
          token.capital()
              && k > start
              && !isRole(token)
              && !rank.contains(token)
              && !body.contains(token);
      if (token.word()
          && !proper
          && !stop.contains(token)
          && !token.is("'s")
          && token.key().length() > 2) {
        keys.add(key(token));
      }
    }
    boolean nominative = grammar.english() || nominative(tokens.get(head).key());
    return new OfficePhrase(
        from,
        to,
        kind,
        text.toString(),
        keys,
        side(tokens, start, to),
        indefinite,
        gender,
        nominative,
        old);
  }

  /** «высокопоставленный дипломат», «a senior official»: nobody is named by such a phrase. */
  private boolean anonymous(List<Token> tokens, int start, int head) {
    return !grammar.english() && head > start && unnamed.occursIn(tokens, start, head);
  }

  private static boolean matches(List<Token> tokens, int head, int end, Phrases list) {
    return list.match(tokens, head) == end - head;
  }

  /** A stem under which cases and forms of one office meet («spokesman», «spokesperson»). */
  static String key(Token token) {
    String key = token.key();
    if (key.startsWith("spokes")) {
      return "spokes";
    }
    if (key.startsWith("зам") && key.length() > 5 && !key.startsWith("замест")) {
      return "зам" + stem(key.substring(3));
    }
    return stem(key);
  }

  private static String stem(String key) {
    return key.length() > 5 ? key.substring(0, 5) : key;
  }

  private @Nullable String side(List<Token> tokens, int from, int to) {
    String side = null;
    for (int k = from; k < to; k++) {
      Token token = tokens.get(k);
      if (token.capital() && !isRole(token) && !rank.contains(token)) {
        int end = k + 1;
        while (end < to
            && tokens.get(end).capital()
            && !isRole(tokens.get(end))
            && !rank.contains(tokens.get(end))) {
          end++;
        }
        String words = join(tokens, k, end);
        if (side == null || words.length() > side.length()) {
          side = words;
        }
        k = end;
      }
    }
    if (side == null && !grammar.english()) {
      for (int k = from; k < to; k++) {
        Token token = tokens.get(k);
        if (!token.capital()
            && token.key().matches(".*(ск|цк|ськ|цьк)(ий|ой|ая|ого|ому|им|ім|ої|ій|ою|ую|а)")) {
          return token.text();
        }
      }
    }
    return side;
  }

  private static String join(List<Token> tokens, int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int k = from; k < to; k++) {
      words.append(k > from ? " " : "").append(tokens.get(k).text());
    }
    return words.toString();
  }

  static boolean nominative(String head) {
    if (head.matches("зам(министра|глав[ыи]|председателя|голови|секретаря)")) {
      return true;
    }
    if (head.matches(
        "(глава|голова|коллега|колега|визави|візаві|атташе|аташе|.*служба|рада|влада|сторона|.*[цсрл][иі]я|мерка|речниця|.*[кцнш]а|.*ниця|.*ена|.*енна)")) {
      return !head.matches(".*(ника|чика|щика|тика|шника)");
    }
    return (!head.matches(
                ".*(а|я|у|ю|ом|ем|єм|ым|им|ому|ему|ого|его|ові|еві|еви|ою|ею|єю|ой|ої|ам|ям|ами|ями|ах|ях|ів|ов|и|ы|і|ї)")
            && !head.matches("(главы|глави|главе|главі|голови|голові|речниці|министры|міністри)"))
        || head.matches(".*(ий|ый)");
  }
}
