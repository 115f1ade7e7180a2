package io.github.onrecord.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases that say whose words are told, without a verb of speech of their own: «according to
 * X», «in her view», «говорится в её сообщении».
 */
final class SourcePhrases {
  /** So many words before «it is said» may name the document. */
  private static final int DOCUMENT_WITHIN = 8;

  private final Grammar grammar;

  SourcePhrases(Grammar grammar) {
    this.grammar = grammar;
  }

  /** «according to X», «по словам X», «in her view», «за її словами». */
  @Nullable Predicate at(Sentence sentence, int i) {
    List<Token> tokens = sentence.tokens();
    int length = grammar.list("source-of").match(tokens, i);
    if (length > 0 && i + length < tokens.size()) {
      Mention mention = sentence.mentionFrom(i + length);
      if (mention != null) {
        return new Predicate(i, i, mention.to(), null, mention, true, -1);
      }
    }
    if (grammar.list("source-in").match(tokens, i) == 0) {
      return null;
    }
    int k = i + 1;
    Gender gender = k < tokens.size() ? possessor(tokens.get(k)) : null;
    Mention owner = gender == null && k < tokens.size() ? sentence.mentionFrom(k) : null;
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

  /** «говорится в её сообщении», «в заяві МЗС ідеться»: whose the document is, speaks. */
  @Nullable Predicate inDocument(Sentence sentence, int i, Verb verb) {
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
    Mention subject = gender == null ? sentence.mentionFrom(noun + 1) : pronoun(start, gender);
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

  private @Nullable Gender possessor(Token token) {
    if (grammar.is("his", token)) {
      return Gender.MAN;
    }
    if (grammar.is("her", token)) {
      return Gender.WOMAN;
    }
    return grammar.is("their", token) ? Gender.PEOPLE : null;
  }
}
