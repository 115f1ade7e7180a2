package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the public reaches the record's pages. */
class PublicAddressTest {
  @Test
  void aStatementHasAnAddressBelowTheSites() {
    assertThat(PublicAddress.of("https://record.example").statement(14))
        .hasToString("https://record.example/s/14");
    assertThat(PublicAddress.of("https://ferry.example/record/").statement(14))
        .hasToString("https://ferry.example/record/s/14");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "record.example",
        "ftp://record.example",
        "https:///s",
        "https://somebody:secret@record.example",
        "https://record.example/?page=1",
        "https://record.example/#top",
        "https://record.example//"
      })
  void whatIsNoSiteIsRefused(String text) {
    assertThatThrownBy(() -> PublicAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
