package io.github.onrecord.model;

import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A ledger that forgets when the process ends. */
public final class MemoryLedger implements Ledger {
  private final ConcurrentMap<LocalDate, Spent> days = new ConcurrentHashMap<>();

  @Override
  public Spent on(LocalDate day) {
    return days.getOrDefault(day, Spent.NOTHING);
  }

  @Override
  public void add(LocalDate day, Spent more) {
    days.merge(day, more, Spent::plus);
  }
}
