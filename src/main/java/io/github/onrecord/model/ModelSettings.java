package io.github.onrecord.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the model is reached and how much of it may be used. Bad values are refused with an {@link
 * IllegalArgumentException} whose message is a sentence for the operator.
 *
 * @param provider whose protocol is spoken
 * @param baseUrl the server, http or https; null for the provider's own
 * @param apiKey the key, or null when the server asks for none; never shown by {@link #toString}
 * @param modelName the model's name at its provider; may be empty only for {@link Provider#NONE}
 * @param deadline how long a person waits for the model in all, 1 to 120 seconds
 * @param maxConcurrent calls at the same time, at least 1
 * @param budget how much of it may be used in a day
 */
public record ModelSettings(
    Provider provider,
    @Nullable String baseUrl,
    @Nullable String apiKey,
    String modelName,
    Duration deadline,
    int maxConcurrent,
    Budget budget) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  public ModelSettings {
    require(
        deadline.compareTo(SHORTEST) >= 0 && deadline.compareTo(LONGEST) <= 0,
        "The model's deadline must be 1 to 120 seconds.");
    require(maxConcurrent >= 1, "The model must be allowed at least one call at a time.");
    if (baseUrl != null) {
      require(
          isServer(baseUrl),
          "The model's base URL must be an http or https address without a password in it.");
    }
    if (provider != Provider.NONE) {
      require(
          !modelName.isBlank(),
          "Give the model's name at its provider, or set the provider to none.");
      require(
          apiKey != null || baseUrl != null || provider == Provider.OLLAMA,
          "Give the key of the model's provider, or the base URL of a server that needs none.");
    }
  }

  /** Provider and model in a line: {@code none}, {@code ollama qwen3:8b}. */
  public String label() {
    return (provider.name().toLowerCase(Locale.ROOT) + " " + modelName).strip();
  }

  /** No model at all. */
  public static ModelSettings none() {
    return new ModelSettings(Provider.NONE, null, null, "", SHORTEST, 1, Budget.of(0, 0));
  }

  static void require(boolean fine, String sentence) {
    if (!fine) {
      throw new IllegalArgumentException(sentence);
    }
  }

  static boolean isServer(String url) {
    try {
      URI uri = new URI(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "ModelSettings[" + provider + " " + modelName + "]";
  }
}
