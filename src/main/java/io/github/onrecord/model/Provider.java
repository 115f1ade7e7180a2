package io.github.onrecord.model;

/** Whose protocol a model's server speaks. */
public enum Provider {
  /** No model: every answer is made without one. */
  NONE,
  /** OpenAI, or any server with its chat completions (vLLM, LM Studio, llama.cpp …). */
  OPENAI,
  ANTHROPIC,
  GEMINI,
  OLLAMA
}
