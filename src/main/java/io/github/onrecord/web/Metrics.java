package io.github.onrecord.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The program's figures in Prometheus's text format. The rooms count for themselves and know
 * nothing of it; here is said what their figures are called. What a figure is, is asked for when it
 * is read. Thread-safe.
 */
public final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** The registry itself doesn't keep alive what it reads. */
  private final List<Object> held = new ArrayList<>();

  private final List<Counted> counted = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private record Counted(
      String name,
      String help,
      String tag,
      Supplier<? extends Map<String, ? extends Number>> values,
      boolean grows) {}

  /** A figure that goes up and down. */
  public Metrics gauge(String name, String help, Supplier<? extends Number> value) {
    Gauge.builder(name, value, read -> read.get().doubleValue())
        .description(help)
        .strongReference(true)
        .register(registry);
    return this;
  }

  /** A figure that only grows while the program runs. */
  public synchronized Metrics counter(String name, String help, Supplier<? extends Number> value) {
    FunctionCounter.builder(name, value, read -> read.get().doubleValue())
        .description(help)
        .register(registry);
    held.add(value);
    return this;
  }

  /** Figures that only grow, each under a name of its own. */
  public synchronized Metrics counters(
      String name,
      String help,
      String tag,
      Supplier<? extends Map<String, ? extends Number>> values) {
    counted.add(new Counted(name, help, tag, values, true));
    return this;
  }

  /** Figures that go up and down, each under a name of its own. */
  public synchronized Metrics gauges(
      String name,
      String help,
      String tag,
      Supplier<? extends Map<String, ? extends Number>> values) {
    counted.add(new Counted(name, help, tag, values, false));
    return this;
  }

  /** All of them as text. */
  synchronized String read() {
    for (Counted figures : counted) {
      for (String key : figures.values().get().keySet()) {
        if (known.add(figures.name() + "/" + key)) {
          register(figures, key);
        }
      }
    }
    return registry.scrape();
  }

  private void register(Counted figures, String key) {
    Tags tags = Tags.of(figures.tag(), key);
    if (figures.grows()) {
      FunctionCounter.builder(figures.name(), figures, read -> value(read, key))
          .description(figures.help())
          .tags(tags)
          .register(registry);
    } else {
      Gauge.builder(figures.name(), figures, read -> value(read, key))
          .description(figures.help())
          .tags(tags)
          .register(registry);
    }
  }

  private static double value(Counted figures, String key) {
    Number value = figures.values().get().get(key);
    return value == null ? 0 : value.doubleValue();
  }
}
