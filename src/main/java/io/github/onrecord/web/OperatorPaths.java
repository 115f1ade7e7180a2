package io.github.onrecord.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Health and figures, for programs on this machine alone: who comes from elsewhere, or through a
 * proxy, finds nothing here.
 */
final class OperatorPaths {
  /** Headers by which a proxy says that it asks for somebody else. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final Health health;
  private final Metrics metrics;

  OperatorPaths(Health health, Metrics metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  void add(RoutesConfig routes, Handler nothing) {
    routes.get("/healthz", local(nothing, context -> context.result("alive\n")));
    routes.get("/readyz", local(nothing, this::ready));
    routes.get(
        "/metrics",
        local(
            nothing,
            context ->
                context
                    .contentType("text/plain; version=0.0.4; charset=utf-8")
                    .result(metrics.read())));
  }

  private static Handler local(Handler nothing, Handler handler) {
    return context -> {
      context.header(Header.CACHE_CONTROL, "no-store").contentType("text/plain; charset=utf-8");
      (isLocal(context) ? handler : nothing).handle(context);
    };
  }

  private static boolean isLocal(Context context) {
    try {
      // An address, so that no name is looked up.
      return InetAddress.getByName(context.req().getRemoteAddr()).isLoopbackAddress()
          && FORWARDED.stream().allMatch(header -> context.header(header) == null);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void ready(Context context) {
    Map<String, Optional<String>> parts = health.check();
    boolean all = parts.values().stream().allMatch(Optional::isEmpty);
    context.status(all ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    context.result(
        parts.entrySet().stream()
            .map(part -> part.getKey() + ": " + part.getValue().orElse("ready") + "\n")
            .collect(Collectors.joining()));
  }
}
