package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import java.util.List;

/** The record as it is in the store. */
record StoredRecord(RecordStore record) implements KnownRecord {
  @Override
  public List<Official> officials() {
    return record.officials();
  }

  @Override
  public List<Statement> statementsOf(Official official) {
    return record.statementsOf(official);
  }
}
