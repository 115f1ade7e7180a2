package io.github.onrecord.answer;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All that an attribution tells: statements that share it are read under one. */
record Setting(
    Speaker speaker,
    @Nullable String role,
    @Nullable LocalDate spoken,
    @Nullable String occasion,
    long documentId,
    Kind kind) {

  static Setting of(Match match) {
    Statement statement = match.statement();
    return new Setting(
        statement.speaker(),
        statement.role(),
        statement.spoken(),
        statement.occasion(),
        statement.documentId(),
        statement.kind());
  }
}
