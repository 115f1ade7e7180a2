package io.github.onrecord.answer;

import io.github.onrecord.answer.Violation.BadForm;
import io.github.onrecord.answer.Violation.ExactWords;
import io.github.onrecord.answer.Violation.OtherLanguage;
import io.github.onrecord.answer.Violation.Person;
import java.util.ArrayList;
import java.util.List;

/** What a sentence may look like, whatever it says. What isn't allowed here is refused. */
final class Form {
  /** More than this is no connecting sentence. */
  static final int MAX_CHARACTERS = 400;

  /** The prompt asks for 40; a few more do no harm. */
  static final int MAX_WORDS = 50;

  private static final String MARKS = ".,;-–—%";
  private static final String DASHES = "-–—";
  private static final String APOSTROPHES = "'’ʼ";

  private Form() {}

  static List<Violation> check(String sentence, List<Token> tokens, VerifierWords words) {
    List<Violation> violations = new ArrayList<>();
    characters(sentence, violations);
    long count = tokens.stream().filter(token -> token.type() != Token.Type.MARK).count();
    if (sentence.length() > MAX_CHARACTERS || count > MAX_WORDS) {
      violations.add(new BadForm("too many words"));
    }
    sentences(tokens, violations);
    language(tokens, words, violations);
    for (int i = 0; i < tokens.size(); i++) {
      if (words.at("reporting", "exact", tokens, i) > 0) {
        violations.add(new ExactWords());
      }
      if (words.has("persons", "self", tokens.get(i))
          || words.has("persons", "own", tokens.get(i))
          || words.has("persons", "other", tokens.get(i))) {
        violations.add(new Person(tokens.get(i).text()));
      }
    }
    return violations;
  }

  /** Letters, digits, blanks and plain punctuation; no quotation mark, markup, link or control. */
  private static void characters(String sentence, List<Violation> violations) {
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      boolean inWord = letterAt(sentence, i - 1) && letterAt(sentence, i + 1);
      boolean plain =
          Character.isLetterOrDigit(c)
              || c == ' '
              || c == '\u00a0'
              || MARKS.indexOf(c) >= 0
              || (APOSTROPHES.indexOf(c) >= 0 && inWord);
      boolean link = c == '.' && inWord && !acronymAt(sentence, i);
      if (!plain || link) {
        violations.add(new BadForm("a character that isn't allowed: " + c));
        return;
      }
    }
    String text = sentence.strip();
    if (!text.isEmpty() && DASHES.indexOf(text.charAt(0)) >= 0) {
      violations.add(new BadForm("a dash as in dialogue"));
    }
  }

  /** «U.S.»: single letters on both sides of the dot. */
  private static boolean acronymAt(String sentence, int dot) {
    return !letterAt(sentence, dot - 2) && !letterAt(sentence, dot + 2);
  }

  private static boolean letterAt(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  private static void sentences(List<Token> tokens, List<Violation> violations) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).mark(".") && tokens.get(i + 1).type() != Token.Type.MARK) {
        violations.add(new BadForm("more than one sentence"));
        return;
      }
    }
  }

  /** Most words are in the language's letters; others are all in Latin ones, as names may be. */
  private static void language(
      List<Token> tokens, VerifierWords words, List<Violation> violations) {
    int own = 0;
    int foreign = 0;
    for (Token token : tokens) {
      if (token.word()) {
        List<Character> letters =
            token.text().chars().filter(Character::isLetter).mapToObj(c -> (char) c).toList();
        if (letters.stream().allMatch(c -> words.letter(Character.toLowerCase(c)))) {
          own++;
        } else if (letters.stream().allMatch(c -> c < 128)) {
          foreign++;
        } else {
          violations.add(new OtherLanguage());
          return;
        }
      }
    }
    if (own <= foreign) {
      violations.add(new OtherLanguage());
    }
  }
}
