package io.github.onrecord.console;

import io.github.onrecord.answer.Desk;
import io.github.onrecord.check.Checker;
import io.github.onrecord.eval.Floors;
import io.github.onrecord.eval.Setup;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.LabelImport;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What commands work with: opened for one command, each part when it is first asked for. */
public interface Program extends AutoCloseable {

  /** Opens the program for a command. */
  interface Opening {
    /**
     * Reads the settings and opens the record.
     *
     * @param config the folder given with {@code --config}, or null
     * @param store the file given with {@code --store}, or null
     * @param seed whether a record that doesn't exist yet begins with the seed article
     */
    Program open(@Nullable Path config, @Nullable Path store, boolean seed);
  }

  Store store();

  /**
   * What in the index isn't what the record says, a sentence each, the last saying what to do;
   * empty when all is well.
   */
  List<String> verifyIndex();

  /** Where questions are answered. */
  Desk desk();

  /**
   * Where questions are answered by other lines than usual, without a model: to draw their curve.
   *
   * @param stricter how much more of a question's topic a statement must bear, -1 to 1
   */
  Desk desk(float stricter);

  /** Where quotations are checked. */
  Checker checker();

  /** Where documents are taken in. */
  Ingestion ingestion();

  /** Where an editor's own labels are taken in. */
  LabelImport labels();

  /** What shapes the program's answers. */
  Setup setup();

  /** What the figures of an evaluation are held to. */
  Floors floors();

  /** Questions in a language that the record answers, for newcomers. */
  List<String> examples(Language language);

  /** Whether there is a token, so that {@link #serve} can run. */
  boolean hasBot();

  /** Whether a language model is configured. */
  boolean hasModel();

  /**
   * Runs the bot until the process is told to end.
   *
   * @return why it ended by itself, as a sentence that says what to do; empty when it was told to
   */
  Optional<String> serve() throws InterruptedException;

  /**
   * Reads the log level and the feeds again while {@link #serve} runs; settings at fault change
   * nothing and are logged.
   */
  void reload();

  @Override
  void close();
}
