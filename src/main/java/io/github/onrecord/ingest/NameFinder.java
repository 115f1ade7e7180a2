package io.github.onrecord.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people a document names. Two capitalised words are a person only on evidence: an office
 * or title before them, an office or «who» after, a verb of speech beside them, or an initial.
 */
final class NameFinder {
  /** Words inside a name that are written small. */
  static final Set<String> PARTICLES =
      Set.of(
          "de", "van", "von", "der", "den", "di", "da", "del", "la", "le", "al", "bin", "ibn",
          "ben", "ter", "zu", "af", "dos", "де", "ван", "фон", "дер", "ди", "да", "ла", "ле", "аль",
          "бин", "бен", "ибн", "дель", "ді", "бін", "ібн");

  private static final Set<String> AUXILIARIES =
      Set.of(
          "had", "has", "is", "was", "will", "would", "also", "did", "does", "who", "could", "can");

  private final Grammar grammar;
  private final OfficePhrases offices;
  private final Phrases geography;
  private final CalendarText calendar;

  NameFinder(Grammar grammar, OfficePhrases offices, CalendarText calendar) {
    this.grammar = grammar;
    this.offices = offices;
    this.geography = grammar.list("geography");
    this.calendar = calendar;
  }

  /** Adds the people named in the paragraphs to a cast. */
  void find(List<Paragraph> paragraphs, Cast cast) {
    Map<String, Integer> alone = singles(paragraphs);
    for (int pass = 0; pass < 2; pass++) {
      for (Paragraph paragraph : paragraphs) {
        List<Token> tokens = paragraph.tokens();
        int i = 0;
        while (i < tokens.size()) {
          int length = nameLength(tokens, i);
          if (length == 0) {
            i++;
            continue;
          }
          int from = Math.max(i, i + length - trim(tokens, i, length));
          consider(tokens, from, i + length, cast, alone, i);
          i += length;
        }
      }
    }
  }

