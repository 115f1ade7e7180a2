package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.message.Message;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How messages become Telegram's messages. */
class PagesTest {

  @Test
  void stylesBecomeEntitiesCountedInUtf16Units() {
    Message message =
        message(new Block(List.of(new Run.Plain("𝕊o "), new Run.Bold("said")), false));

    Page page = Pages.of(message).get(0);

    assertThat(page.text()).isEqualTo("𝕊o said");
    assertThat(page.entities()).containsExactly(new Page.Entity("bold", 4, 4, null));
  }

  @Test
  void aLinkKeepsItsAddressAndAQuoteIsSetOff() {
    Message message =
        message(
            new Block(List.of(new Run.Link("the Lighthouse", "https://l.example/1")), false),
            new Block(List.of(new Run.Plain("“Tea first.”")), true));

    assertThat(Pages.of(message).get(0).entities())
        .containsExactly(
            new Page.Entity("text_link", 0, 14, "https://l.example/1"),
            new Page.Entity("blockquote", 15, 12, null));
  }

  @Test
  void markupInATextStaysText() {
    Page page = Pages.of(message(plain("<b>*_[x](https://evil.example)_*</b>"))).get(0);

    assertThat(page.text()).isEqualTo("<b>*_[x](https://evil.example)_*</b>");
    assertThat(page.entities()).isEmpty();
  }

  @Test
  void whiteSpaceAtTheEndsGoesAndEntitiesShrinkWithIt() {
    Page page = Pages.of(message(new Block(List.of(new Run.Bold("  said \n ")), false))).get(0);

    assertThat(page.text()).isEqualTo("said");
    assertThat(page.entities()).containsExactly(new Page.Entity("bold", 0, 4, null));
  }

  @Test
  void aLongAnswerIsCutBetweenStatementsAndButtonsStandBelowTheLastPage() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      blocks.add(plain("Speaker " + i));
      blocks.add(new Block(List.of(new Run.Plain(("word" + i + " ").repeat(40))), true));
    }
    Message message =
        new Message(blocks, List.of(List.of(new Button.Action("Source", "source:1"))));

    List<Page> pages = Pages.of(message);

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages).allSatisfy(page -> assertThat(page.text()).startsWith("Speaker "));
    assertThat(pages.get(0).keys()).isEmpty();
    assertThat(pages.get(pages.size() - 1).keys())
        .containsExactly(List.of(new Page.InlineKey("Source", "source:1", null, null)));
  }

  /** Whatever the texts are, Telegram's rules hold and no word is lost. */
  @Test
  void anyMessageFitsTelegramsRules() {
    long seed = 20220110;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Message message = randomMessage(random);

      List<Page> pages = Pages.of(message);

      StringBuilder all = new StringBuilder();
      for (Page page : pages) {
        all.append(page.text()).append(' ');
        assertThat(page.text().length()).as("seed %d", seed).isBetween(1, Pages.LIMIT);
        assertThat(page.text()).isEqualTo(page.text().strip());
        for (Page.Entity entity : page.entities()) {
          int end = entity.offset() + entity.length();
          assertThat(entity.length()).isPositive();
          assertThat(end).isLessThanOrEqualTo(page.text().length());
          assertThat(Character.isLowSurrogate(page.text().charAt(entity.offset()))).isFalse();
          assertThat(
                  end < page.text().length() && Character.isLowSurrogate(page.text().charAt(end)))
              .isFalse();
        }
      }
      assertThat(letters(all.toString())).as("seed %d", seed).isEqualTo(letters(message.plain()));
    }
  }

  private static Message randomMessage(Random random) {
    String[] words = {"a", "слово", "𝕊𝕊𝕊", "📜", "long".repeat(40), "\n", "їжак"};
    List<Block> blocks = new ArrayList<>();
    blocks.add(plain("first"));
    for (int b = 0; b < 1 + random.nextInt(8); b++) {
      List<Run> runs = new ArrayList<>();
      for (int r = 0; r < 1 + random.nextInt(4); r++) {
        StringBuilder text = new StringBuilder();
        boolean spaced = random.nextInt(5) > 0;
        for (int w = 0; w < random.nextInt(400); w++) {
          text.append(words[random.nextInt(words.length)]).append(spaced ? " " : "");
        }
        runs.add(
            random.nextBoolean() ? new Run.Bold(text.toString()) : new Run.Plain(text.toString()));
      }
      blocks.add(new Block(runs, random.nextBoolean()));
    }
    return new Message(blocks, List.of());
  }

  private static String letters(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Block plain(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }

  private static Message message(Block... blocks) {
    return new Message(List.of(blocks), List.of());
  }
}
