/** The root room: the program's entrance, its configuration, and the wiring of all other rooms. */
@NullMarked
package io.github.onrecord;

import org.jspecify.annotations.NullMarked;
