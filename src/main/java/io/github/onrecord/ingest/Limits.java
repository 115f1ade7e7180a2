package io.github.onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;

/** How large a document may be. */
final class Limits {
  /** No article is nearly so large; what is larger is a mistake or an attack. */
  static final int BYTES = 10 * 1024 * 1024;

  /** A thousand pages of text. */
  static final int CHARACTERS = 2_000_000;

  private Limits() {}

  /** Reads a stream to its end. */
  static byte[] read(InputStream in) throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes(BYTES + 1);
    if (bytes.length > BYTES) {
      throw new UnreadableException("It is larger than 10 MB; cut it into parts.");
    }
    return bytes;
  }
}