  /** How often a capitalised word stands with no other before it. */
  private static Map<String, Integer> singles(List<Paragraph> paragraphs) {
    Map<String, Integer> alone = new HashMap<>();
    for (Paragraph paragraph : paragraphs) {
      List<Token> tokens = paragraph.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        boolean before = i > 0 && tokens.get(i - 1).capital();
        boolean after = i + 1 < tokens.size() && tokens.get(i + 1).capital();
        if (tokens.get(i).capital() && !before && !after) {
          Names.stems(tokens.get(i).key()).forEach(stem -> alone.merge(stem, 1, Integer::sum));
        }
      }
    }
    return alone;
  }

  /** How many tokens from {@code i} on could be parts of names. */
  private int nameLength(List<Token> tokens, int i) {
    int k = i;
    while (k < tokens.size()) {
      Token token = tokens.get(k);
      boolean close = k == i || token.start() - tokens.get(k - 1).end() <= 1;
      boolean particle =
          k > i
              && PARTICLES.contains(token.key())
              && k + 1 < tokens.size()
              && tokens.get(k + 1).capital();
      if (!close || (!particle && (!token.capital() || !plain(tokens, k)))) {
        break;
      }
      k++;
    }
    return k - i;
  }

  private boolean plain(List<Token> tokens, int k) {
    Token token = tokens.get(k);
    if (token.initial()) {
      return true;
    }
    return token.text().length() > 1
        && !offices.isRole(token)
        && !grammar.is("rank", token)
        && !grammar.is("sir", token)
        && !grammar.is("madam", token)
        && !grammar.is("stop", token)
        && !grammar.is("between", token)
        && !grammar.is("man", token)
        && !grammar.is("woman", token)
        && !month(tokens, k)
        && calendar.weekday(token.text()) == null;
  }

  /** Whether a word names a month; before another name «Jan» and «April» are given names. */
  private boolean month(List<Token> tokens, int k) {
    boolean given =
        k + 1 < tokens.size()
            && tokens.get(k + 1).capital()
            && calendar.month(tokens.get(k + 1).text()) == null
            && calendar.weekday(tokens.get(k + 1).text()) == null;
    return calendar.month(tokens.get(k).text()) != null && !given;
  }

  /**
   * How many of the last words of a run of capitals are the name: given name, patronymic, surname.
   */
  private static int trim(List<Token> tokens, int i, int length) {
    int end = i + length;
    if (length <= 2) {
      return length;
    }
    String middle = tokens.get(end - 2).key();
    boolean patronymic =
        middle.matches(".*(вич|вича|вичем|вичу|вна|вны|вне|вной|ович|івна|івни|йович)");
    if (patronymic || (tokens.get(end - 2).initial() && tokens.get(end - 3).initial())) {
      return 3;
    }
    if (PARTICLES.contains(middle)) {
      return Math.min(length, PARTICLES.contains(tokens.get(end - 3).key()) ? 4 : 3);
    }
    return 2;
  }

  private void consider(
      List<Token> tokens, int from, int to, Cast cast, Map<String, Integer> alone, int runStart) {
    Token first = tokens.get(from);
    Token last = tokens.get(to - 1);
    if (to - from < 2) {
      boolean titled = titled(tokens, from) || addressed(tokens, from, cast);
      if (titled && cast.bearing(first.key()).isEmpty() && !geography.contains(first)) {
        Person person = cast.add("", first.text(), true);
        person.gender(titleGender(tokens, from));
      }
      return;
    }
    if (geography.contains(first) || geography.contains(last) || last.initial()) {
      return;
    }
    boolean article =
        runStart > 0 && Set.of("the", "a", "an").contains(tokens.get(runStart - 1).key());
    boolean roleAfter =
        to < tokens.size()
            && tokens.get(to).word()
            && offices.isRole(tokens.get(to))
            && !tokens.get(to).is("for");
    Boolean office = officeBefore(tokens, from, cast);
    boolean strong =
        first.initial()
            || titled(tokens, from)
            || (office != null && !roleAfter)
            || (appositionAfter(tokens, to, cast) && !article)
            || (!article && !roleAfter && (speechBeside(tokens, from, to) || ofHouse(tokens, to)));
    boolean weak =
        !article
            && !roleAfter
            && runStart == from
            && to < tokens.size()
            && (AUXILIARIES.contains(tokens.get(to).key())
                || (Names.cyrillic(first.key()) && tokens.get(to).word()))
            && Names.stems(last.key()).stream().anyMatch(alone::containsKey)
            && Names.stems(first.key()).stream().noneMatch(alone::containsKey);
    if (strong || weak) {
      String given =
          first.initial() && to - from == 3
              ? first.text() + " " + tokens.get(from + 1).text()
              : words(tokens, from, nameParticleStart(tokens, from, to));
      Person person =
          cast.add(
              given,
              words(tokens, nameParticleStart(tokens, from, to), to),
              nominative(tokens, from, to, office));
      person.markPresent();
      person.gender(titleGender(tokens, from));
      person.guessGender(firstNameGender(first));
    }
  }

  /** What the given name's ending tells, unless the word files know it better. */
  private Gender firstNameGender(Token first) {
    if (first.initial()) {
      return Gender.UNKNOWN;
    }
    if (grammar.is("woman-name", first)) {
      return Gender.WOMAN;
    }
    if (grammar.is("man-name", first)) {
      return Gender.UNKNOWN;
    }
    String key = first.key();
    if (Names.cyrillic(key)) {
      return key.matches(".*(а|я|ія|ия)")
          ? Gender.UNKNOWN
          : key.matches(".*[бвгджзйклмнпрстфхцчшщ]") ? Gender.MAN : Gender.UNKNOWN;
    }
    return key.endsWith("a")
        ? Gender.WOMAN
        : key.matches(".*[bcdfgjklmnprstvwxz]|.*o") ? Gender.MAN : Gender.UNKNOWN;
  }

  private static int nameParticleStart(List<Token> tokens, int from, int to) {
    int start = to - 1;
    while (start - 1 > from && PARTICLES.contains(tokens.get(start - 1).key())) {
      start--;
    }
    return start;
  }

  private static String words(List<Token> tokens, int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int k = from; k < to; k++) {
      words.append(k > from ? " " : "").append(tokens.get(k).text());
    }
    return words.toString();
  }

  private boolean titled(List<Token> tokens, int i) {
    int k = i - 1;
    if (k >= 0 && tokens.get(k).is(".")) {
      k--;
    }
    return k >= 0 && (grammar.is("sir", tokens.get(k)) || grammar.is("madam", tokens.get(k)));
  }

  private Gender titleGender(List<Token> tokens, int i) {
    int k = i - 1;
    if (k >= 0 && tokens.get(k).is(".")) {
      k--;
    }
    if (k < 0) {
      return Gender.UNKNOWN;
    }
    boolean neutral = Set.of("dr", "prof", "gen", "amb").contains(tokens.get(k).key());
    return neutral
        ? Gender.UNKNOWN
        : grammar.is("sir", tokens.get(k))
            ? Gender.MAN
            : grammar.is("madam", tokens.get(k)) ? Gender.WOMAN : Gender.UNKNOWN;
  }

  /** Whether an office phrase leads up to a name: null when none, else whether it is nominative. */
  private @Nullable Boolean officeBefore(List<Token> tokens, int from, Cast cast) {
    for (int start = Math.max(0, from - 9); start < from; start++) {
      OfficePhrase phrase = offices.at(tokens, start, cast);
      if (phrase == null
          || (!grammar.english() && phrase.kind() == OfficePhrase.Kind.BODY)
          || (phrase.indefinite()
              && phrase.kind() == OfficePhrase.Kind.UNNAMED
              && phrase.to() != from)) {
        continue;
      }
      boolean comma =
          phrase.to() == from - 1
              && tokens.get(from - 1).comma()
              && phrase.kind() != OfficePhrase.Kind.BODY;
      boolean possessed =
          (phrase.to() == from - 1 && tokens.get(from - 1).is("'s"))
              || (phrase.to() == from - 3
                  && tokens.get(from - 3).comma()
                  && Appositions.afterPossessor(tokens, from - 2) == from
                  && closes(tokens, from));
      if (phrase.to() == from
          || (comma && closes(tokens, from))
          || possessed
          || (!grammar.english() && phrase.to() > from)) {
        return phrase.nominative();
      }
      if (phrase.kind() == OfficePhrase.Kind.BODY && phrase.to() == from) {
        return phrase.nominative();
      }
    }
    return null;
  }

  /** Whether the name that begins at a token is followed by a mark: an apposition is closed. */
  private boolean closes(List<Token> tokens, int from) {
    int to = from + nameLength(tokens, from);
    return Appositions.ends(tokens, to);
  }

  private boolean appositionAfter(List<Token> tokens, int to, Cast cast) {
    if (to + 1 >= tokens.size() || !tokens.get(to).comma()) {
      return to + 1 < tokens.size()
          && (tokens.get(to).dash()
              || tokens.get(to).is("(")
              || (tokens.get(to).is("is") && grammar.english()))
          && offices.at(tokens, to + 1, cast) != null;
    }
    return (grammar.list("which").match(tokens, to + 1) > 0 && !tokens.get(to + 1).is("which"))
        || tokens.get(to + 1).is("of")
        || offices.at(tokens, to + 1, cast) != null;
  }

  private boolean speechBeside(List<Token> tokens, int from, int to) {
    int k = to;
    while (k < tokens.size() && grammar.list("between").match(tokens, k) > 0 && k - to < 4) {
      k++;
    }
    if (k < tokens.size() && isSpeech(tokens, k)) {
      return true;
    }
    for (int length = 1; length <= 3 && from - length >= 0; length++) {
      Verb verb = grammar.verb(tokens, from - length);
      if (verb != null
          && verb.words() == length
          && isSpeech(tokens, from - length)
          && beforeVerb(tokens, from - length)) {
        return true;
      }
    }
    return false;
  }

  /** «X of the Centre believes», «X of Ostmark told». */
  private boolean ofHouse(List<Token> tokens, int to) {
    if (to >= tokens.size() || !Set.of("of", "from").contains(tokens.get(to).key())) {
      return false;
    }
    for (int k = to + 1; k < Math.min(tokens.size(), to + 8) && tokens.get(k).word(); k++) {
      if (isSpeech(tokens, k) || grammar.list("private").match(tokens, k) > 0) {
        return true;
      }
    }
    return false;
  }

  /** «Minister Sorn»: a surname alone after an office; in Russian and Ukrainian before a verb. */
  private boolean addressed(List<Token> tokens, int from, Cast cast) {
    if (from == 0
        || !offices.isRole(tokens.get(from - 1))
        || tokens.get(from).text().length() < 3) {
      return false;
    }
    if (grammar.english()) {
      boolean possessive =
          from + 1 < tokens.size()
              && (tokens.get(from + 1).is("'s") || tokens.get(from + 1).capital());
      return tokens.get(from - 1).capital()
          && !possessive
          && !grammar.is("private", tokens.get(from - 1))
          && !grammar.is("body", tokens.get(from - 1));
    }
    OfficePhrase phrase = offices.at(tokens, from - 1, cast);
    return phrase != null
        && phrase.nominative()
        && phrase.kind() == OfficePhrase.Kind.OFFICE
        && from + 1 < tokens.size()
        && isSpeech(tokens, from + 1)
        && surnameBefore(tokens, from);
  }

  /** A country in the genitive looks like a surname; agreement with the verb tells them apart. */
  private boolean surnameBefore(List<Token> tokens, int from) {
    Verb verb = grammar.verb(tokens, from + 1);
    boolean woman = verb != null && verb.form() == Verb.Form.WOMAN;
    return tokens.get(from).key().matches(woman ? ".*[^уюыиіе]" : ".*[^уюыиіаяе]");
  }

  private boolean isSpeech(List<Token> tokens, int k) {
    Verb verb = grammar.verb(tokens, k);
    return verb != null && verb.form() != Verb.Form.BASE && !tokens.get(k).capital();
  }

  /** Whether an inverted verb («said X») follows words of a statement. */
  private boolean beforeVerb(List<Token> tokens, int k) {
    return k == 0 || !tokens.get(k - 1).word() || !grammar.english();
  }

  private boolean nominative(List<Token> tokens, int from, int to, @Nullable Boolean office) {
    if (!Names.cyrillic(tokens.get(from).key())) {
      return true;
    }
    if (office != null) {
      return office;
    }
    if (from > 0
        && tokens.get(from - 1).word()
        && grammar.list("place").match(tokens, from - 1) == 1) {
      return false;
    }
    return speechBeside(tokens, from, to) || from == 0;
  }
}
