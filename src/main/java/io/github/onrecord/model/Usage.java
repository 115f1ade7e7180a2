package io.github.onrecord.model;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is used, and says when the day's budget, or a person's share of it, is used up. What
 * is used in all is noted in the ledger; who used how much only lives in memory, since it is
 * nobody's business tomorrow. Safe for use by several threads.
 */
final class Usage implements ChatModelListener {
  private final Budget budget;
  private final Ledger ledger;
  private final Clock clock;

  private LocalDate day = LocalDate.MIN;
  private final Map<Long, Spent> people = new HashMap<>();
  private long calls;
  private long replies;
  private long faults;
  private long inputTokens;
  private long outputTokens;

  Usage(Budget budget, Ledger ledger, Clock clock) {
    this.budget = budget;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Takes one call out of the day's budget, or says that there is none left.
   *
   * @param payer for whose question, or null for nobody's
   */
  synchronized boolean take(@Nullable Long payer) {
    LocalDate today = today();
    if (!budget.allows(ledger.on(today))
        || (payer != null && !budget.allowsOne(people.getOrDefault(payer, Spent.NOTHING)))) {
      return false;
    }
    note(today, payer, Spent.CALL);
    return true;
  }

  /** Charges the tokens of a call. */
  synchronized void charge(@Nullable Long payer, @Nullable TokenUsage usage) {
    if (usage != null) {
      Spent used = new Spent(0, orNone(usage.inputTokenCount()), orNone(usage.outputTokenCount()));
      inputTokens += used.inputTokens();
      outputTokens += used.outputTokens();
      note(today(), payer, used);
    }
  }

  private void note(LocalDate today, @Nullable Long payer, Spent used) {
    ledger.add(today, used);
    if (payer != null) {
      people.merge(payer, used, Spent::plus);
    }
  }

  private LocalDate today() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      day = today;
      people.clear();
    }
    return today;
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
  }

  @Override
  public synchronized void onError(ChatModelErrorContext context) {
    faults++;
  }

  private static long orNone(@Nullable Integer count) {
    return count == null ? 0 : Math.max(0, count);
  }
}
