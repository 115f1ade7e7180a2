package io.github.onrecord.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.Fuzzing;
import io.github.onrecord.search.Lexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever text is to be checked, no verdict is reached by accident. */
class ChecksFuzzTest {
  @Test
  void anyTextIsChecked(@TempDir Path folder) throws Exception {
    Path words = Files.createDirectory(folder.resolve("lexicon"));
    try (Islands islands = new Islands(folder, Lexicon.load(words, null))) {
      islands.says(Islands.VENN, "The ferry will sail at dawn, whatever the wind");
      Fuzzing.run(
          "claims",
          1_500,
          List.of(
              "Orla Venn said: “The ferry will sail at dawn, whatever the wind.”",
              "«The ferry will sail», — сказала Орла Венн, — «whatever the wind».",
              "„Пором відпливе на світанку“, – заявила Орла Венн у травні.",
              "“The ferry [...] will sail” and ‘whatever’ … the wind\"",
              "> The ferry will sail at dawn\n— Venn"),
          input -> {
            Checked checked = islands.checker.check(input);
            for (CheckedQuote quote : checked.quotes()) {
              assertThat(quote.verdict()).isNotNull();
            }
          });
    }
  }
}
