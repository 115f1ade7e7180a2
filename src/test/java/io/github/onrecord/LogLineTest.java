package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.ingest.IngestReport;
import io.github.onrecord.record.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogLineTest {
  @AfterEach
  void forget() {
    MDC.clear();
  }

  private static String line(String message, Throwable fault) {
    LogRecord entry = new LogRecord(Level.WARNING, message);
    entry.setLoggerName("io.github.onrecord.telegram.Clerk");
    entry.setInstant(Instant.parse("2041-03-05T09:00:00.5Z"));
    entry.setThrown(fault);
    return new LogLine().format(entry);
  }

  @Test
  void anEntryIsALineOfKeysAndValues() {
    MDC.put("update", "17");

    assertThat(line("It failed", null))
        .isEqualTo(
            "time=2041-03-05T09:00:00.500Z level=warn logger=Clerk update=17 msg=\"It failed\"\n");
  }

  @Test
  void nothingInAValueCanForgeAnEntryOrAField() {
    MDC.put("name", "x\" level=error msg=\"forged");
    String line =
        line(
            "one\ntime=2041-03-05T09:00:01Z level=error msg=forged\r\u2028\u0000\u001b[31m\u202e\ud800",
            null);

    assertThat(line.strip().lines()).hasSize(1);
    assertThat(line)
        .contains("name=\"x\\\" level=error msg=\\\"forged\"")
        .contains("msg=\"one\\ntime=2041")
        .contains("\\r\\u2028\\u0000\\u001b[31m\\u202e\\ud800\"");
    assertThat(line.strip().chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void ofFaultsOnlyOurOwnSentencesAreTold() {
    Throwable theirs =
        new IllegalStateException(
            "GET https://api.example/bot1:secret/x", new NumberFormatException("what Ms X asked"));
    assertThat(line("Failed", theirs))
        .doesNotContain("secret", "Ms X")
        .contains("fault=\"java.lang.IllegalStateException < java.lang.NumberFormatException\"")
        .contains("LogLineTest.ofFaultsOnlyOurOwnSentencesAreTold");
    assertThat(line("Failed", new ConfigException("onrecord.conf, line 3: no.")))
        .contains("ConfigException: onrecord.conf, line 3: no.");
  }

  @Test
  void aLongValueIsCut() {
    assertThat(line("x".repeat(1_000_000), null)).hasSizeLessThan(3_000);
  }

  @Test
  void whatAFeedBroughtIsToldWithoutNames() {
    IngestReport report =
        new IngestReport(
            URI.create("https://wire.example/f").toString(),
            null,
            new IngestReport.Stored(
                1, Language.ENGLISH, 2, 1, 0, 0, false, List.of("words of Orla Vent")));

    assertThat(report.figures()).isEqualTo("2 verbatim, 1 reported");
    assertThat(report.line()).endsWith("; skipped words of Orla Vent");
  }
}
