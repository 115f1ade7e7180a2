package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordsInTextTest {

  /** Lines become blocks; those that begin with # are headlines, with ~ asides. */
  static DocumentText document(String... lines) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      Block.Role role =
          switch (line.charAt(0)) {
            case '#' -> Block.Role.HEADLINE;
            case '~' -> Block.Role.ASIDE;
            default -> Block.Role.PARAGRAPH;
          };
      String words = role == Block.Role.PARAGRAPH ? line : line.substring(1);
      blocks.add(
          new Block(new Span(text.length(), text.length() + words.length()), role, List.of()));
      text.append(words).append('\n');
    }
    return new DocumentText(
        "bulletin.txt",
        null,
        null,
        "The Quorin Courier",
        "Bulletin",
        Language.ENGLISH,
        null,
        null,
        text.toString(),
        blocks);
  }

  private static @Nullable List<Part> find(DocumentText document, String... words) {
    return new WordsInText(document).find(List.of(words), found -> true);
  }

  @Test
  void givesTheExactSliceWhateverWhiteSpaceStandsThere() {
    DocumentText document = document("The pass\u00a0will \u00adopen in\u2009May, she said.");

    assertThat(find(document, "pass will\n open in May"))
        .containsExactly(
            Part.of(document.text(), new Span(4, document.text().indexOf(", she said"))));
  }

  @Test
  void findsNothingThatIsNotThere() {
    DocumentText document = document("The pass will open in May, she said.");
    assertThat(find(document, "pass will close")).isNull();
    assertThat(find(document, "pass will open", "in June")).isNull();
    assertThat(find(document, " ")).isNull();
    assertThat(find(document)).isNull();
  }

  @Test
  void doesNotCutWords() {
    DocumentText document = document("Reopened passes. Open pass.");
    assertThat(find(document, "pass")).containsExactly(Part.of(document.text(), new Span(22, 26)));
    assertThat(find(document, "opened")).isNull();
  }

  @Test
  void prefersTheMainTextToHeadlinesAndAsides() {
    DocumentText document =
        document("#We will wait", "~We will wait", "“We will wait,” said the envoy. No more.");
    assertThat(find(document, "We will wait").get(0).span().start())
        .isEqualTo(document.text().indexOf("“") + 1);
    assertThat(find(document("#Only here", "Elsewhere"), "Only here")).isNotNull();
  }

  @Test
  void takesPartsThatFollowEachOtherMostClosely() {
    DocumentText document =
        document("“Yes”, he began.", "“Yes”, she said, “but not now.”", "“But not now”, he said.");
    assertThat(find(document, "Yes", "but not now.").get(0).span().start())
        .isEqualTo(document.text().indexOf("“Yes”, she") + 1);
  }

  @Test
  void putsPartsOfAnotherOrderIntoTheOrderOfTheText() {
    DocumentText document = document("First this. Then that.");
    assertThat(find(document, "Then that.", "First this."))
        .extracting(Part::text)
        .containsExactly("First this.", "Then that.");
    assertThat(find(document, "this. Then", "First this.")).isNull();
  }

  @Test
  void takesTheNextOccurrenceWhenTheFirstIsNotFree() {
    DocumentText document = document("“No.” And again: “No.”");
    List<Part> second =
        new WordsInText(document).find(List.of("No."), found -> found.get(0).span().start() != 1);
    assertThat(second.get(0).span().start()).isEqualTo(document.text().lastIndexOf("No."));
  }
}
