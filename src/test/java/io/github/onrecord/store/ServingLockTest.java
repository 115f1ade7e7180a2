package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process serves a store. */
class ServingLockTest {
  @TempDir private Path folder;

  @Test
  void aSecondOneIsRefusedWithASentenceAndTheNextOneIsNot() {
    Path store = folder.resolve("pass.db");
    try (ServingLock first = ServingLock.take(store)) {
      assertThatThrownBy(() -> ServingLock.take(store))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "Another process serves the store %s already, and only one at a time may: stop that one,"
                  + " or name another file with --store.",
              store);
    }
    ServingLock.take(store).close();
  }
}
