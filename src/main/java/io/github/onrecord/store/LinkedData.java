package io.github.onrecord.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Statements as W3C Web Annotations: the target selects the words in their document by position and
 * by quote; the body says whose they are, as a schema.org {@code Quotation} (verbatim) or {@code
 * Claim} (reported), so that a report is never taken for somebody's words.
 */
final class LinkedData {
  private final String storeUuid;

  LinkedData(String storeUuid) {
    this.storeUuid = storeUuid;
  }

  void write(Writer out, Exporter.Entries entries) throws IOException {
    try (JsonGenerator json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeArrayFieldStart("@context");
      json.writeString("http://www.w3.org/ns/anno.jsonld");
      json.writeStartObject();
      json.writeStringField("schema", "https://schema.org/");
      json.writeEndObject();
      json.writeEndArray();
      json.writeArrayFieldStart("@graph");
      entries.forEach((statement, document) -> annotation(json, statement, document));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    }
  }

  private void annotation(JsonGenerator json, Statement statement, Document document)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", "urn:onrecord:" + storeUuid + ":statement:" + statement.id());
    json.writeStringField("type", "Annotation");
    json.writeStringField("motivation", "identifying");
    json.writeObjectFieldStart("body");
    body(json, statement);
    json.writeEndObject();
    json.writeArrayFieldStart("target");
    for (Part part : statement.parts()) {
      target(json, part, document);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void body(JsonGenerator json, Statement statement) throws IOException {
    json.writeStringField(
        "type", statement.kind() == Kind.VERBATIM ? "schema:Quotation" : "schema:Claim");
    json.writeStringField("schema:text", statement.text());
    json.writeStringField("schema:inLanguage", statement.language().code());
    json.writeStringField("schema:creativeWorkStatus", statement.status().name());
    field(json, "schema:dateCreated", statement.spoken());
    field(json, "schema:description", statement.occasion());
    json.writeObjectFieldStart("schema:creator");
    if (statement.speaker() instanceof Speaker.Named named) {
      json.writeStringField("id", "urn:onrecord:" + storeUuid + ":official:" + named.officialId());
      json.writeStringField("type", "schema:Person");
      json.writeStringField("schema:name", named.name());
    } else {
      json.writeStringField("type", "schema:Thing");
      json.writeStringField("schema:description", statement.speaker().shownAs());
    }
    field(json, "schema:jobTitle", statement.role());
    field(json, "schema:affiliation", statement.side());
    json.writeEndObject();
    json.writeStringField(
        "schema:isPartOf", "urn:onrecord:" + storeUuid + ":utterance:" + statement.utterance());
  }

  private static void target(JsonGenerator json, Part part, Document document) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("source");
    json.writeStringField("type", "schema:Article");
    json.writeStringField("schema:identifier", document.name());
    field(json, "schema:url", document.url() != null ? document.url() : document.item());
    field(json, "schema:headline", document.title());
    field(json, "schema:publisher", document.source());
    field(json, "schema:datePublished", document.published());
    json.writeStringField("schema:sha256", document.sha256());
    json.writeEndObject();
    json.writeArrayFieldStart("selector");
    json.writeStartObject();
    json.writeStringField("type", "TextPositionSelector");
    json.writeNumberField("start", part.span().start());
    json.writeNumberField("end", part.span().end());
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "TextQuoteSelector");
    json.writeStringField("exact", part.text());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
