package io.github.onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are refused with a sentence that says what to do, and never show the key. */
class ModelSettingsTest {
  @Test
  void hidesTheKey() {
    assertThat(settings(Provider.OPENAI, null, "secret-1", "m", 20, 1, 1))
        .asString()
        .isEqualTo("ModelSettings[OPENAI m]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8000/v1",
        "ftp://host/v1",
        "http://user:pass@host/v1",
        "http:///v1",
        "ht tp://x"
      })
  void wantsAnAddressWithoutAPassword(String url) {
    refused("base URL", () -> settings(Provider.OPENAI, url, "k", "m", 20, 1, 1));
  }

  @Test
  void wantsANameAndAWayIn() {
    refused("model's name", () -> settings(Provider.GEMINI, null, "k", " ", 20, 1, 1));
    refused("key", () -> settings(Provider.ANTHROPIC, null, null, "m", 20, 1, 1));
    assertThat(settings(Provider.OPENAI, "http://10.0.0.2:8000/v1", null, "m", 20, 1, 1).apiKey())
        .isNull();
    assertThat(settings(Provider.OLLAMA, null, null, "m", 20, 1, 1).baseUrl()).isNull();
  }

  @Test
  void keepsLimitsWithinReason() {
    refused("1 to 120 seconds", () -> settings(Provider.NONE, null, null, "", 0, 1, 1));
    refused("1 to 120 seconds", () -> settings(Provider.NONE, null, null, "", 121, 1, 1));
    refused("one call at a time", () -> settings(Provider.NONE, null, null, "", 1, 0, 1));
    refused("negative", () -> settings(Provider.NONE, null, null, "", 120, 1, -1));
  }

  private static void refused(String words, Runnable making) {
    assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(words);
  }

  private static ModelSettings settings(
      Provider provider,
      String url,
      String key,
      String name,
      int seconds,
      int concurrent,
      long daily) {
    return new ModelSettings(
        provider, url, key, name, Duration.ofSeconds(seconds), concurrent, Budget.of(daily, daily));
  }
}
