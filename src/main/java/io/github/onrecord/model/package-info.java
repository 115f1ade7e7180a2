/**
 * The language model: prompt files, calls, deadline, budget, counters.
 *
 * <p>In order: a {@link io.github.onrecord.model.Prompt} is filled with values, the budget is
 * asked, the provider is called under our own deadline, and the reply is parsed as JSON. Whatever
 * goes wrong on the way comes back as a value. Nobody else sees LangChain4j, and nothing here
 * believes what a model says: that is for those who ask.
 */
@NullMarked
package io.github.onrecord.model;

import org.jspecify.annotations.NullMarked;
