package io.github.onrecord.eval;

/**
 * What was evaluated, so that figures can be told apart later.
 *
 * @param version the program's version
 * @param model provider and name of the language model, or {@code none}
 * @param lexicon how many concepts the lexicon has
 */
public record Setup(String version, String model, int lexicon) {}
