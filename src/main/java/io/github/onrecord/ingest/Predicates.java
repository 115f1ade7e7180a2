package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the predicates of speech in a sentence and the subject of each. */
final class Predicates {
  private static final int FAR = 9;

  /** So many words before «it is said» may name the document. */
  private static final int DOCUMENT_WITHIN = 8;

  private static final Set<String> PASSIVE =
      Set.of("is", "was", "were", "are", "been", "be", "being", "got");
  private static final Set<String> NOT_FINITE =
      Set.of(
          "to", "would", "could", "can", "may", "might", "should", "must", "will", "shall",
          "cannot");

  private final Grammar grammar;
  private final CalendarText calendar;

  Predicates(Grammar grammar, CalendarText calendar) {
    this.grammar = grammar;
    this.calendar = calendar;
  }

  /** The predicates in order. */
  List<Predicate> in(Sentence sentence) {
    List<Predicate> found = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      Predicate predicate = sourcePhrase(sentence, i);
      if (predicate == null && sentence.token(i).word()) {
        predicate = verbAt(sentence, i, found);
      }
      if (predicate == null) {
        i++;
      } else {
        found.add(predicate);
        i = Math.max(predicate.to(), predicate.at() + 1);
      }
    }
    return found;
  }

  /** «according to X», «по словам X», «in her view», «за її словами». */
  private @Nullable Predicate sourcePhrase(Sentence sentence, int i) {
    List<Token> tokens = sentence.tokens();
    int length = grammar.list("source-of").match(tokens, i);
    if (length > 0 && i + length < tokens.size()) {
      Mention mention = mentionFrom(sentence, i + length);
      if (mention != null) {
        return new Predicate(i, i, mention.to(), null, mention, true, -1);
      }
    }
    if (grammar.list("source-in").match(tokens, i) == 0) {
      return null;
    }
    int k = i + 1;
    Gender gender = k < tokens.size() ? possessor(tokens.get(k)) : null;
    Mention owner = gender == null && k < tokens.size() ? mentionFrom(sentence, k) : null;
    if (owner != null && owner.kind() != Mention.Kind.PRONOUN && sentence.is(owner.to(), "'s")) {
      k = owner.to();
    } else if (gender == null) {
      return null;
    } else {
      owner = null;
    }
    k++;
    while (k < tokens.size() && (grammar.is("between", tokens.get(k)) || tokens.get(k).is("own"))) {
      k++;
    }
    int noun = grammar.list("source-noun").match(tokens, k);
    if (noun == 0) {
      return null;
    }
    Mention subject =
        owner != null ? owner : pronoun(i + 1, gender == null ? Gender.UNKNOWN : gender);
    return new Predicate(i, i, k + noun, null, subject, true, -1);
  }

  private @Nullable Gender possessor(Token token) {
    if (grammar.is("his", token)) {
      return Gender.MAN;
    }
    if (grammar.is("her", token)) {
      return Gender.WOMAN;
    }
    return grammar.is("their", token) ? Gender.PEOPLE : null;
  }

  private static @Nullable Mention mentionFrom(Sentence sentence, int token) {
    for (Mention mention : sentence.mentions()) {
      if (mention.from() == token) {
        return mention;
      }
    }
    return null;
  }

  private @Nullable Predicate verbAt(Sentence sentence, int i, List<Predicate> before) {
    List<Token> tokens = sentence.tokens();
    Verb verb = grammar.verb(tokens, i);
    if (verb == null
        || sentence.mentionAt(i) != null
        || (grammar.english() && tokens.get(i).capital() && i > 0)) {
      return null;
    }
    if (grammar.english() && notFinite(tokens, i, verb)) {
      return null;
    }
    if (verb.takes(Verb.Flag.DOCUMENT)) {
      return inDocument(sentence, i, verb);
    }
    int negation = negation(tokens, i);
    Mention subject = adjacentLeft(sentence, i, verb);
    int from = subject == null ? i : subject.from();
    int to = i + verb.words();
    boolean left = subject != null;
    if (subject == null) {
      Mention right = right(sentence, i, verb);
      if (right != null) {
        subject = right;
        to = right.to();
      }
    }
    if (subject == null && verb.form() != Verb.Form.GERUND) {
      subject = farLeft(sentence, i, verb, before);
      from = subject == null ? i : subject.from();
      left = subject != null;
    }
    boolean base = grammar.english() && verb.form() == Verb.Form.BASE;
    if (base && (subject == null || !plural(tokens, subject))) {
      return null;
    }
    boolean own = subject != null;
    if (!left) {
      from = leftEdge(tokens, i, negation);
    }
    return new Predicate(i, Math.min(from, i), to, verb, subject, own, negation);
  }

  /** «говорится в её сообщении», «в заяві МЗС ідеться»: whose the document is, speaks. */
  private @Nullable Predicate inDocument(Sentence sentence, int i, Verb verb) {
    List<Token> tokens = sentence.tokens();
    int after = i + verb.words();
    if (after < tokens.size() && grammar.is("place", tokens.get(after))) {
      return owned(sentence, after + 1, i, i, verb);
    }
    for (int k = i - 1; k >= Math.max(0, i - DOCUMENT_WITHIN); k--) {
      if (!tokens.get(k).word() && !tokens.get(k).is(Sentence.QUOTE)) {
        return null;
      }
      Predicate found =
          grammar.is("place", tokens.get(k)) ? owned(sentence, k + 1, i, k, verb) : null;
      if (found != null) {
        return new Predicate(i, k, after, verb, found.subject(), found.own(), -1);
      }
    }
    return null;
  }

  /** A document's name with its owner, after a preposition; null when there is none. */
  private @Nullable Predicate owned(Sentence sentence, int start, int at, int from, Verb verb) {
    List<Token> tokens = sentence.tokens();
    Gender gender = start < tokens.size() ? possessor(tokens.get(start)) : null;
    int noun = gender == null ? start : start + 1;
    while (noun < tokens.size()
        && noun < start + 3
        && tokens.get(noun).word()
        && !grammar.is("document", tokens.get(noun))) {
      noun++;
    }
    if (noun >= tokens.size() || !grammar.is("document", tokens.get(noun))) {
      return null;
    }
    Mention subject = gender == null ? mentionFrom(sentence, noun + 1) : pronoun(start, gender);
    if (subject == null) {
      Mention whole = sentence.mentionAt(noun);
      subject = whole != null && whole.to() > noun + 1 ? whole.startingAt(noun + 1) : null;
    }
    int to = subject == null ? noun + 1 : Math.max(noun + 1, subject.to());
    return new Predicate(at, from, to, verb, subject, subject != null, -1);
  }

  private static Mention pronoun(int at, Gender gender) {
    return new Mention(
        Mention.Kind.PRONOUN, List.of(), List.of(), at, at + 1, at + 1, gender, true);
  }

  private static boolean plural(List<Token> tokens, Mention subject) {
    return subject.gender() == Gender.PEOPLE
        || (subject.people().isEmpty() && tokens.get(subject.coreTo() - 1).key().endsWith("s"));
  }

  /** Adverbs before an inverted verb belong to it. */
  private int leftEdge(List<Token> tokens, int i, int negation) {
    int k = negation >= 0 ? negation : i;
    while (k > 0
        && grammar.is("between", tokens.get(k - 1))
        && !grammar.is("and", tokens.get(k - 1))) {
      k--;
    }
    if (k > 0 && grammar.is("as", tokens.get(k - 1))) {
      k--;
    }
    return k;
  }

  private static boolean notFinite(List<Token> tokens, int i, Verb verb) {
    int k = i - 1;
    while (k >= 0
        && Set.of("not", "n't", "also", "never", "only", "then").contains(tokens.get(k).key())) {
      k--;
    }
    if (k < 0) {
      return verb.form() == Verb.Form.BASE;
    }
    String before = tokens.get(k).key();
    if (NOT_FINITE.contains(before)) {
      boolean only =
          before.equals("would") && i + 1 < tokens.size() && tokens.get(i + 1).is("only");
      return !only;
    }
    if (PASSIVE.contains(before)) {
      return verb.form() != Verb.Form.GERUND;
    }
    if (verb.form() == Verb.Form.BASE) {
      return !tokens.get(k).word()
          || Set.of("the", "a", "an", "of", "in", "for", "on", "no", "his", "her", "its", "their")
              .contains(before)
          || before.endsWith("'s");
    }
    return Set.of(
            "the", "a", "an", "of", "his", "her", "its", "their", "this", "that's", "no", "own")
        .contains(before);
  }

  private int negation(List<Token> tokens, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      if (grammar.is("not", tokens.get(k)) || tokens.get(k).key().endsWith("n't")) {
        boolean auxiliary =
            k > 0
                && Set.of("did", "does", "do", "has", "had", "have")
                    .contains(tokens.get(k - 1).key());
        return auxiliary ? k - 1 : k;
      }
      if (!grammar.is("between", tokens.get(k))) {
        return -1;
      }
    }
    return -1;
  }

  private @Nullable Mention adjacentLeft(Sentence sentence, int i, Verb verb) {
    List<Token> tokens = sentence.tokens();
    int k = i;
    for (int steps = 0; k > 0 && steps < 8; steps++) {
      Mention mention = endingAt(sentence, k);
      if (mention != null) {
        return fits(sentence, mention, verb) ? mention : null;
      }
      Token token = tokens.get(k - 1);
      if ((grammar.is("between", token) && !isContrast(token))
          || grammar.is("not", token)
          || isDay(tokens, k - 1)
          || (grammar.is("place", token) && k < i && isDay(tokens, k))) {
        k--;
      } else {
        int phrase = phraseEnding(tokens, k);
        if (phrase == 0) {
          return null;
        }
        k -= phrase;
      }
    }
    return null;
  }

  private boolean isContrast(Token token) {
    return grammar.is("and", token) || grammar.is("contrast", token);
  }

  private int phraseEnding(List<Token> tokens, int end) {
    for (int length = 4; length > 1; length--) {
      if (end >= length && grammar.list("between").match(tokens, end - length) == length) {
        return length;
      }
    }
    return 0;
  }

  private boolean isDay(List<Token> tokens, int k) {
    return k < tokens.size()
        && (calendar.weekday(tokens.get(k).text()) != null
            || grammar.list("today").match(tokens, k) > 0
            || grammar.list("yesterday").match(tokens, k) > 0
            || calendar.month(tokens.get(k).text()) != null
            || (tokens.get(k).type() == Token.Type.NUMBER
                && k + 1 < tokens.size()
                && calendar.month(tokens.get(k + 1).text()) != null));
  }

  private static @Nullable Mention endingAt(Sentence sentence, int end) {
    for (Mention mention : sentence.mentions()) {
      if (mention.to() == end || mention.coreTo() == end) {
        return mention;
      }
    }
    return null;
  }

  private boolean fits(Sentence sentence, Mention mention, Verb verb) {
    Gender agreement = new Predicate(0, 0, 0, verb, null, false, -1).agreement();
    if (mention.kind() == Mention.Kind.BODY
        && agreement == Gender.PEOPLE
        && mention.from() > 0
        && grammar.is("place", sentence.token(mention.from() - 1))) {
      return true; // «В министерстве заявили»
    }
    if (!mention.nominative() && !(agreement == Gender.PEOPLE && several(sentence, mention))) {
      return false;
    }
    boolean absolute =
        verb.form() == Verb.Form.GERUND
            && mention.from() > 0
            && sentence.is(mention.from() - 1, "with");
    if (mention.from() > 0
        && grammar.english()
        && mention.kind() != Mention.Kind.PRONOUN
        && !absolute) {
      String before = sentence.token(mention.from() - 1).key();
      if (Set.of("of", "to", "with", "by", "about", "against", "told", "from", "between", "and")
              .contains(before)
          && !before.equals("and")) {
        return false;
      }
    }
    if (mention.from() > 0
        && !grammar.english()
        && grammar.list("place").match(sentence.tokens(), mention.from() - 1) == 1
        && sentence.token(mention.from() - 1).key().length() <= 3) {
      return false;
    }
    if (agreement == Gender.PEOPLE) {
      return mention.gender() == Gender.PEOPLE
          || mention.kind() == Mention.Kind.BODY
          || mention.kind() == Mention.Kind.UNNAMED;
    }
    if (mention.kind() == Mention.Kind.PRONOUN
        && mention.gender() == Gender.PEOPLE
        && agreement != Gender.UNKNOWN) {
      return false;
    }
    if (mention.people().size() == 1 && !mention.people().get(0).gender().fits(agreement)) {
      return false;
    }
    return mention.kind() != Mention.Kind.PRONOUN || mention.gender().fits(agreement);
  }

  /** «сообщили обе делегации»: a plural that no preposition governs may be a nominative. */
  private boolean several(Sentence sentence, Mention mention) {
    boolean unnamed =
        mention.kind() == Mention.Kind.BODY
            || mention.kind() == Mention.Kind.UNNAMED
            || mention.kind() == Mention.Kind.OFFICE;
    OfficePhrase phrase = mention.office();
    return unnamed
        && !grammar.english()
        && phrase != null
        && phrase.text().split("\\s", 2)[0].matches(".*[иыії]")
        && (mention.from() == 0 || !grammar.is("place", sentence.token(mention.from() - 1)));
  }

  private @Nullable Mention right(Sentence sentence, int i, Verb verb) {
    List<Token> tokens = sentence.tokens();
    int k = i + verb.words();
    if (grammar.english()) {
      boolean inverted =
          i == 0
              || !tokens.get(i - 1).word()
              || grammar.is("between", tokens.get(i - 1))
              || grammar.is("as", tokens.get(i - 1));
      boolean told = verb.takes(Verb.Flag.TOLD); // whoever follows is told
      if (!inverted
          || (told && (!verb.takes(Verb.Flag.BARE) || (i > 0 && tokens.get(i - 1).word())))) {
        return null;
      }
      while (k < tokens.size() && grammar.is("between", tokens.get(k))) {
        k++;
      }
      Mention mention = mentionFrom(sentence, k);
      return mention != null && mention.nominative() && (i > 0 || verb.form() != Verb.Form.BASE)
          ? mention
          : null;
    }
    for (int steps = 0; k < tokens.size() && steps < 12; steps++) {
      Mention mention = mentionFrom(sentence, k);
      if (mention != null && fits(sentence, mention, verb)) {
        return mention;
      }
      if (mention != null) {
        if (mention.kind() == Mention.Kind.PRONOUN) {
          return null;
        }
        k = mention.to();
        continue;
      }
      Token token = tokens.get(k);
      int relayed = sentence.relay(k, grammar);
      if (relayed > k) {
        k = relayed;
        continue;
      }
      if ((!token.word()
              && token.type() != Token.Type.NUMBER
              && !Sentence.QUOTE.equals(token.key()))
          || grammar.is("that", token)
          || grammar.verb(tokens, k) != null) {
        return null;
      }
      boolean told = sentence.title(k) && mentionFrom(sentence, k + 1) != null;
      if (Sentence.QUOTE.equals(token.key())
          && !told
          && (k == i + verb.words() || !tokens.get(k - 1).word())) {
        return null;
      }
      k++;
    }
    return null;
  }

  private @Nullable Mention farLeft(Sentence sentence, int i, Verb verb, List<Predicate> before) {
    List<Token> tokens = sentence.tokens();
    int words = 0;
    for (int k = i; k > 0 && words < FAR; k--, words++) {
      Mention mention = endingAt(sentence, k);
      if (mention != null) {
        if (fits(sentence, mention, verb) && mention.kind() != Mention.Kind.UNNAMED) {
          return before.stream().anyMatch(p -> p.at() >= mention.from()) ? null : mention;
        }
        k = mention.from() + 1;
        continue;
      }
      Token token = tokens.get(k - 1);
      if ((!token.word() && token.type() != Token.Type.NUMBER)
          || isContrast(token)
          || grammar.is("that", token)
          || (grammar.verb(tokens, k - 1) != null && !grammar.english())) {
        return null;
      }
    }
    return null;
  }
}
