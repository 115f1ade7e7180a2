package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Passage;

/** A source's own narration that answers a question; shown in the source's name. */
public record PassageMatch(Passage passage, Document document, double score) {}
