package io.github.onrecord.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an embedding model is reached. Bad values are refused with an {@link
 * IllegalArgumentException} whose message is a sentence for the operator.
 *
 * @param provider {@link Provider#OPENAI}, {@link Provider#OLLAMA}, or {@link Provider#NONE}
 * @param baseUrl the server, http or https; null for the provider's own
 * @param apiKey the key, or null when the server asks for none; never shown by {@link #toString}
 * @param modelName the model's name at its provider; may be empty only without a provider
 * @param deadline how long one call may take, 100 ms to 60 seconds
 */
public record EmbeddingSettings(
    Provider provider,
    @Nullable String baseUrl,
    @Nullable String apiKey,
    String modelName,
    Duration deadline) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public EmbeddingSettings {
    ModelSettings.require(
        deadline.compareTo(SHORTEST) >= 0 && deadline.compareTo(LONGEST) <= 0,
        "The embedding model's deadline must be 100 ms to 60 seconds.");
    ModelSettings.require(
        provider == Provider.NONE || provider == Provider.OPENAI || provider == Provider.OLLAMA,
        "Embeddings come from openai (any compatible server), ollama or none.");
    ModelSettings.require(
        baseUrl == null || ModelSettings.isServer(baseUrl),
        "The embedding model's base URL must be an http or https address without a password in it.");
    ModelSettings.require(
        provider == Provider.NONE || !modelName.isBlank(),
        "Give the embedding model's name at its provider, or set its provider to none.");
    ModelSettings.require(
        provider != Provider.OPENAI || apiKey != null || baseUrl != null,
        "Give the key of the embedding model's provider, or the base URL of a server that needs none.");
  }

  /** No embedding model at all. */
  public static EmbeddingSettings none() {
    return new EmbeddingSettings(Provider.NONE, null, null, "", SHORTEST);
  }

  @Override
  public String toString() {
    return "EmbeddingSettings[" + provider + " " + modelName + "]";
  }
}
