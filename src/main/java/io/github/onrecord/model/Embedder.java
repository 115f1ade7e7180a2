package io.github.onrecord.model;

import java.util.List;
import java.util.Optional;

/**
 * A model that places texts in a space where what means the same lies near, whatever the language.
 * Its faults are values, never exceptions.
 */
public interface Embedder extends AutoCloseable {
  /** The model's name: vectors of another model can't be compared with its own. */
  String name();

  /**
   * Places texts, waiting no longer than the settings' deadline.
   *
   * @return a vector of length 1 for each text, all of as many dimensions; empty when the server
   *     gave none, or none of use, in time
   */
  Optional<List<float[]>> embed(List<String> texts);

  /** Cuts off the calls under way. */
  @Override
  void close();

  /**
   * The embedding model of these settings.
   *
   * @throws IllegalArgumentException when the provider offers no embeddings here
   */
  static Embedder connect(EmbeddingSettings settings) {
    return new ConnectedEmbedder(Providers.embeddings(settings), settings);
  }
}
