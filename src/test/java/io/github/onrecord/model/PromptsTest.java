package io.github.onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompt files are checked at the start, and say which file and variable is wrong. */
class PromptsTest {
  @TempDir Path folder;

  @BeforeEach
  void copyThePackedFiles() throws IOException {
    for (Prompt prompt : Prompt.values()) {
      try (var in = Prompt.class.getResourceAsStream("/prompts/" + prompt.file())) {
        Files.copy(in, folder.resolve(prompt.file()));
      }
    }
  }

  @Test
  void readsAFolder() throws IOException {
    write("# note\nFind words.\n---\nAsked: {{question}}\n");

    Prompts.Filled filled =
        Prompts.load(folder).fill(Prompt.SEARCH_TERMS, Map.of("question", "Toll? {{question}} $1"));

    assertThat(filled).isEqualTo(new Prompts.Filled("Find words.", "Asked: Toll? {{question}} $1"));
  }

  @Test
  void namesTheMissingFile() throws IOException {
    Files.delete(folder.resolve("redraft.txt"));

    refused("The prompt file " + folder.resolve("redraft.txt") + " is missing");
  }

  @Test
  void namesTheMissingVariable() throws IOException {
    write("Find words.\n---\nAsked: something\n");

    refused("The prompt file search-terms.txt must use {{question}}.");
  }

  @Test
  void aVariableInANoteIsNotUsed() throws IOException {
    write("# {{question}}\nFind words.\n---\nAsked: something\n");

    refused("must use {{question}}");
  }

  @Test
  void namesAVariableThatDoesNotExist() throws IOException {
    write("Find words for {{ topic }}.\n---\nAsked: {{question}}\n");

    refused("search-terms.txt uses {{topic}}, which doesn't exist; it may use [question]");
  }

  @Test
  void wantsInstructionsApartFromMaterial() throws IOException {
    write("Find words for {{question}}\n");
    refused("search-terms.txt needs a line ---");

    write("\n---\n{{question}}\n");
    refused("search-terms.txt needs text above and below");
  }

  @Test
  void takesExactlyTheVariablesOfThePrompt() {
    Prompts prompts = Prompts.load(null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> prompts.fill(Prompt.SEARCH_TERMS, Map.of("topic", "x")));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("search-terms.txt"), text);
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Prompts.load(folder))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining(message);
  }
}
