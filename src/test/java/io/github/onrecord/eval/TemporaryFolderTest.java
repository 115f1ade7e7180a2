package io.github.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Nothing of an evaluation stays on the disk. */
class TemporaryFolderTest {

  @Test
  void itIsDeletedWithAllThatIsInIt() throws IOException {
    Path file;
    try (TemporaryFolder folder = new TemporaryFolder()) {
      file = folder.file("store.db");
      Files.writeString(file, "a store");
      Files.createDirectories(folder.file("store.db.index").resolve("inner"));
    }

    assertThat(file.getParent()).doesNotExist();
  }
}
