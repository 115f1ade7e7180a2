package io.github.onrecord.ingest;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is asked for news regularly.
 *
 * @param address where it is
 * @param every how often it is asked when all is well
 * @param follow whether items are read from the pages that they link to
 * @param source who publishes it, when the feed doesn't say; or null
 */
public record Feed(URI address, Duration every, boolean follow, @Nullable String source) {}
