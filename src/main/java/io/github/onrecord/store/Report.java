package io.github.onrecord.store;

import java.time.Instant;

/**
 * A reader's word that an answer is wrong.
 *
 * @param id its number
 * @param receipt what the answer rests on, as JSON that the reporter understands
 * @param at when it was filed
 * @param reactions how often each emoji stands below the answer: «👎 3, ❤ 1»; may be empty
 */
public record Report(long id, String receipt, Instant at, String reactions) {}
