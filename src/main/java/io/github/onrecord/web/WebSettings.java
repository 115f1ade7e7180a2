package io.github.onrecord.web;

import io.github.onrecord.message.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decides about the server.
 *
 * @param host where it listens
 * @param port 1 to 65535, or 0 for any that is free
 * @param publicAddress where the public reaches it, or null when the pages aren't public
 */
public record WebSettings(String host, int port, @Nullable PublicAddress publicAddress) {}
