package io.github.onrecord.check;

import io.github.onrecord.search.Claimant;
import io.github.onrecord.search.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A quotation to be checked.
 *
 * @param text as written, without its marks; where author's words were cut out of it, with a gap
 * @param wording its words
 * @param claimant who is claimed to have said it, or null when nobody is named
 */
record Claim(String text, Wording wording, @Nullable Claimant claimant) {

  static Claim of(String text, @Nullable Claimant claimant) {
    return new Claim(text, Wording.of(text), claimant);
  }
}
