package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.model.Provider;
import io.github.onrecord.record.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings: defaults, the operator's file over them, the environment over both; faults by line. */
class ConfigTest {
  @TempDir private Path folder;

  @Test
  void withoutAFileTheDefaultsCount() {
    Config config = Config.load(folder, null, Map.of());

    assertThat(config.store()).isEqualTo(Path.of("onrecord.db"));
    assertThat(config.telegram()).isNull();
    assertThat(config.model().provider()).isEqualTo(Provider.NONE);
    assertThat(config.digestTime()).isEqualTo(LocalTime.of(8, 30));
    assertThat(config.examples().get(Language.UKRAINIAN)).hasSize(3);
  }

  @Test
  void theOperatorsFileCountsForWhatItSets() throws IOException {
    write("digest.time = \"07:00\"", "store { file = \"/srv/record.db\" }");

    Config config = Config.load(folder, null, Map.of());

    assertThat(config.digestTime()).isEqualTo(LocalTime.of(7, 0));
    assertThat(config.store()).isEqualTo(Path.of("/srv/record.db"));
    assertThat(config.digestZone().getId()).isEqualTo("Europe/Kyiv");
  }

  @Test
  void theEnvironmentCountsMoreAndTheCommandLineMost() throws IOException {
    write("store.file = \"a.db\"");
    Map<String, String> environment = Map.of("ONRECORD_STORE", "b.db");

    assertThat(Config.load(folder, null, environment).store()).isEqualTo(Path.of("b.db"));
    assertThat(Config.load(folder, Path.of("c.db"), environment).store())
        .isEqualTo(Path.of("c.db"));
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndItsNeighbours() throws IOException {
    write("# a comment", "digest.tyme = \"07:00\"");

    assertThatThrownBy(() -> Config.load(folder, null, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            folder.resolve("onrecord.conf")
                + ", line 2: there is no key digest.tyme; allowed are digest.time, digest.zone.");
  }

  @Test
  void aBadValueIsNamedWithItsLineAndWhatIsAllowed() throws IOException {
    write("digest {", "  time = \"half past eight\"", "}");

    assertThatThrownBy(() -> Config.load(folder, null, Map.of()))
        .hasMessage(
            folder.resolve("onrecord.conf")
                + ", line 2: digest.time can't be half past eight;"
                + " allowed is a time of day as \"08:30\".");
  }

  @Test
  void aBadValueOfTheEnvironmentIsNamedByItsVariable() {
    assertThatThrownBy(() -> Config.load(folder, null, Map.of("MODEL_PROVIDER", "oracle")))
        .hasMessageContaining("variable MODEL_PROVIDER")
        .hasMessageContaining("openai, anthropic, gemini, ollama or none");
  }

  @Test
  void whatIsNotHoconIsRefusedWithItsLine() throws IOException {
    write("store {", "  file = \"a.db");

    assertThatThrownBy(() -> Config.load(folder, null, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("onrecord.conf, line 2");
  }

  @Test
  void secretsComeFromTheEnvironmentOrFromAFileOfTheirOwn() throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "42:of-the-file\n");
    write("telegram.token-file = \"" + secret + "\"");

    assertThat(token(Map.of())).isEqualTo("42:of-the-file");
    assertThat(token(Map.of("TELEGRAM_BOT_TOKEN", "42:of-the-environment")))
        .isEqualTo("42:of-the-environment");
  }

  @Test
  void thereIsAServerOnlyWhenAPortIsGiven() throws IOException {
    assertThat(Config.load(folder, null, Map.of()).web()).isNull();
    write("web { port = 8080, public-url = \"https://record.example/\" }");

    Config config = Config.load(folder, null, Map.of());

    assertThat(config.web()).isEqualTo(new Config.Web("127.0.0.1", 8080));
    assertThat(config.publicAddress()).hasToString("https://record.example");
  }

  @Test
  void aWebhookNeedsAServerAndASecretThatIsNeverShown() throws IOException {
    write("telegram.webhook.url = \"https://record.example/telegram\"");
    Map<String, String> environment =
        Map.of("TELEGRAM_BOT_TOKEN", "42:x", "TELEGRAM_WEBHOOK_SECRET", "hush-3");

    assertThatThrownBy(() -> Config.load(folder, null, environment))
        .hasMessageContaining("set web.port");
    write("web.port = 8080", "telegram.webhook.url = \"https://record.example/telegram\"");
    Config config = Config.load(folder, null, environment);
    assertThat(config.telegram().webhook().secret()).isEqualTo("hush-3");
    assertThat(config.toString()).doesNotContain("hush");
    assertThat(
            Config.load(folder, null, Map.of("TELEGRAM_BOT_TOKEN", "42:x"))
                .telegram()
                .webhook()
                .secret())
        .hasSize(64);
  }

  @Test
  void aPublicAddressThatIsNoneIsNamedWithItsLine() throws IOException {
    write("web.public-url = \"record.example\"");

    assertThatThrownBy(() -> Config.load(folder, null, Map.of()))
        .hasMessageEndingWith(
            "line 1: web.public-url can't be record.example;"
                + " allowed is an https address as \"https://record.example\".");
  }

  @Test
  void secretsAreNeverShown() {
    Config config =
        Config.load(
            folder,
            null,
            Map.of(
                "TELEGRAM_BOT_TOKEN", "42:hush",
                "MODEL_PROVIDER", "openai",
                "MODEL_NAME", "m",
                "MODEL_API_KEY", "hush-too"));

    assertThat(config.toString()).doesNotContain("hush");
  }

  @Test
  void aTokenInTheFileItselfIsRefused() throws IOException {
    write("telegram.token = \"42:hush\"");

    assertThatThrownBy(() -> Config.load(folder, null, Map.of()))
        .hasMessageContaining("there is no key telegram.token")
        .hasMessageContaining("telegram.token-file")
        .hasMessageNotContaining("hush");
  }

  private String token(Map<String, String> environment) {
    Config.Telegram telegram = Config.load(folder, null, environment).telegram();
    return telegram == null ? "" : telegram.token();
  }

  private void write(String... lines) throws IOException {
    Files.write(folder.resolve("onrecord.conf"), java.util.List.of(lines));
  }
}
