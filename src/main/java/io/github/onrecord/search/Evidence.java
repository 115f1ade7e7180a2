package io.github.onrecord.search;

import java.util.List;

/**
 * What the record holds for a question, judged.
 *
 * @param question the question
 * @param finding whether {@code answers} and {@code passages} answer it, or why nothing does
 * @param answers statements that answer it, best first, one for each utterance; empty unless {@link
 *     Finding#SUPPORTED}
 * @param passages narration that answers it, best first; empty unless {@link Finding#SUPPORTED}
 * @param related near statements that do not answer it, best first
 * @param coverage what is on record of those asked about
 */
public record Evidence(
    Question question,
    Finding finding,
    List<Match> answers,
    List<PassageMatch> passages,
    List<Match> related,
    Coverage coverage) {
  public Evidence {
    answers = List.copyOf(answers);
    passages = List.copyOf(passages);
    related = List.copyOf(related);
    if (finding != Finding.SUPPORTED && !(answers.isEmpty() && passages.isEmpty())) {
      throw new IllegalArgumentException("Evidence that answers must be called SUPPORTED");
    }
    if (finding == Finding.SUPPORTED && answers.isEmpty() && passages.isEmpty()) {
      throw new IllegalArgumentException("SUPPORTED needs something that answers");
    }
  }
}
