package io.github.onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file. */
record FileInput(String name, Path path) implements Input {
  @Override
  public Original open(Fetcher fetcher) throws UnreadableException {
    if (!Files.exists(path)) {
      throw new UnreadableException("There is no such file.");
    }
    if (!Files.isRegularFile(path)) {
      throw new UnreadableException("It is not a regular file.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Original.ofFile(name, Limits.read(in));
    } catch (IOException e) {
      throw new UnreadableException("It can't be read; check its permissions.");
    }
  }
}
