package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Statement;
import java.util.List;

/** What attribution needs to know of the record as it is before a document. */
interface KnownRecord {

  /** Everybody who is an official of the record, from documents or from an editor's registry. */
  List<Official> officials();

  /** The statements of an official, whatever their status. */
  List<Statement> statementsOf(Official official);
}
