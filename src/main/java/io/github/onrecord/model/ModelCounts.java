package io.github.onrecord.model;

/**
 * What the model was used for since the start.
 *
 * @param calls requests sent
 * @param replies responses of the server, good or bad
 * @param faults requests that ended in an error or were cut off
 * @param inputTokens tokens read, as far as the server tells
 * @param outputTokens tokens written, as far as the server tells
 */
public record ModelCounts(
    long calls, long replies, long faults, long inputTokens, long outputTokens) {}
