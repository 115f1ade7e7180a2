package io.github.onrecord.search;

import java.util.List;

/**
 * What has to be told for a question about circumstances to be answered: a day, a length of time, a
 * place, who took part.
 *
 * @param words of which one shows that it is told, in the question's language; empty when nothing
 *     particular is sought
 * @param needed whether nothing answers without one of them
 */
public record Aspect(List<String> words, boolean needed) {
  /** Among the words: any number tells it. */
  static final String ANY_NUMBER = "#";

  /** Nothing in particular. */
  public static final Aspect NONE = new Aspect(List.of(), false);

  public Aspect {
    words = List.copyOf(words);
  }
}
