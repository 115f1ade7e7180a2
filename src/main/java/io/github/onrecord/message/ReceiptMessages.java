package io.github.onrecord.message;

import io.github.onrecord.answer.Receipt;
import io.github.onrecord.answer.Receipt.Line;
import io.github.onrecord.answer.Receipt.Source;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an answer rests on, line by line, as a message. */
public final class ReceiptMessages {
  private final Phrases phrases;

  public ReceiptMessages(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The receipt of an answer. */
  public Message of(Receipt receipt) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(
            List.of(
                new Run.Bold(phrases.say("why.title")),
                new Run.Plain(
                    "\n" + phrases.say("why.question", StatementBlocks.clean(receipt.question())))),
            false));
    if (receipt.lines().isEmpty()) {
      blocks.add(plain(phrases.say("why.nothing." + reason(receipt))));
    }
    int number = 1;
    for (Line line : receipt.lines()) {
      blocks.add(line(line, number++));
      for (int i = 0; i < line.sources().size(); i++) {
        Source source = line.sources().get(i);
        boolean last =
            i + 1 == line.sources().size()
                || line.sources().get(i + 1).document() != source.document();
        blocks.add(source(source, last));
      }
    }
    return new Message(blocks, List.of());
  }

  /** There is no answer to give a receipt for. */
  public Message none() {
    return new Message(List.of(plain(phrases.say("why.none"))), List.of());
  }

  private static String reason(Receipt receipt) {
    String reason = receipt.finding() == null ? receipt.outcome() : receipt.finding();
    return reason.toLowerCase(Locale.ROOT);
  }

  private Block line(Line line, int number) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Bold(number + ". "));
    if (line.sentence() == null) {
      runs.add(new Run.Plain(phrases.say("why.record")));
    } else {
      runs.add(new Run.Plain(line.sentence() + "\n"));
      runs.add(new Run.Italic(phrases.say("why." + line.writtenBy())));
    }
    if (!line.checks().isEmpty()) {
      String checks =
          line.checks().stream()
              .map(check -> phrases.say("why.check." + check.replace(' ', '_')))
              .collect(Collectors.joining(", "));
      runs.add(new Run.Plain("\n" + phrases.say("why.checked", checks)));
    }
    return new Block(runs, false);
  }

  /** A statement or passage; the document of several is told below the last of them. */
  private Block source(Source source, boolean withDocument) {
    List<Run> runs = new ArrayList<>();
    runs.add(
        new Run.Plain(
            source.statement() == null
                ? phrases.say("why.passage", String.valueOf(source.passage()))
                : phrases.say(
                    "why.statement",
                    String.valueOf(source.statement()),
                    StatementBlocks.clean(String.valueOf(source.speaker())),
                    phrases.say("kind." + source.kind()))));
    String spans =
        source.spans().stream()
            .map(span -> span.get(0) + "–" + span.get(1))
            .collect(Collectors.joining(", "));
    runs.add(new Run.Plain("\n" + phrases.say("why.span", spans, source.name())));
    if (withDocument && source.address() != null) {
      runs.add(new Run.Plain("\n"));
      runs.add(StatementBlocks.link(source.address(), source.address()));
    }
    if (withDocument) {
      runs.add(new Run.Plain("\n" + phrases.say("source.hash", source.sha256())));
    }
    if (!source.reasons().isEmpty()) {
      String reasons = String.join(", ", source.reasons());
      runs.add(new Run.Plain("\n" + phrases.say("why.matched", StatementBlocks.clean(reasons))));
    }
    return new Block(runs, true);
  }

  private static Block plain(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }
}
