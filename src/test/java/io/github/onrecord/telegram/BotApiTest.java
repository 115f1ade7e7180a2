package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonParseException;
import io.github.onrecord.telegram.BotApi.Ending;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Which ending a failed call has: whether it can have been done decides whether it may be made
 * again. The library's client is stood in for, since no server can make it fail in all these ways.
 */
class BotApiTest {
  private final TelegramClient client = mock(TelegramClient.class);
  private final BotApi api = new BotApi(new OkHttpClient(), client);

  @Test
  void whatTelegramDidIsDone() throws TelegramApiException {
    User user = new User(1L, "OnRecord", true);
    when(client.execute(any(GetMe.class))).thenReturn(user);

    assertThat(call()).isEqualTo(new Ending.Done<>(user));
  }

  static Stream<IOException> beforeTheRequestWasTaken() {
    return Stream.of(
        new ConnectException("refused"),
        new UnknownHostException("api.example"),
        new SSLHandshakeException("no trust"),
        new JsonParseException(null, "<html>"));
  }

  @ParameterizedTest
  @MethodSource("beforeTheRequestWasTaken")
  void whatNeverReachedTelegramWasNotDone(IOException cause) throws TelegramApiException {
    when(client.execute(any(GetMe.class))).thenThrow(new TelegramApiException("failed", cause));

    assertThat(call()).isInstanceOf(Ending.Unreachable.class);
  }

  static Stream<IOException> afterTheRequestWasSent() {
    return Stream.of(new SocketTimeoutException("read"), new IOException("unexpected end"));
  }

  @ParameterizedTest
  @MethodSource("afterTheRequestWasSent")
  void whatEndedWithoutAnAnswerIsUnknown(IOException cause) throws TelegramApiException {
    when(client.execute(any(GetMe.class)))
        .thenThrow(new TelegramApiRequestException("failed", cause));

    assertThat(call()).isInstanceOf(Ending.Unknown.class);
  }

  private Ending<User> call() {
    return api.call(new GetMe());
  }
}
