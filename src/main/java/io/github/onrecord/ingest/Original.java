package io.github.onrecord.ingest;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A document as it came, before anything is understood. Not changed after it is made; the bytes
 * aren't copied.
 */
final class Original {
  private final String name;
  private final byte[] bytes;
  private final @Nullable String mediaType;
  private final @Nullable Charset charset;
  private final @Nullable String address;

  /**
   * @param name the file name or address given
   * @param bytes its content
   * @param mediaType what the server said it is, such as {@code text/html}, or null
   * @param charset the encoding that the server gave, or null
   * @param address the address it was fetched from after redirects, or null for a file
   */
  Original(
      String name,
      byte[] bytes,
      @Nullable String mediaType,
      @Nullable Charset charset,
      @Nullable String address) {
    this.name = name;
    this.bytes = bytes;
    this.mediaType = mediaType;
    this.charset = charset;
    this.address = address;
  }

  /** A file or standard input. */
  static Original ofFile(String name, byte[] bytes) {
    return new Original(name, bytes, null, null, null);
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  @Nullable String mediaType() {
    return mediaType;
  }

  @Nullable Charset charset() {
    return charset;
  }

  @Nullable String address() {
    return address;
  }
}
