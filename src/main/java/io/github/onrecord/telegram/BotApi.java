package io.github.onrecord.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Calls to the Bot API whose every ending has a name. Nothing is repeated here: whether a call may
 * be made again depends on what it did, which only the caller knows. Thread-safe.
 */
final class BotApi implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** An answer that was JSON up to here was the API's, and may have said that it was done. */
  private static final String DONE = "{\"ok\":true";

  private final OkHttpClient http;
  private final TelegramClient client;
  private final HttpUrl files;

  /**
   * A client of the server at {@code url}.
   *
   * @param longest how long a poll may be answered later than an ordinary call
   */
  BotApi(URI url, String token, Duration longest) {
    this(url, token, CONNECT, ANSWER.plus(longest));
  }

  /**
   * The same with other patience.
   *
   * @param answer how long a call may take in all, however its answer drips
   */
  BotApi(URI url, String token, Duration connect, Duration answer) {
    // OkHttp's own retry sends a message twice when the connection is reset after it was taken.
    this.http =
        Reached.telling(new OkHttpClient.Builder())
            .retryOnConnectionFailure(false)
            .connectTimeout(connect)
            .readTimeout(answer)
            .callTimeout(connect.plus(answer))
            .build();
    int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    this.client =
        new OkHttpTelegramClient(
            http, token, new TelegramUrl(url.getScheme(), url.getHost(), port, false));
    this.files =
        new HttpUrl.Builder()
            .scheme(url.getScheme())
            .host(url.getHost())
            .port(port)
            .addPathSegment("file")
            .addPathSegment("bot" + token)
            .build();
  }

  BotApi(OkHttpClient http, TelegramClient client) {
    this.http = http;
    this.client = client;
    this.files = HttpUrl.get("http://localhost/");
  }

  /** How a call ended. */
  sealed interface Ending<T> {
    /** Telegram did it. */
    record Done<T>(T result) implements Ending<T> {}

    /** Telegram did not do it, and says when to ask again. */
    record Later<T>(Duration pause) implements Ending<T> {}

    /** Telegram did not do it and never will: the chat is gone, the bot is blocked. */
    record Gone<T>(String reason) implements Ending<T> {}

    /** Telegram did not do it: the group has another number since it became a supergroup. */
    record Moved<T>(long chatId) implements Ending<T> {}

    /** Telegram refuses this request as it is. */
    record Refused<T>(int code, String reason) implements Ending<T> {}

    /** Nobody knows whether it was done: the connection ended before the answer. */
    record Unknown<T>(String reason) implements Ending<T> {}

    /** It can't have been done: Telegram wasn't reached, or its door answered instead of it. */
    record Unreachable<T>(String reason) implements Ending<T> {}
  }

  /** Makes a call and waits for its ending. */
  <T extends Serializable, M extends BotApiMethod<T>> Ending<T> call(M method) {
    return ending(() -> client.execute(method));
  }

  /** Tells Telegram where to bring updates. */
  Ending<Boolean> register(SetWebhook webhook) {
    return ending(() -> client.execute(webhook));
  }

  /** Uploads a file and waits for its ending. */
  Ending<Message> upload(SendDocument file) {
    return ending(() -> client.execute(file));
  }

  /** Uploads a picture and waits for its ending. */
  Ending<Message> upload(SendPhoto picture) {
    return ending(() -> client.execute(picture));
  }

  /** Uploads a picture in the place of another and waits for its ending. */
  Ending<Serializable> upload(EditMessageMedia picture) {
    return ending(() -> client.execute(picture));
  }

  /**
   * Fetches a file that somebody sent, and waits for its ending.
   *
   * @param most bytes that are read; a longer file is refused
   */
  Ending<byte[]> download(String fileId, int most) {
    Ending<File> found = ending(() -> client.execute(new GetFile(fileId)));
    if (!(found instanceof Ending.Done<File> done)) {
      return found instanceof Ending.Refused<File> refused
          ? new Ending.Refused<>(refused.code(), refused.reason())
          : new Ending.Unreachable<>("the file's place isn't known: " + found);
    }
    // The library fetches files from Telegram's own server only, whatever server it was given.
    HttpUrl place =
        files.newBuilder().addPathSegments(String.valueOf(done.result().getFilePath())).build();
    try (Response response = http.newCall(new Request.Builder().url(place).build()).execute()) {
      ResponseBody body = response.body();
      if (!response.isSuccessful() || body == null) {
        return new Ending.Refused<>(response.code(), "no file");
      }
      byte[] content = body.byteStream().readNBytes(most + 1);
      return content.length > most
          ? new Ending.Refused<>(response.code(), "longer than " + most + " bytes")
          : new Ending.Done<>(content);
    } catch (IOException e) {
      return new Ending.Unreachable<>(e.getClass().getSimpleName());
    }
  }

  private interface Call<T> {
    T make() throws TelegramApiException;
  }

  private static <T> Ending<T> ending(Call<T> call) {
    try {
      return new Ending.Done<>(call.make());
    } catch (TelegramApiRequestException e) {
      return refused(e);
    } catch (TelegramApiException e) {
      return broken(e);
    }
  }

  private static <T> Ending<T> refused(TelegramApiRequestException e) {
    Integer code = e.getErrorCode();
    String reason = e.getApiResponse() == null ? "no reason given" : e.getApiResponse();
    if (code == null || code == 0) {
      // Not the API's JSON: a proxy's page, or an answer that was cut off.
      return broken(e);
    }
    if (e.getParameters() != null && e.getParameters().getRetryAfter() != null) {
      return new Ending.Later<>(Duration.ofSeconds(e.getParameters().getRetryAfter()));
    }
    if (e.getParameters() != null && e.getParameters().getMigrateToChatId() != null) {
      return new Ending.Moved<>(e.getParameters().getMigrateToChatId());
    }
    if (code == 429) {
      return new Ending.Later<>(Duration.ofSeconds(5));
    }
    if (code >= 500) {
      return new Ending.Unreachable<>(code + " " + reason);
    }
    boolean gone = code == 403 || (code == 400 && reason.contains("chat not found"));
    return gone ? new Ending.Gone<>(reason) : new Ending.Refused<>(code, reason);
  }

  private static <T> Ending<T> broken(Exception e) {
    IOException io = null;
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof SSLHandshakeException) {
        return new Ending.Unreachable<>(cause.getClass().getSimpleName());
      }
      if (cause instanceof JsonProcessingException json) {
        if (json.getLocation() != null && json.getLocation().getCharOffset() >= DONE.length()) {
          return new Ending.Unknown<>("an answer that was cut off");
        }
        return new Ending.Unreachable<>("an answer that is not the API's");
      }
      if (cause instanceof IOException found) {
        io = found;
      }
    }
    return new Ending.Unknown<>((io == null ? e : io).getClass().getSimpleName());
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
