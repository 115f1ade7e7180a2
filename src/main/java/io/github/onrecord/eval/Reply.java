package io.github.onrecord.eval;

import java.util.List;

/**
 * What a question got.
 *
 * @param answered whether it was answered; anything else is an abstention
 * @param language ISO 639 code of the answer's language
 * @param message what the person reads
 * @param shown the statements shown as the answer
 */
record Reply(boolean answered, String language, String message, List<Claim> shown) {
  Reply {
    shown = List.copyOf(shown);
  }
}
