package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.ingest.FeedsFile;
import io.github.onrecord.ingest.OfficialsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an operator's files hold is taken or refused with a sentence. */
class ConfigFuzzTest {
  @TempDir Path folder;

  @Test
  void anySettingsAreTakenOrRefusedWithASentence() {
    Fuzzing.run(
        "settings",
        600,
        List.of(
            "store.file = \"a.db\"\ndigest { time = \"08:30\", zone = Europe/Kyiv }",
            "model { provider = none, deadline = 20 seconds }\nlog.level = debug # no",
            "include \"other.conf\"\nfollow.most = ${privacy.keep-days}\nprivacy.keep-days = 30"),
        input -> {
          Files.writeString(folder.resolve("onrecord.conf"), whole(input));
          try {
            Config.load(folder, null, Map.of());
          } catch (ConfigException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void anyFeedsAndOfficialsAreTakenOrRefusedWithASentence() {
    Fuzzing.run(
        "feeds and officials",
        600,
        List.of(
            "feeds = [ { address = \"https://wire.example/a.rss\", every = 1 hour, follow = true } ]",
            "officials = [ { name = \"Orla Venn\", side = Harwick, aliases = [\"Орла Венн\"], posts = [ { role = Minister, from = 2040-01-01 } ] } ]"),
        input -> {
          for (String name : List.of("feeds.conf", "officials.conf")) {
            Files.writeString(folder.resolve(name), whole(input));
          }
          try {
            FeedsFile.read(folder);
          } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
          try {
            OfficialsFile.read(folder);
          } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  /** Half a surrogate can't be written as UTF-8. */
  private static String whole(String input) {
    StringBuilder text = new StringBuilder();
    input.codePoints().forEach(c -> text.appendCodePoint(c >= 0xd800 && c < 0xe000 ? '?' : c));
    return text.toString();
  }
}
