package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever happens to an article's text, what is taken from it keeps its invariants. */
class AttributionFuzzTest {
  private static final List<List<String>> ARTICLES =
      List.of(
          List.of(
              "VASTMERE — “We came with a map,” Karthian Foreign Minister Greta Haldane told reporters. “We leave with it.”",
              "Ambassador Lotte Brandis, who leads the Sollen delegation, denied that the buoys had moved; the lock, she said, was “older than both of us”.",
              "“We regret the pause. ‘Nobody wins,’ as Mr Roy said.",
              "“It will end,” the minister added.",
              "A senior diplomat said on Tuesday that a text was ready and that it was short.",
              "Key statements by spokesperson Thea Olm:",
              "the talks resume in August;",
              "observers stay out."),
          List.of(
              "«Шлюз стар, — заявил во вторник замминистра Иво Марент. — Мы новее».",
              "— Двери нет, — добавила посол Лотте Брандис. — Есть занавеска.",
              "По словам спецпосланника Ансельма Роя, текст «готов на девять десятых», а министр Питер Алдоус пообещал, что буи вернут.",
              "ОЛЬМ: Дверь открыта.",
              "Вопрос: Когда?",
              "ОЛЬМ: В августе."),
          List.of(
              "Речниця МЗС Тамара Ольм повідомила, що «двері відчинено». Про це вона сказала в середу.",
              "„Шлюз старий“, – наголосив заступник міністра Іво Марент.",
              "Якщо буї повернуть, за словами посолки Лотте Брандіс, шлюз запрацює в травні."));

  private static final String NOISE =
      "«»“”„‘’'\"—–-.,:;!?()\u00a0\u200b\u0301\ud83d\ude00\ud800 \tAяЇ1%$\\\0";

  private final long seed = 20330707L;

  @RepeatedTest(150)
  void invariantsHold(RepetitionInfo repetition) {
    long own = seed + repetition.getCurrentRepetition();
    Random random = new Random(own);
    Article article = mutated(random, repetition.getCurrentRepetition() % ARTICLES.size());
    MemoryRecord record = new MemoryRecord();
    DocumentText document = article.document();
    Publication publication = article.publication(record);
    for (Statement statement : publication.statements()) {
      assertThat(statement.speaker().shownAs()).as("seed %d", own).isNotBlank();
      assertThat(statement.reason()).as("seed %d", own).isNotBlank();
      statement
          .parts()
          .forEach(
              part -> {
                assertThat(part.span().of(document.text()))
                    .as("seed %d", own)
                    .isEqualTo(part.text());
                assertThat(document.blocks())
                    .as("seed %d: %s", own, part)
                    .anyMatch(block -> block.span().contains(part.span()));
              });
    }
    assertThat(article.publication(record))
        .as("seed %d: the same again", own)
        .isEqualTo(publication);
    record.save(publication);
    List<String> again =
        article.publication(record).statements().stream().map(Article::line).toList();
    assertThat(again)
        .as("seed %d: with the record known", own)
        .hasSameSizeAs(publication.statements());
  }

  private static Article mutated(Random random, int which) {
    List<String> paragraphs = new ArrayList<>(ARTICLES.get(which));
    if (random.nextInt(4) == 0) {
      Collections.shuffle(paragraphs, random);
    }
    Article article = List.of(Article.en(), Article.ru(), Article.uk()).get(which);
    Block.Role[] roles = {
      Block.Role.PARAGRAPH,
      Block.Role.PARAGRAPH,
      Block.Role.LIST_ITEM,
      Block.Role.HEADING,
      Block.Role.HEADLINE
    };
    for (String paragraph : paragraphs) {
      StringBuilder words = new StringBuilder(paragraph);
      for (int edits = random.nextInt(6); edits > 0 && !words.isEmpty(); edits--) {
        int at = random.nextInt(words.length());
        switch (random.nextInt(4)) {
          case 0 -> words.deleteCharAt(at);
          case 1 -> words.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
          case 2 -> words.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
          default -> words.setLength(at);
        }
      }
      if (!words.toString().isBlank()) {
        article.block(roles[random.nextInt(roles.length)], words.toString());
      }
    }
    return article;
  }
}
