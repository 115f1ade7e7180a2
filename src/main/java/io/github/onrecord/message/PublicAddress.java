package io.github.onrecord.message;

import java.net.URI;

/**
 * Where the public reaches the record's pages. An address, once given, means the same for ever: the
 * record never uses a number twice.
 *
 * @param base without a slash at its end, e.g. {@code https://record.example} or {@code
 *     https://example.org/record}
 */
public record PublicAddress(URI base) {
  public PublicAddress {
    boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
    boolean plain = base.getQuery() == null && base.getFragment() == null;
    if (!web || base.getHost() == null || base.getUserInfo() != null || !plain) {
      throw new IllegalArgumentException("Not the address of a site: " + base);
    }
    if (base.toString().endsWith("/")) {
      throw new IllegalArgumentException("The slash at the end is too much: " + base);
    }
  }

  /**
   * The address given as text; a slash at its end doesn't matter.
   *
   * @throws IllegalArgumentException when it isn't an http or https address of a site
   */
  public static PublicAddress of(String text) {
    return new PublicAddress(
        URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
  }

  /** The page of a statement. */
  public URI statement(long id) {
    return page("/s/" + id);
  }

  /** The page of an official. */
  public URI official(long id) {
    return page("/o/" + id);
  }

  /** The page of a document. */
  public URI document(long id) {
    return page("/d/" + id);
  }

  /**
   * Any page.
   *
   * @param path begins with a slash; encoded as an address needs it
   */
  public URI page(String path) {
    return URI.create(base + path);
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
