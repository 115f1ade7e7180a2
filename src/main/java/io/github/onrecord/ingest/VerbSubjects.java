package io.github.onrecord.ingest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the subject of a verb of speech: beside it, after it, or further before it. */
final class VerbSubjects {
  private static final int FAR = 9;

  private final Grammar grammar;
  private final CalendarText calendar;

  VerbSubjects(Grammar grammar, CalendarText calendar) {
    this.grammar = grammar;
    this.calendar = calendar;
  }

  @Nullable Mention beside(Sentence sentence, int i, Verb verb) {
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

  @Nullable Mention after(Sentence sentence, int i, Verb verb) {
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
      Mention mention = sentence.mentionFrom(k);
      return mention != null && mention.nominative() && (i > 0 || verb.form() != Verb.Form.BASE)
          ? mention
          : null;
    }
    for (int steps = 0; k < tokens.size() && steps < 12; steps++) {
      Mention mention = sentence.mentionFrom(k);
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
      boolean told = sentence.title(k) && sentence.mentionFrom(k + 1) != null;
      if (Sentence.QUOTE.equals(token.key())
          && !told
          && (k == i + verb.words() || !tokens.get(k - 1).word())) {
        return null;
      }
      k++;
    }
    return null;
  }

  @Nullable Mention before(Sentence sentence, int i, Verb verb, List<Predicate> before) {
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
    if (mention.people().size() == 1 && !mention.people().get(0).couldBe(agreement)) {
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
}
