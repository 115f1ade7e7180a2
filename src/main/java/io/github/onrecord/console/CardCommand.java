package io.github.onrecord.console;

import io.github.onrecord.card.QuoteCard;
import io.github.onrecord.message.CardMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a statement as a picture. */
@Command(name = "card", description = "Draw a statement as a picture to pass on.")
final class CardCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Parameters(paramLabel = "ID", description = "The statement's number, as export gives it.")
  private long id;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The PNG file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "en|ru|uk",
      description = "Language of what stands around the words; that of the words unless given.")
  private @Nullable String language;

  CardCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    try (Program program = common.open(opening, true)) {
      RecordStore record = program.store().record();
      Statement statement =
          record
              .statement(id)
              .filter(found -> found.status() != Status.HELD)
              .orElseThrow(
                  () ->
                      new InputException(
                          "There is no statement " + id + " on record; see export."));
      Document document = record.document(statement.documentId()).orElseThrow();
      Language reader = language == null ? statement.language() : Language.of(language);
      CardMessages messages = new CardMessages(Phrases.in(reader));
      Files.write(out, QuoteCard.open().png(messages.text(statement, document, document.url())));
      terminal.line(out.toString());
      return Commands.FINE;
    } catch (IOException e) {
      throw new UsageException("The card could not be written to " + out + ": " + e.getMessage());
    }
  }
}
