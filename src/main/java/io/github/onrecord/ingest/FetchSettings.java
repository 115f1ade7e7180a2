package io.github.onrecord.ingest;

import java.time.Duration;

/**
 * How documents are fetched from the web.
 *
 * @param userAgent what servers are told; also the name by which robots.txt knows us
 * @param deadline how long one address may take, with all its body
 * @param maxRedirects how many redirects are followed
 * @param maxBytes how large a body may be, unpacked
 * @param privateAddresses whether loopback and private networks may be reached (for tests and
 *     intranets); from the outside they never should
 */
public record FetchSettings(
    String userAgent, Duration deadline, int maxRedirects, int maxBytes, boolean privateAddresses) {
  /** What is right for the open web. */
  public static final FetchSettings DEFAULT =
      new FetchSettings("OnRecord", Duration.ofSeconds(30), 5, Limits.BYTES, false);
}
