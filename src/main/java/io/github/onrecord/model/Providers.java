package io.github.onrecord.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Connects to the provider of the settings. No retries and no logging of requests anywhere. */
final class Providers {
  /** Far more than a draft needs; Anthropic's protocol asks for a bound. */
  private static final int MAX_OUTPUT_TOKENS = 4096;

  /** Where Ollama listens unless told otherwise. */
  private static final String OLLAMA = "http://localhost:11434";

  private static final Set<Capability> SCHEMA = Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);

  private Providers() {}

  static ChatModel connect(ModelSettings settings, Usage usage) {
    return switch (settings.provider()) {
      case OPENAI -> openAi(settings, usage);
      case ANTHROPIC -> anthropic(settings, usage);
      case GEMINI -> gemini(settings, usage);
      case OLLAMA -> ollama(settings, usage);
      case NONE -> throw new IllegalArgumentException("There is no model to connect to");
    };
  }

  /** HTTP/1.1, since the upgrade to HTTP/2 that Java asks for breaks vLLM and LM Studio. */
  private static HttpClientBuilder http(Duration deadline) {
    return new JdkHttpClientBuilder()
        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
        .connectTimeout(deadline)
        .readTimeout(deadline);
  }

  private static ChatModel openAi(ModelSettings settings, Usage usage) {
    OpenAiChatModel.OpenAiChatModelBuilder builder =
        OpenAiChatModel.builder()
            .httpClientBuilder(http(settings.deadline()))
            .modelName(settings.modelName())
            .timeout(settings.deadline())
            .maxRetries(0)
            .strictJsonSchema(true)
            .supportedCapabilities(SCHEMA)
            .listeners(List.of(usage));
    if (settings.apiKey() != null) {
      builder.apiKey(settings.apiKey());
    }
    if (settings.baseUrl() != null) {
      builder.baseUrl(settings.baseUrl());
    }
    return builder.build();
  }

  private static ChatModel anthropic(ModelSettings settings, Usage usage) {
    AnthropicChatModel.AnthropicChatModelBuilder builder =
        AnthropicChatModel.builder()
            .httpClientBuilder(http(settings.deadline()))
            .apiKey(settings.apiKey() == null ? "none" : settings.apiKey())
            .modelName(settings.modelName())
            .maxTokens(MAX_OUTPUT_TOKENS)
            .timeout(settings.deadline())
            .maxRetries(0)
            .supportedCapabilities(SCHEMA)
            .listeners(List.of(usage));
    if (settings.baseUrl() != null) {
      builder.baseUrl(settings.baseUrl());
    }
    return builder.build();
  }

  private static ChatModel gemini(ModelSettings settings, Usage usage) {
    GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder builder =
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(http(settings.deadline()))
            .apiKey(settings.apiKey() == null ? "none" : settings.apiKey())
            .modelName(settings.modelName())
            .timeout(settings.deadline())
            .maxRetries(0)
            .supportedCapabilities(SCHEMA)
            .listeners(List.of(usage));
    if (settings.baseUrl() != null) {
      builder.baseUrl(settings.baseUrl());
    }
    return builder.build();
  }

  private static ChatModel ollama(ModelSettings settings, Usage usage) {
    return OllamaChatModel.builder()
        .httpClientBuilder(http(settings.deadline()))
        .baseUrl(settings.baseUrl() == null ? OLLAMA : settings.baseUrl())
        .modelName(settings.modelName())
        .timeout(settings.deadline())
        .maxRetries(0)
        .supportedCapabilities(SCHEMA)
        .listeners(List.of(usage))
        .build();
  }

  static EmbeddingModel embeddings(EmbeddingSettings settings) {
    return switch (settings.provider()) {
      case OPENAI -> {
        OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder builder =
            OpenAiEmbeddingModel.builder()
                .httpClientBuilder(http(settings.deadline()))
                .modelName(settings.modelName())
                .timeout(settings.deadline())
                .maxRetries(0);
        if (settings.apiKey() != null) {
          builder.apiKey(settings.apiKey());
        }
        if (settings.baseUrl() != null) {
          builder.baseUrl(settings.baseUrl());
        }
        yield builder.build();
      }
      case OLLAMA ->
          OllamaEmbeddingModel.builder()
              .httpClientBuilder(http(settings.deadline()))
              .baseUrl(settings.baseUrl() == null ? OLLAMA : settings.baseUrl())
              .modelName(settings.modelName())
              .timeout(settings.deadline())
              .maxRetries(0)
              .build();
      case ANTHROPIC, GEMINI, NONE ->
          throw new IllegalArgumentException(
              "Embeddings come from openai (any compatible server), ollama or none.");
    };
  }
}
