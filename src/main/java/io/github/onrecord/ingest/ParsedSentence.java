package io.github.onrecord.ingest;

import java.util.List;

/**
 * A sentence with the predicates of speech found in it, and what it takes to read them.
 *
 * @param text the document's text
 * @param sentence the sentence
 * @param found its predicates, in order
 * @param grammar the language
 * @param adjuncts skips what stands between verb and words
 */
record ParsedSentence(
    String text, Sentence sentence, List<Predicate> found, Grammar grammar, Adjuncts adjuncts) {
  ParsedSentence {
    found = List.copyOf(found);
  }
}
