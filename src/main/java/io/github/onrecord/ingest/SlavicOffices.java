package io.github.onrecord.ingest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds office phrases in Russian and Ukrainian, which put what tells an office apart after its
 * head («заместитель министра иностранных дел») and may add a complement («комиссар по
 * рыболовству»).
 */
final class SlavicOffices {
  private static final Set<String> INDEFINITE =
      Set.of(
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

  private static final Set<String> COMPLEMENT =
      Set.of(
          "по", "при", "щодо", "з", "із", "зі", "в", "во", "у", "от", "від", "из", "на", "со", "с");

  private static final Set<String> FROM = Set.of("от", "від", "из", "з", "із", "в", "у", "во");

  private static final Set<String> LOOSE = Set.of("по", "при", "щодо");

  /** A body's name in quotation marks takes no more tokens, marks included. */
  private static final int MARKED_NAME = 6;

  /** Heads in the nominative that end as other heads do in the genitive. */
  private static final Set<String> HEADS = Set.of("глава", "голова", "коллега", "колега");

  private final Grammar grammar;
  private final OfficeWords words;

  SlavicOffices(Grammar grammar, OfficeWords words) {
    this.grammar = grammar;
    this.words = words;
  }

  /** The phrase that begins at token {@code i}, or null. */
  @Nullable OfficePhrase at(List<Token> tokens, int i, Cast cast) {
    int j = i;
    boolean indefinite = INDEFINITE.contains(tokens.get(i).key());
    boolean old = false;
    int head = -1;
    while (j < tokens.size() && j - i < 4) {
      Token token = tokens.get(j);
      if (!token.word()) {
        return null;
      }
      old |= words.former.contains(token);
      int length = words.role(tokens, j);
      if (length > 0 && !modifies(tokens, j)) {
        head = j;
        j += length;
        break;
      }
      boolean followed =
          j + 1 < tokens.size() && (words.role(tokens, j + 1) > 0 || adjective(tokens.get(j + 1)));
      if (old && j == i && tokens.get(j).key().length() > 6 && !followed) {
        head = j;
        j++;
        break;
      }
      boolean out = token.is("из") || token.is("із") || token.is("з") || token.is("зі");
      if ((!(indefinite && out) && !adjective(token) && !words.rank.contains(token) && !indefinite)
          || grammar.is("source-noun", token)
          || grammar.is("words-of", token)
          || cast.nameAt(tokens, j) != null) {
        return null;
      }
      j++;
    }
    if (head < 0 || toSeveral(tokens.get(head))) {
      return null;
    }
    int end = j;
    int taken = 0;
    while (j < tokens.size() && taken < 9) {
      Token token = tokens.get(j);
      if (!token.word() || cast.fullNameAt(tokens, j) != null) {
        break;
      }
      if (COMPLEMENT.contains(token.key())) {
        boolean fits =
            j + 1 < tokens.size()
                && tokens.get(j + 1).word()
                && !words.stop.contains(tokens.get(j + 1))
                && (LOOSE.contains(token.key())
                    || grammar.is("matter", tokens.get(j + 1))
                    || concerns(tokens, head, j)
                    || (words.unnamed.match(tokens, head) > 0
                        && taken == 0
                        && FROM.contains(token.key()))
                    || tokens.get(j + 1).capital()
                    || (words.role(tokens, j + 1) > 0 && taken == 0)
                    || ((token.is("з") || token.is("із")) && taken > 0))
                && cast.nameAt(tokens, j + 1) == null;
        if (!fits) {
          break;
        }
        j += 2;
        taken += 2;
        continue;
      }
      if (words.role(tokens, j) > 0 && toSeveral(token)) {
        break; // «сказал генерал журналистам»
      }
      if ((words.stop.contains(token) && !(taken == 0 && possessed(tokens, j)))
          || (isVerb(tokens, j) && !tokens.get(j - 1).key().matches(".*(ых|их)"))
          || cast.nameAt(tokens, j) != null
          || grammar.list("between").match(tokens, j) > 0) {
        break;
      }
      boolean heads = HEADS.contains(token.key()) && OfficeWords.nominative(tokens.get(head).key());
      if (heads && taken == 0 && words.body.match(tokens, head) > 0) {
        return null; // «после подписания коммюнике глава делегации»: the former isn't said to act
      }
      if (words.role(tokens, j) > 0
          && words.body.match(tokens, j) == 0
          && OfficeWords.nominative(token.key())
          && (!adjective(token) || !OfficeWords.nominative(tokens.get(head).key()))
          && (HEADS.contains(token.key())
              || (!token.key().endsWith("а") && !token.key().endsWith("я")))) {
        break; // a second nominative begins another phrase
      }
      if (taken == 0 && possessed(tokens, j)) {
        j++;
        continue;
      }
      if (!genitive(token)
          && words.role(tokens, j) == 0
          && !adjective(token)
          && !tokens.get(j - 1).key().matches(".*(ых|их)")) {
        break;
      }
      j++;
      taken++;
    }
    if (j + 1 < tokens.size()
        && grammar.is("and", tokens.get(j))
        && !tokens.get(j).is("а")
        && words.role(tokens, j + 1) > 0
        && taken > 0) {
      OfficePhrase second = at(tokens, j + 1, cast);
      boolean joined =
          second != null
              && second.nominative()
              && (cast.fullNameAt(tokens, Math.min(second.to(), tokens.size() - 1)) != null);
      j = joined && second != null ? second.to() : j;
    }
    if (taken > 0) {
      int name = afterMarks(tokens, j);
      boolean named = name + 1 < tokens.size() && tokens.get(name).capital();
      j = name > j && named && tokens.get(name + 1).capital() ? name : j;
    }
    return words.phrase(tokens, i, i, head, end, j, indefinite, old);
  }

  /** «речник Групи «Альціон» Тео Ріс»: the index after a body's name in marks; else the same. */
  private static int afterMarks(List<Token> tokens, int j) {
    if (j < tokens.size() && tokens.get(j).is(Sentence.QUOTE)) {
      return j + 1;
    }
    if (j >= tokens.size() || !"«“„\"".contains(tokens.get(j).key())) {
      return j;
    }
    for (int k = j + 2; k < Math.min(tokens.size(), j + MARKED_NAME); k++) {
      if ("»”“\"".contains(tokens.get(k).key())) {
        return k + 1;
      }
    }
    return j;
  }

  /** Whether a form is one of those to whom something is said: «журналистам», «послам». */
  private static boolean toSeveral(Token token) {
    return token.key().length() > 4 && token.key().matches(".*(ам|ям)");
  }

  /** «высокопоставленный чиновник»: a word that could be a head only tells of the next one. */
  private boolean modifies(List<Token> tokens, int j) {
    if (j + 1 >= tokens.size() || words.role(tokens, j + 1) == 0) {
      return false;
    }
    Token token = tokens.get(j);
    return words.rank.contains(token)
        || (words.unnamed.contains(token)
            && adjective(token)
            && words.body.match(tokens, j + 1) == 0);
  }

  /** «уповноважений із водних ресурсів»: an office for something, not one who speaks with it. */
  private boolean concerns(List<Token> tokens, int head, int j) {
    String key = tokens.get(j).key();
    return (key.equals("з") || key.equals("із"))
        && (words.office.match(tokens, head) > 0 || words.officeWoman.match(tokens, head) > 0)
        && tokens.get(j + 1).key().matches(".*(их|ів|ей|ій|ки|ги|ти|ці|ці|ії)");
  }

  /** «речник її міністерства»: whose the body is, between a head and that body. */
  private boolean possessed(List<Token> tokens, int j) {
    Token token = tokens.get(j);
    return (grammar.is("his", token) || grammar.is("her", token) || grammar.is("their", token))
        && j + 1 < tokens.size()
        && words.body.match(tokens, j + 1) > 0;
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
    if (grammar.verb(tokens, j) != null && words.role(tokens, j) == 0) {
      return true;
    }
    return !token.capital()
        && words.role(tokens, j) == 0
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
}
