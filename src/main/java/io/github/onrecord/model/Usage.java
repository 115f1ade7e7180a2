package io.github.onrecord.model;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is used, and says when the day's budget is used up. The day's figures live in memory:
 * a restart begins them anew. Safe for use by several threads.
 */
final class Usage implements ChatModelListener {
  private final long maxCalls;
  private final long maxTokens;
  private final Clock clock;

  private LocalDate day = LocalDate.MIN;
  private long callsToday;
  private long tokensToday;
  private long calls;
  private long replies;
  private long faults;
  private long inputTokens;
  private long outputTokens;

  Usage(long maxCalls, long maxTokens, Clock clock) {
    this.maxCalls = maxCalls;
    this.maxTokens = maxTokens;
    this.clock = clock;
  }

  /** Takes one call out of the day's budget, or says that there is none left. */
  synchronized boolean take() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      day = today;
      callsToday = 0;
      tokensToday = 0;
    }
    if (callsToday >= maxCalls || tokensToday >= maxTokens) {
      return false;
    }
    callsToday++;
    return true;
  }

  synchronized ModelCounts counts() {
    return new ModelCounts(calls, replies, faults, inputTokens, outputTokens);
  }

  @Override
  public synchronized void onRequest(ChatModelRequestContext context) {
    calls++;
  }

  @Override
  public synchronized void onResponse(ChatModelResponseContext context) {
    replies++;
    TokenUsage usage = context.chatResponse().tokenUsage();
    if (usage != null) {
      long input = orNone(usage.inputTokenCount());
      long output = orNone(usage.outputTokenCount());
      inputTokens += input;
      outputTokens += output;
      tokensToday += input + output;
    }
  }

  @Override
  public synchronized void onError(ChatModelErrorContext context) {
    faults++;
  }

  private static long orNone(@Nullable Integer count) {
    return count == null ? 0 : Math.max(0, count);
  }
}
