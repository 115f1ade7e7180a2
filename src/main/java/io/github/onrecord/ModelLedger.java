package io.github.onrecord;

import io.github.onrecord.model.Ledger;
import io.github.onrecord.model.Spent;
import io.github.onrecord.store.ModelUse;
import java.time.LocalDate;

/** The model's ledger, kept in the store. */
final class ModelLedger implements Ledger {
  private final ModelUse use;

  ModelLedger(ModelUse use) {
    this.use = use;
  }

  @Override
  public Spent on(LocalDate day) {
    ModelUse.Day used = use.on(day);
    return new Spent(used.calls(), used.inputTokens(), used.outputTokens());
  }

  @Override
  public void add(LocalDate day, Spent more) {
    use.add(day, new ModelUse.Day(more.calls(), more.inputTokens(), more.outputTokens()));
  }
}
