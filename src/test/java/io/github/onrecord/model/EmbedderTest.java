package io.github.onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeddings over real HTTP on loopback: what is used of them, whatever the server does. */
class EmbedderTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(250);

  private final ModelStub stub = ModelStub.start();

  @AfterEach
  void close() {
    stub.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"OPENAI", "OLLAMA"})
  void placesTextsAtLengthOne(Provider provider) {
    stub.says("[[3,4],[0,2]]");
    try (Embedder embedder = Embedder.connect(settings(provider, AMPLE))) {
      List<float[]> vectors = embedder.embed(List.of("toll", "паром")).orElseThrow();

      assertThat(vectors).hasSize(2);
      assertThat(vectors.get(0)[0]).isCloseTo(0.6f, within(1e-6f));
      assertThat(vectors.get(0)[1]).isCloseTo(0.8f, within(1e-6f));
      assertThat(vectors.get(1)).containsExactly(0f, 1f);
      assertThat(stub.asked().get(0).texts()).containsExactly("toll", "паром");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[1,0]]", "[[1,0],[0,1],[1,1]]", "[[1,0],[1]]", "[[1,0],[0,0]]", "[]"})
  void usesNothingThatDoesNotFit(String vectors) {
    stub.says(vectors);
    try (Embedder embedder = Embedder.connect(settings(Provider.OPENAI, AMPLE))) {
      assertThat(embedder.embed(List.of("toll", "ferry"))).isEmpty();
    }
  }

  @Test
  void giveUpAtTheDeadlineThoughTheServerDrips() {
    stub.drips();
    try (Embedder embedder = Embedder.connect(settings(Provider.OLLAMA, SHORT))) {
      assertThat(embedder.embed(List.of("toll"))).isEmpty();
    }
  }

  @Test
  void takesAFaultForNoReply() {
    stub.fails(502).sendsGarbage();
    try (Embedder embedder = Embedder.connect(settings(Provider.OPENAI, AMPLE))) {
      assertThat(embedder.embed(List.of("toll"))).isEmpty();
      assertThat(embedder.embed(List.of("toll"))).isEmpty();
    }
    assertThat(stub.asked()).as("nothing is tried twice").hasSize(2);
  }

  @Test
  void asksNobodyForNothing() {
    try (Embedder embedder = Embedder.connect(settings(Provider.OPENAI, AMPLE))) {
      assertThat(embedder.embed(List.of())).contains(List.of());
    }
    assertThat(stub.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ANTHROPIC | http://127.0.0.1 | stub | Embeddings come from openai",
        "OPENAI    | http://127.0.0.1 | ''   | Give the embedding model's name",
        "OPENAI    |                  | stub | Give the key of the embedding model's provider",
        "OLLAMA    | ftp://127.0.0.1  | stub | The embedding model's base URL must be"
      })
  void refusesSettingsThatCannotWork(
      Provider provider, String baseUrl, String name, String sentence) {
    assertThatThrownBy(() -> new EmbeddingSettings(provider, baseUrl, null, name, AMPLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  private EmbeddingSettings settings(Provider provider, Duration deadline) {
    return new EmbeddingSettings(provider, stub.baseUrl(provider), "key-7421", "stub", deadline);
  }
}
