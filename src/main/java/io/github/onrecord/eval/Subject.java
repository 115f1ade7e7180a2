package io.github.onrecord.eval;

import io.github.onrecord.answer.Desk;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.LabelImport;
import io.github.onrecord.store.RecordStore;

/** What is evaluated: the doors of a program whose record is empty. */
public record Subject(
    Setup setup, RecordStore record, Ingestion ingestion, LabelImport labels, Desk desk) {}
