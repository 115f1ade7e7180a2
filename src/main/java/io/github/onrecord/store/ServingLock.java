package io.github.onrecord.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to serve a store, which one process at a time has: two bots would hand out the same
 * update and send the same message. Commands that read or feed the record need no such right. It
 * ends with the process, however that ends; the file beside the store says nothing by itself.
 */
public final class ServingLock implements AutoCloseable {
  private final FileChannel channel;

  private ServingLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param store the store's file
   * @throws StoreException when another process has it
   */
  public static ServingLock take(Path store) {
    Path file = store.resolveSibling(store.getFileName() + ".serving");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw StoreException.served(store);
      }
      return new ServingLock(channel);
    } catch (IOException e) {
      throw StoreException.unwritable(file, e);
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
      throw new UncheckedIOException(e);
    }
  }
}
