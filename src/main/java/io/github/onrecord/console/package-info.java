/**
 * The command line: every command, and the console chat.
 *
 * <p>In order: the arguments are read, what the command works with is opened, its work is done and
 * shown, all is closed. A fault ends in one sentence that says what to do, and an exit code: 1 when
 * the input was at fault, 2 for usage and configuration.
 */
@NullMarked
package io.github.onrecord.console;

import org.jspecify.annotations.NullMarked;
