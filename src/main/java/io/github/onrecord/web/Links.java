package io.github.onrecord.web;

import io.github.onrecord.message.PublicAddress;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of pages, as they stand in pages: below the path of the public address, and keeping
 * the language that a reader has chosen.
 *
 * @param site where the public reaches the pages, or null when they aren't public
 * @param language chosen in the address of the page, or null
 */
record Links(@Nullable PublicAddress site, @Nullable Language language) {

  String front() {
    return to("/", Map.of());
  }

  String statement(long id) {
    return to("/s/" + id, Map.of());
  }

  String official(long id) {
    return to("/o/" + id, Map.of());
  }

  String document(long id) {
    return to("/d/" + id, Map.of());
  }

  String asset(String name) {
    return prefix() + "/" + name;
  }

  /** A page with parameters; those without a value are left out. */
  String to(String path, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (language != null) {
      all.put("lang", language.code());
    }
    return prefix() + path + query(all);
  }

  /** The same page in another language. */
  String in(Language other, String path, Map<String, String> parameters) {
    return new Links(site, other).to(path, parameters);
  }

  /** The address for everybody; null when the pages aren't public. */
  @Nullable String canonical(String path, Map<String, String> parameters) {
    return site == null ? null : site.page(path + query(parameters)).toString();
  }

  /** A name for a statement that no other has, in this or another record. */
  String name(Statement statement, String storeUuid) {
    return site == null
        ? "urn:onrecord:" + storeUuid + ":statement:" + statement.id()
        : site.statement(statement.id()).toString();
  }

  /** An address that a browser may follow, or null: documents can hold any text as theirs. */
  static @Nullable String safe(@Nullable String url) {
    if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
      return null;
    }
    try {
      return URI.create(url).getHost() == null ? null : url;
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  private String prefix() {
    return site == null ? "" : site.base().getRawPath();
  }

  /** Parameters as the end of an address; those without a value are left out. */
  static String query(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .filter(parameter -> !parameter.getValue().isEmpty())
            .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
