package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.telegram.BotApi.Ending;
import io.github.onrecord.telegram.FaultyLine.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/**
 * What a broken line means, over real sockets: whether the call can have been done decides whether
 * it may be made again. No line, however bad, holds a thread for ever.
 */
class LineFaultTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  @ParameterizedTest
  @EnumSource
  void whenTheRequestHadLeftNobodyKnowsWhetherItWasDone(Manner manner) {
    try (FaultyLine line = new FaultyLine(manner)) {
      assertThat(call("http://" + line.host())).isInstanceOf(Ending.Unknown.class);
    }
  }

  @Test
  void aNameThatNobodyKnowsMeansThatItWasNotDone() {
    assertThat(call("http://telegram.invalid"))
        .isEqualTo(new Ending.Unreachable<>("ConnectException"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"RESET", "SILENCE", "CUT"})
  void aLineThatCannotBeTrustedMeansThatItWasNotDone(Manner insteadOfTheHandshake) {
    try (FaultyLine line = new FaultyLine(insteadOfTheHandshake)) {
      assertThat(call("https://" + line.host())).isInstanceOf(Ending.Unreachable.class);
    }
  }

  @Test
  void aClosedDoorMeansThatItWasNotDone() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertThat(call("http://127.0.0.1:" + port)).isInstanceOf(Ending.Unreachable.class);
  }

  private static Ending<?> call(String url) {
    try (BotApi api = new BotApi(URI.create(url), BotApiEmulator.TOKEN, SHORT, SHORT)) {
      return api.call(new GetMe());
    }
  }
}
