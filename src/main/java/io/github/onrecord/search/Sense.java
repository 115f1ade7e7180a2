package io.github.onrecord.search;

import java.util.List;
import java.util.Optional;

/**
 * A model that places texts in a space where what means the same lies near, whatever the language.
 */
public interface Sense {
  /** The model's name: vectors of different models can't be compared. */
  String name();

  /**
   * Places texts, within a deadline of its own.
   *
   * @return a vector of length 1 for each text; empty when none could be had
   */
  Optional<List<float[]>> of(List<String> texts);
}
