package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement on its own as a message: its source, its context, its citations, its neighbours. */
public final class RecordMessages {
  private final Phrases phrases;
  private final StatementBlocks statements;

  public RecordMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /** Where a statement comes from: outlet, title, days, address, and the archived text's hash. */
  public Message source(Statement statement, Document document, Place place) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(phrases.say("source.title"))), false));
    List<Run> runs = new ArrayList<>();
    if (document.source() != null) {
      runs.add(new Run.Plain(StatementBlocks.clean(document.source()) + "\n"));
    }
    if (document.title() != null) {
      runs.add(new Run.Italic(StatementBlocks.clean(document.title())));
      runs.add(new Run.Plain("\n"));
    }
    if (document.published() != null) {
      runs.add(
          new Run.Plain(phrases.say("source.published", phrases.day(document.published())) + "\n"));
    }
    runs.add(
        new Run.Plain(phrases.say("source.retrieved", phrases.day(document.retrieved())) + "\n"));
    runs.add(
        document.url() == null
            ? new Run.Plain(phrases.say("source.noaddress", document.name()))
            : StatementBlocks.link(document.url(), document));
    runs.add(new Run.Plain("\n" + phrases.say("source.hash", document.sha256())));
    blocks.add(new Block(runs, false));
    blocks.addAll(statements.of(statement, document, null));
    return new Message(blocks, buttons("context", statement, place));
  }

  private List<List<Button>> buttons(String other, Statement statement, Place place) {
    List<List<Button>> buttons = new ArrayList<>();
    buttons.add(
        List.of(button(other, statement), button("cite", statement), button("card", statement)));
    List<Button> neighbours = place.buttons(phrases, "quote");
    if (!neighbours.isEmpty()) {
      buttons.add(neighbours);
    }
    buttons.addAll(follow(statement));
    return buttons;
  }

  /** A row to follow the speaker; none for one whom the document doesn't name. */
  private List<List<Button>> follow(Statement statement) {
    return statement.speaker() instanceof Speaker.Named named
        ? List.of(
            List.of(
                new Button.Action(
                    phrases.say("button.follow", statements.speaker(statement)),
                    "official:" + named.officialId())))
        : List.of();
  }

  /**
   * A quotation among the others of its speaker.
   *
   * @param place where it stands among them
   */
  public Message quote(Statement statement, Document document, Place place) {
    List<Block> blocks = new ArrayList<>(statements.of(statement, document, null));
    if (place.count() > 0) {
      blocks.add(
          new Block(
              List.of(
                  new Run.Italic(
                      phrases.say(
                          place.number() == 0 ? "quote.beside" : "quote.place",
                          place.number(),
                          place.count(),
                          statements.speaker(statement)))),
              false));
    }
    List<List<Button>> buttons = new ArrayList<>();
    List<Button> neighbours = place.buttons(phrases, "turn");
    if (!neighbours.isEmpty()) {
      buttons.add(neighbours);
    }
    buttons.add(List.of(button("context", statement), button("source", statement)));
    buttons.add(List.of(button("cite", statement), button("card", statement)));
    buttons.addAll(follow(statement));
    return new Message(blocks, buttons);
  }

  /**
   * Where a statement stands among the quotations of its speaker, the oldest first.
   *
   * @param number from 1; 0 when it isn't one of them
   * @param previous number of the statement before, or null
   * @param next number of the statement after, or null
   */
  public record Place(int number, int count, @Nullable Long previous, @Nullable Long next) {
    /** Among no quotations at all. */
    public static final Place NONE = new Place(0, 0, null, null);

    private List<Button> buttons(Phrases phrases, String action) {
      List<Button> row = new ArrayList<>();
      if (previous != null) {
        row.add(new Button.Action(phrases.say("button.previous"), action + ":" + previous));
      }
      if (next != null) {
        row.add(new Button.Action(phrases.say("button.next"), action + ":" + next));
      }
      return row;
    }
  }

  /** A statement as writers cite it, each form ready to be copied. */
  public Message cite(Statement statement, Document document) {
    Map<String, String> forms = new Citation(statement, document).forms();
    List<Block> blocks = new ArrayList<>();
    List<Button> copies = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(phrases.say("cite.title"))), false));
    forms.forEach(
        (name, text) -> {
          blocks.add(
              new Block(List.of(new Run.Bold(name), new Run.Plain("\n"), new Run.Code(text)), false)
                  .showing(List.of(statement)));
          if (text.length() <= Button.Copy.LONGEST) {
            copies.add(new Button.Copy(phrases.say("button.copy", name), text));
          }
        });
    if (!statement.standing()) {
      blocks.add(statements.attribution(statement, document, null));
    }
    return new Message(blocks, copies.stream().map(List::of).toList());
  }

  private Button button(String what, Statement statement) {
    return new Button.Action(phrases.say("button." + what), what + ":" + statement.id());
  }

  /** There is nothing to show any more. */
  public Message gone() {
    return new Message(
        List.of(new Block(List.of(new Run.Plain(phrases.say("context.gone"))), false)), List.of());
  }

  /** The passages around a statement, its own words marked bold where they stand. */
  public Message context(
      Statement statement, Document document, List<Passage> passages, Place place) {
    List<Block> blocks = new ArrayList<>();
    String title =
        document.title() == null ? document.name() : StatementBlocks.clean(document.title());
    blocks.add(new Block(List.of(new Run.Bold(phrases.say("context.title", title))), false));
    List<Run> around = new ArrayList<>();
    for (Passage passage : Context.around(statement, passages)) {
      if (!around.isEmpty()) {
        around.add(new Run.Plain("\n\n"));
      }
      for (Context.Piece piece : Context.pieces(passage, List.of(statement))) {
        around.add(piece.marked() ? new Run.Bold(piece.text()) : new Run.Plain(piece.text()));
      }
    }
    blocks.add(new Block(around, true).showing(List.of(statement)));
    blocks.add(statements.attribution(statement, document, null));
    return new Message(blocks, buttons("source", statement, place));
  }
}
