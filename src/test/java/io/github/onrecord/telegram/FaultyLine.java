package io.github.onrecord.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A line on loopback that answers each request, whatever it is, in a bad manner. */
final class FaultyLine implements AutoCloseable {
  /** What the line does when a request has come. */
  enum Manner {
    /** Half of an answer, then a reset. */
    CUT,
    /** Half of an answer whose length nobody told, then a proper end. */
    ENDED_EARLY,
    /** A byte every so often, for ever. */
    DRIP,
    /** Nothing. */
    SILENCE,
    /** A reset at once. */
    RESET
  }

  private static final String ANSWER = "{\"ok\":true,\"result\":{\"id\":12345,\"is_bot\":tr";

  private final ServerSocket door;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Manner manner;

  FaultyLine(Manner manner) {
    this.manner = manner;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String host() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket caller = door.accept();
        threads.execute(() -> answer(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (Socket caller = socket) {
      InputStream request = caller.getInputStream();
      request.read(new byte[8192]);
      OutputStream answer = caller.getOutputStream();
      switch (manner) {
        case CUT -> {
          write(answer, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + ANSWER);
          reset(caller);
        }
        case ENDED_EARLY -> write(answer, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + ANSWER);
        case DRIP -> {
          write(answer, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
          while (!closed.await(20, TimeUnit.MILLISECONDS)) {
            write(answer, " ");
          }
        }
        case SILENCE -> closed.await();
        case RESET -> reset(caller);
      }
    } catch (IOException e) {
      // The caller has hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream answer, String text) throws IOException {
    answer.write(text.getBytes(StandardCharsets.US_ASCII));
    answer.flush();
  }

  /** Closing without lingering sends a reset instead of an end. */
  private static void reset(Socket caller) throws IOException {
    caller.setSoLinger(true, 0);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
