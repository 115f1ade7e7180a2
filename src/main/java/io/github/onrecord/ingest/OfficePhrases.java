package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds office phrases in tokens. English puts what tells an office apart before its head («deputy
 * foreign minister»), Russian and Ukrainian after it («заместитель министра иностранных дел»); both
 * may add a complement («ambassador to the Alliance», «комиссар по рыболовству»).
 */
final class OfficePhrases {
  private static final int LONGEST = 10;
  private static final Set<String> INDEFINITE =
      Set.of(
          "a",
          "an",
          "one",
          "another",
          "some",
          "several",
          "один",
          "одна",
          "некий",
          "одного",
          "одной",
          "якийсь",
          "якась",
          "другой",
          "другая",
          "інший",
          "інша",
          "неназванный");
  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "his", "her", "their", "its", "our", "my", "your", "this", "that", "a", "an",
          "one", "another", "some", "several", "both", "two", "three", "many");
  private static final Set<String> COMPLEMENT =
      Set.of("of", "for", "to", "at", "in", "on", "with", "from");
  private static final Set<String> SLAVIC_COMPLEMENT =
      Set.of(
          "по", "при", "щодо", "з", "із", "зі", "в", "во", "у", "от", "від", "из", "на", "со", "с");
  private static final Set<String> FROM = Set.of("от", "від", "из", "з", "із", "в", "у", "во");
  private static final Set<String> LOOSE = Set.of("по", "при", "щодо");

  /** Heads in the nominative that end as other heads do in the genitive. */
  private static final Set<String> HEADS = Set.of("глава", "голова", "коллега", "колега");

  private final Grammar grammar;
  private final CalendarText calendar;
  private final Phrases office;
  private final Phrases officeWoman;
  private final Phrases officeMan;
  private final Phrases aide;
  private final Phrases body;
  private final Phrases unnamed;
  private final Phrases privatePerson;
  private final Phrases former;
  private final Phrases rank;
  private final Phrases stop;

  OfficePhrases(Grammar grammar, CalendarText calendar) {
    this.grammar = grammar;
    this.calendar = calendar;
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

  /** The phrase that begins at token {@code i}, or null. A name may follow it directly. */
  @Nullable OfficePhrase at(List<Token> tokens, int i, Cast cast) {
    return grammar.english() ? english(tokens, i, cast) : slavic(tokens, i, cast);
  }

  private int role(List<Token> tokens, int i) {
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

  private @Nullable OfficePhrase english(List<Token> tokens, int i, Cast cast) {
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
      int length = role(tokens, k);
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
          || stop.contains(token)
          || (k > i && cast.nameAt(tokens, k) != null && !possessiveFollows(tokens, k))) {
        break;
      }
      Verb verb = grammar.verb(tokens, k);
      if (verb != null && !token.capital() && verb.form() != Verb.Form.BASE) {
        break;
      }
      old |= former.contains(token);
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
      OfficePhrase second = english(tokens, to + 1, cast);
      boolean joined =
          second != null
              && second.from() == to + 1
              && cast.nameAt(tokens, to + 1) == null
              && (second.to() >= tokens.size()
                  || !tokens.get(second.to()).word()
                  || cast.nameAt(tokens, second.to()) != null);
      to = joined && second != null ? second.to() : to;
    }
    return phrase(tokens, i, j, head, end, to, indefinite, old);
  }

  private static boolean possessiveFollows(List<Token> tokens, int k) {
    return (k + 1 < tokens.size() && tokens.get(k + 1).is("'s"))
        || (k + 2 < tokens.size() && tokens.get(k + 2).is("'s"));
  }

  /**
   * Whether the words between two heads can belong to one phrase («ministry's chief spokesman»).
   */
  private boolean near(List<Token> tokens, int end, int next) {
    if (rank.contains(tokens.get(end - 1)) && next - end <= 3) {
      return tokens.subList(end, next).stream().allMatch(t -> t.word() && !stop.contains(t));
    }
    for (int k = end; k < next; k++) {
      Token token = tokens.get(k);
      if (!rank.contains(token) && !token.is("'s") && !token.is("’") && !token.is("'")) {
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
            || (stop.contains(token) && !(token.is("for") || token.is("of")))) {
          break;
        }
        if ((grammar.verb(tokens, k) != null && !token.capital())
            || (cast.nameAt(tokens, k) != null && !possessiveFollows(tokens, k))) {
          break;
        }
        if (named
            && !token.capital()
            && !possessive
            && role(tokens, k) == 0
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
                  || (role(tokens, start) > 0 && !preposition.equals("to")));
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
    return !stop.contains(tokens.get(k))
        && grammar.verb(tokens, k) == null
        && k + 1 < tokens.size()
        && (role(tokens, k + 1) > 0
            || (k + 2 < tokens.size()
                && tokens.get(k + 1).word()
                && !stop.contains(tokens.get(k + 1))
                && role(tokens, k + 2) > 0));
  }

  private static boolean indefiniteFollows(List<Token> tokens, int to) {
    return to + 1 < tokens.size() && INDEFINITE.contains(tokens.get(to + 1).key());
  }

  private @Nullable OfficePhrase slavic(List<Token> tokens, int i, Cast cast) {
    int j = i;
    boolean indefinite = INDEFINITE.contains(tokens.get(i).key());
    boolean old = false;
    int head = -1;
    while (j < tokens.size() && j - i < 4) {
      Token token = tokens.get(j);
      if (!token.word()) {
        return null;
      }
      old |= former.contains(token);
      int length = role(tokens, j);
      if (length > 0 && !modifies(tokens, j)) {
        head = j;
        j += length;
        break;
      }
      boolean followed =
          j + 1 < tokens.size() && (role(tokens, j + 1) > 0 || adjective(tokens.get(j + 1)));
      if (old && j == i && tokens.get(j).key().length() > 6 && !followed) {
        head = j;
        j++;
        break;
      }
      boolean out = token.is("из") || token.is("із") || token.is("з") || token.is("зі");
      if ((!(indefinite && out) && !adjective(token) && !rank.contains(token) && !indefinite)
          || grammar.is("source-noun", token)
          || grammar.is("words-of", token)
          || cast.nameAt(tokens, j) != null) {
        return null;
      }
      j++;
    }
    if (head < 0) {
      return null;
    }
    int end = j;
    int words = 0;
    while (j < tokens.size() && words < 9) {
      Token token = tokens.get(j);
      if (!token.word() || cast.fullNameAt(tokens, j) != null) {
        break;
      }
      if (SLAVIC_COMPLEMENT.contains(token.key())) {
        boolean fits =
            j + 1 < tokens.size()
                && tokens.get(j + 1).word()
                && !stop.contains(tokens.get(j + 1))
                && (LOOSE.contains(token.key())
                    || grammar.is("matter", tokens.get(j + 1))
                    || concerns(tokens, head, j)
                    || (unnamed.match(tokens, head) > 0 && words == 0 && FROM.contains(token.key()))
                    || tokens.get(j + 1).capital()
                    || (role(tokens, j + 1) > 0 && words == 0)
                    || ((token.is("з") || token.is("із")) && words > 0))
                && cast.nameAt(tokens, j + 1) == null;
        if (!fits) {
          break;
        }
        j += 2;
        words += 2;
        continue;
      }
      if ((stop.contains(token) && !(words == 0 && possessed(tokens, j)))
          || (isVerb(tokens, j) && !tokens.get(j - 1).key().matches(".*(ых|их)"))
          || cast.nameAt(tokens, j) != null
          || grammar.list("between").match(tokens, j) > 0) {
        break;
      }
      if (role(tokens, j) > 0
          && body.match(tokens, j) == 0
          && nominative(token.key())
          && (!adjective(token) || !nominative(tokens.get(head).key()))
          && (HEADS.contains(token.key())
              || (!token.key().endsWith("а") && !token.key().endsWith("я")))) {
        break; // a second nominative begins another phrase
      }
      if (words == 0 && possessed(tokens, j)) {
        j++;
        continue;
      }
      if (!genitive(token)
          && role(tokens, j) == 0
          && !adjective(token)
          && !tokens.get(j - 1).key().matches(".*(ых|их)")) {
        break;
      }
      j++;
      words++;
    }
    if (j + 1 < tokens.size()
        && grammar.is("and", tokens.get(j))
        && !tokens.get(j).is("а")
        && role(tokens, j + 1) > 0
        && words > 0) {
      OfficePhrase second = slavic(tokens, j + 1, cast);
      boolean joined =
          second != null
              && second.nominative()
              && (cast.fullNameAt(tokens, Math.min(second.to(), tokens.size() - 1)) != null);
      j = joined && second != null ? second.to() : j;
    }
    return phrase(tokens, i, i, head, end, j, indefinite, old);
  }

  /** «высокопоставленный чиновник»: a word that could be a head only tells of the next one. */
  private boolean modifies(List<Token> tokens, int j) {
    if (j + 1 >= tokens.size() || role(tokens, j + 1) == 0) {
      return false;
    }
    Token token = tokens.get(j);
    return rank.contains(token)
        || (unnamed.contains(token) && adjective(token) && body.match(tokens, j + 1) == 0);
  }

  /** «уповноважений із водних ресурсів»: an office for something, not one who speaks with it. */
  private boolean concerns(List<Token> tokens, int head, int j) {
    String key = tokens.get(j).key();
    return (key.equals("з") || key.equals("із"))
        && (office.match(tokens, head) > 0 || officeWoman.match(tokens, head) > 0)
        && tokens.get(j + 1).key().matches(".*(их|ів|ей|ій|ки|ги|ти|ці|ці|ії)");
  }

  /** «речник її міністерства»: whose the body is, between a head and that body. */
  private boolean possessed(List<Token> tokens, int j) {
    Token token = tokens.get(j);
    return (grammar.is("his", token) || grammar.is("her", token) || grammar.is("their", token))
        && j + 1 < tokens.size()
        && body.match(tokens, j + 1) > 0;
  }

  /** Whether a word can stand after a head: only a case other than the nominative can. */
  private static boolean genitive(Token token) {
    return token.capital()
        || token.key().matches(".*[аяуюыиіїейвмх]")
        || token.key().equals("мид")
        || token.key().equals("мзс");
  }

  private boolean isVerb(List<Token> tokens, int j) {
    Token token = tokens.get(j);
    if (grammar.verb(tokens, j) != null && role(tokens, j) == 0) {
      return true;
    }
    return !token.capital()
        && role(tokens, j) == 0
        && token.key().length() > 3
        && token
            .key()
            .matches(
                ".*([аеиоуыяіїє](л|ла|ло|ли)|лся|лась|лись|лося|вся|лася|лися|[аиуя]в|ет|ит|ют|ат|ят|[еи]т[сц]я|[юуая]т[сц]я|ить|ють|уть|ать|ять|ає|ує|ється|иться)");
  }

  private static boolean adjective(Token token) {
    return token
            .key()
            .matches(
                ".*(ий|ый|ой|ая|яя|ого|его|ому|ему|ым|им|ім|ою|ею|ую|ої|ій|ий|ські|ская|ська|ної|ній|ною|на|ова|ева|та|ва|ський|ской|кий)")
        && token.key().length() > 3;
  }

  private OfficePhrase phrase(
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

  private static boolean nominative(String head) {
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
