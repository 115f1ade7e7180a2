package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows what stands around the text of an article: menus, adverts, «read also», comments, credits.
 * Words come from {@code /ingest/boilerplate.tsv}. Immutable.
 */
final class Boilerplate {
  /** A line of no more words can be a menu, a credit or a notice; a longer one is prose. */
  private static final int SHORT_LINE = 30;

  /** A credit or an advert that isn't set off by a colon or the like has at most so many words. */
  private static final int CREDIT = 8;

  /** What a row of the file is about. */
  enum Kind {
    CLASS,
    COMMENTCLASS,
    BYLINE,
    DECK,
    LEAD,
    RELATED,
    COMMENTS,
    START,
    NOTICE,
    CORRECTION,
    FORWARDED,
    OUTLET,
    OWN
  }

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
  private final int longestPhrase;

  Boilerplate() {
    int longest = 0;
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashSet<>());
    }
    for (List<String> row : WordFile.rows("/ingest/boilerplate.tsv", 2)) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      for (String phrase : WordFile.alternatives(row.get(1))) {
        words.getOrDefault(kind, new HashSet<>()).add(phrase);
        longest = Math.max(longest, phrase.length());
      }
    }
    longestPhrase = longest;
  }

  /**
   * Whether a class or id attribute's value has a name of this kind, by its first or last words.
   */
  boolean named(Kind kind, String attribute) {
    if (attribute.isBlank() || attribute.length() > 500) {
      return false;
    }
    Set<String> known = words(kind);
    for (String name : attribute.strip().split("\\s+", -1)) {
      String spaced = spaced(name);
      if (known.contains("=" + spaced) || known.contains(spaced)) {
        return true;
      }
      String[] parts = spaced.split(" ", -1);
      for (int n = 1; n <= Math.min(2, parts.length - 1); n++) {
        String first = n == 1 ? parts[0] : parts[0] + " " + parts[1];
        String end = parts[parts.length - 1];
        String last = n == 1 ? end : parts[parts.length - 2] + " " + end;
        if (known.contains(first) || known.contains(last)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the line is nothing but a phrase of this kind («Read also:», «Комментарии (3)»). */
  boolean is(Kind kind, String line) {
    String folded = fold(line);
    int end = folded.length();
    while (end > 0 && !Character.isLetter(folded.charAt(end - 1))) {
      end--;
    }
    return end > 0 && words(kind).contains(folded.substring(0, end));
  }

  /**
   * Whether the line begins with a phrase of this kind, set off from what follows by a colon, a
   * dash, a bracket or the like.
   */
  boolean leads(Kind kind, String line) {
    int length = phraseLength(kind, line, "");
    return (length > 0 && !Character.isLetterOrDigit(line.charAt(length - 1)))
        || phraseLength(kind, line, ":—–|>»→(.?!") > 0;
  }

  /**
   * Whether a heading or short line opens a block of links: «More from the harbour», «Read also».
   */
  boolean opensRelated(String line) {
    if (is(Kind.RELATED, line) || leads(Kind.RELATED, line)) {
      return true;
    }
    String folded = fold(line);
    return wordCount(line) <= 8
        && words(Kind.RELATED).stream()
            .filter(phrase -> phrase.endsWith("…"))
            .anyMatch(phrase -> folded.startsWith(phrase.substring(0, phrase.length() - 1) + " "));
  }

  /** Whether the line begins with a phrase of this kind, with anything after it. */
  boolean starts(Kind kind, String line) {
    return phraseLength(kind, line, "") > 0;
  }

  /**
   * The length of the longest phrase of this kind that the line begins with, or 0.
   *
   * @param next when not empty, one of these must follow, after spaces
   */
  private int phraseLength(Kind kind, String line, String next) {
    String folded = fold(line.substring(0, Math.min(line.length(), longestPhrase + 3)));
    for (int end = Math.min(folded.length(), longestPhrase); end > 0; end--) {
      if (words(kind).contains(folded.substring(0, end))
          && (end == folded.length()
              || !Character.isLetterOrDigit(folded.charAt(end))
              || !Character.isLetterOrDigit(folded.charAt(end - 1)))) {
        String rest = line.substring(end).stripLeading();
        if (next.isEmpty() || rest.isEmpty() || next.indexOf(rest.charAt(0)) >= 0) {
          return end;
        }
      }
    }
    return 0;
  }

  /** What follows the phrase of this kind that the line begins with, or null. */
  @Nullable String after(Kind kind, String line) {
    int length = phraseLength(kind, line, "");
    return length == 0 ? null : line.substring(length).strip();
  }

  /** Whether a line is a credit, an advert, a copyright or cookie notice. */
  boolean isNotice(String line) {
    if (wordCount(line) > SHORT_LINE) {
      return false;
    }
    if (starts(Kind.START, line)
        && (wordCount(line) <= CREDIT || leads(Kind.START, line) || opensWithSign(line))) {
      return true;
    }
    String folded = fold(line);
    return words(Kind.NOTICE).stream().anyMatch(folded::contains);
  }

  /** «© 2041 …» is a notice however long it is. */
  private static boolean opensWithSign(String line) {
    return !Character.isLetterOrDigit(line.charAt(0));
  }

  /** Whether a line is a row of short menu entries set apart by |, •, · or slashes. */
  boolean isMenu(String line) {
    if (line.length() > 300) {
      return false;
    }
    for (String separator : List.of("|", "•", "·", " / ", " » ", " › ", " > ")) {
      List<String> entries = split(line, separator);
      if (entries.size() >= 3
          && entries.stream().allMatch(e -> wordCount(e) <= 4 && !e.endsWith("."))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line has a word of one that publishes: «ministry», «агентство», «часопис». */
  boolean namesOutlet(String line) {
    return hasWord(Kind.OUTLET, line);
  }

  /** Whether the line has a word of author lines: «by», «корреспондент», «записала». */
  boolean namesAuthor(String line) {
    return hasWord(Kind.OWN, line);
  }

  private boolean hasWord(Kind kind, String line) {
    String folded = " " + spaced(fold(line)) + " ";
    return words(kind).stream().anyMatch(word -> folded.contains(" " + spaced(word) + " "));
  }

  private Set<String> words(Kind kind) {
    return words.getOrDefault(kind, Set.of());
  }

  static int wordCount(String line) {
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < line.length(); i++) {
      boolean letter = Character.isLetterOrDigit(line.charAt(i));
      count += letter && !inWord ? 1 : 0;
      inWord = letter || (inWord && "'’-".indexOf(line.charAt(i)) >= 0);
    }
    return count;
  }

  private static List<String> split(String line, String separator) {
    List<String> entries = new ArrayList<>();
    int from = 0;
    for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
      entries.add(line.substring(from, at).strip());
      from = at + separator.length();
    }
    entries.add(line.substring(from).strip());
    entries.removeIf(String::isEmpty);
    return entries;
  }

  private static String fold(String line) {
    return line.toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replace('ʼ', '\'')
        .replace('\u00a0', ' ');
  }

  /** «readMore», «read-more» and «read_more» all become «read more». */
  private static String spaced(String name) {
    StringBuilder out = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        out.append(' ');
      } else {
        if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1))) {
          out.append(' ');
        }
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString().strip().replaceAll(" +", " ");
  }
}
