/**
 * Telegram: updates in, messages out.
 *
 * <p>In order: the poller commits of each update what answering needs to the inbox before Telegram
 * is told that it was taken; a handler reads it and puts the reply into the outbox in the
 * transaction that marks the update as done; the delivery sends what is in the outbox, at the rate
 * that Telegram allows, and notes the outcome. A clock makes summaries and alerts, lets corrections
 * reach whoever was shown what they correct, and deletes what is older than it may be. Whatever
 * moment the process dies, the next start goes on from there.
 */
@NullMarked
package io.github.onrecord.telegram;

import org.jspecify.annotations.NullMarked;
