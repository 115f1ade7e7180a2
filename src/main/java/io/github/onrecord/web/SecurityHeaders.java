package io.github.onrecord.web;

import io.github.onrecord.message.PublicAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers of every answer: whatever got into a page, a browser does nothing with it. */
final class SecurityHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  private SecurityHeaders() {}

  static Map<String, String> forAll(@Nullable PublicAddress site) {
    Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
    if (site != null && "https".equals(site.base().getScheme())) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }
}
