package io.github.onrecord.model;

import dev.langchain4j.model.input.PromptTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The prompt files, read and checked once at the start. Immutable.
 *
 * <p>A file has two halves, divided by a line {@code ---}: above it what the model is told to do,
 * below it what it works on. Lines that start with {@code #} are for people. Variables stand in
 * double braces; values are filled in one pass, so that braces in a person's words stay what they
 * are.
 */
public final class Prompts {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
  private static final Pattern DIVIDER = Pattern.compile("(?m)^---[ \\t]*$");

  /** A prompt's halves as templates. */
  private record Halves(String told, String given) {}

  /** What is sent: instructions, and the material apart from them. */
  record Filled(String told, String given) {}

  private final Map<Prompt, Halves> halves;

  private Prompts(Map<Prompt, Halves> halves) {
    this.halves = Collections.unmodifiableMap(halves);
  }

  /**
   * Reads all prompts.
   *
   * @param folder where the files lie, or null for those packed with the program
   * @throws PromptException when a file is missing or unreadable, lacks a variable, or uses one
   *     that doesn't exist
   */
  public static Prompts load(@Nullable Path folder) {
    Map<Prompt, Halves> halves = new EnumMap<>(Prompt.class);
    for (Prompt prompt : Prompt.values()) {
      halves.put(prompt, check(prompt, folder == null ? packed(prompt) : read(folder, prompt)));
    }
    return new Prompts(halves);
  }

  Filled fill(Prompt prompt, Map<String, String> values) {
    Halves of = halves.get(prompt);
    if (of == null || !values.keySet().equals(prompt.variables())) {
      throw new IllegalArgumentException(
          prompt + " takes " + prompt.variables() + ", not " + values.keySet());
    }
    Map<String, Object> all = new HashMap<>(values);
    return new Filled(
        PromptTemplate.from(of.told()).apply(all).text(),
        PromptTemplate.from(of.given()).apply(all).text());
  }

  private static String read(Path folder, Prompt prompt) {
    Path file = folder.resolve(prompt.file());
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new PromptException(
          "The prompt file " + file + " is missing or isn't readable UTF-8 text; put it back.");
    }
  }

  private static String packed(Prompt prompt) {
    String name = "/prompts/" + prompt.file();
    try (InputStream in = Prompts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new PromptException("The program was packed without " + name + "; build it again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PromptException("The packed prompt " + name + " can't be read.");
    }
  }

  private static Halves check(Prompt prompt, String file) {
    String text =
        file.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    TreeSet<String> missing = new TreeSet<>(prompt.variables());
    Matcher variables = VARIABLE.matcher(text);
    while (variables.find()) {
      String name = variables.group(1).strip();
      if (!prompt.variables().contains(name)) {
        throw new PromptException(
            "The prompt file "
                + prompt.file()
                + " uses {{"
                + name
                + "}}, which doesn't exist; it may use "
                + new TreeSet<>(prompt.variables())
                + ".");
      }
      missing.remove(name);
    }
    if (!missing.isEmpty()) {
      throw new PromptException(
          "The prompt file " + prompt.file() + " must use {{" + missing.first() + "}}.");
    }
    Matcher divider = DIVIDER.matcher(text);
    if (!divider.find()) {
      throw new PromptException(
          "The prompt file "
              + prompt.file()
              + " needs a line --- between what the model is told and what it works on.");
    }
    String told = text.substring(0, divider.start()).strip();
    String given = text.substring(divider.end()).strip();
    if (told.isEmpty() || given.isEmpty()) {
      throw new PromptException(
          "The prompt file " + prompt.file() + " needs text above and below the line ---.");
    }
    return new Halves(told, given);
  }
}
