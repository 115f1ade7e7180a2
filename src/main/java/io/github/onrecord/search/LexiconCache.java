package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.lucene.store.InputStreamDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the phrase trees of a lexicon in files beside the index, since stemming its phrases takes a
 * second. The files can be deleted at any time; what can't be read or written is made anew.
 */
final class LexiconCache {
  private static final Logger LOG = LoggerFactory.getLogger(LexiconCache.class);

  private final @Nullable Path folder;
  private final String fingerprint;

  /**
   * A cache in a folder.
   *
   * @param folder where the files are, or null to keep none
   * @param fingerprint of all that a tree is made of: a file that bears another is not used
   */
  LexiconCache(@Nullable Path folder, String fingerprint) {
    this.folder = folder;
    this.fingerprint = fingerprint;
  }

  /** The tree of a language, or null when it isn't there. */
  @Nullable PhraseTree read(Language language) {
    if (folder == null || !Files.exists(file(folder, language))) {
      return null;
    }
    try (InputStreamDataInput in =
        new InputStreamDataInput(
            new BufferedInputStream(Files.newInputStream(file(folder, language))))) {
      return in.readString().equals(fingerprint) ? PhraseTree.read(in) : null;
    } catch (IOException | RuntimeException e) {
      LOG.info("{} can't be read ({}); it is made anew", file(folder, language), e.toString());
      return null;
    }
  }

  /** Keeps the tree of a language; a folder that can't be written costs time, nothing else. */
  void write(Language language, PhraseTree tree) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "lexicon", ".unfinished");
      try {
        try (OutputStreamDataOutput out =
            new OutputStreamDataOutput(
                new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
          out.writeString(fingerprint);
          tree.write(out);
        }
        Files.move(unfinished, file(folder, language), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      LOG.info("{} can't be written: {}", file(folder, language), e.toString());
    }
  }

  private static Path file(Path folder, Language language) {
    return folder.resolve("lexicon." + language.code());
  }
}
