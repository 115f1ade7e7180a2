package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = StoreFile.open(folder, Records.CLOCK);
    store.record().save(Records.publication("pass.txt"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String export(Exporter.Format format) {
    StringWriter out = new StringWriter();
    new Exporter(store).write(format, statement -> true, out);
    return out.toString();
  }

  @Test
  void aLineOfJsonHasTheseFieldsInThisOrder() {
    assertThat(export(Exporter.Format.JSONL).lines())
        .containsExactly(
            """
            {"id":1,"document":"pass.txt","item":null,"speaker":"Tamsin Orrel",\
            "role":"Transport Minister","side":"Quorin","kind":"VERBATIM",\
            "parts":["We will reopen the pass,","before the snow."],"spans":[[16,40],[62,78]],\
            "date":"2040-05-04","occasion":"Quorin","language":"en","status":"STANDING",\
            "retracted":false,"utterance":1}""",
            """
            {"id":2,"document":"pass.txt","item":null,"speaker":null,\
            "role":"Transport Minister","side":"Quorin","kind":"REPORTED",\
            "parts":["called the offer incomplete"],"spans":[[110,137]],\
            "date":"2040-05-04","occasion":"Quorin","language":"en","status":"STANDING",\
            "retracted":false,"utterance":2}""");
  }

  @Test
  void spansCountFromTheArchivedText() throws Exception {
    for (String line : export(Exporter.Format.JSONL).lines().toList()) {
      JsonNode statement = new ObjectMapper().readTree(line);
      for (int i = 0; i < statement.get("parts").size(); i++) {
        JsonNode span = statement.get("spans").get(i);
        assertThat(Records.TEXT.substring(span.get(0).asInt(), span.get(1).asInt()))
            .isEqualTo(statement.get("parts").get(i).asText());
      }
    }
  }

  @Test
  void whatItsSourceWithdrewIsMarked() {
    store
        .record()
        .save(
            Records.changing(
                Records.document("notice.txt", "N"),
                new StatusChange(1, Status.CORRECTED, "c"),
                new StatusChange(2, Status.RETRACTED, "r")));

    assertThat(export(Exporter.Format.JSONL).lines())
        .allMatch(line -> line.contains("\"retracted\":true"))
        .anyMatch(line -> line.contains("\"status\":\"CORRECTED\""))
        .anyMatch(line -> line.contains("\"status\":\"RETRACTED\""));
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    StringWriter out = new StringWriter();
    new Exporter(store).write(Exporter.Format.JSONL, s -> s.kind() == Kind.VERBATIM, out);
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void anEmptyRecordIsAnEmptyFile() {
    StringWriter out = new StringWriter();
    new Exporter(store).write(Exporter.Format.JSONL, statement -> false, out);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aTableQuotesItsCells() {
    String text = "“We said \"no\",\nand no again,” a source said";
    store
        .record()
        .save(
            Records.publication(
                Records.document("b,c.txt", text),
                Records.statement(
                    new Speaker.Unnamed("a source"),
                    Kind.VERBATIM,
                    text,
                    "We said \"no\",\nand no again,")));

    String table = export(Exporter.Format.CSV);
    assertThat(table)
        .startsWith(
            "id,document,item,speaker,role,side,kind,parts,spans,date,occasion,language,status,"
                + "retracted,utterance\r\n"
                + "\"1\",\"pass.txt\",,\"Tamsin Orrel\",\"Transport Minister\",\"Quorin\","
                + "\"VERBATIM\",\"[\"\"We will reopen the pass,\"\",\"\"before the snow.\"\"]\","
                + "\"[[16,40],[62,78]]\",\"2040-05-04\",\"Quorin\",\"en\",\"STANDING\","
                + "\"false\",\"1\"\r\n")
        .endsWith(
            "\"3\",\"b,c.txt\",,,\"Transport Minister\",\"Quorin\",\"VERBATIM\","
                + "\"[\"\"We said \\\"\"no\\\"\",\\nand no again,\"\"]\",\"[[1,28]]\","
                + "\"2040-05-04\",\"Quorin\",\"en\",\"STANDING\",\"false\",\"3\"\r\n");
  }

  @Test
  void linkedDataSelectsTheWordsAndNeverCallsAReportAQuotation() throws Exception {
    JsonNode graph = new ObjectMapper().readTree(export(Exporter.Format.JSONLD)).get("@graph");

    JsonNode quotation = graph.get(0);
    assertThat(quotation.get("id").asText())
        .isEqualTo("urn:onrecord:" + store.uuid() + ":statement:1");
    assertThat(quotation.at("/body/type").asText()).isEqualTo("schema:Quotation");
    assertThat(quotation.at("/body/schema:creator/schema:name").asText()).isEqualTo("Tamsin Orrel");
    assertThat(quotation.at("/target/1/selector/0/start").asInt()).isEqualTo(62);
    assertThat(quotation.at("/target/1/selector/1/exact").asText()).isEqualTo("before the snow.");
    assertThat(quotation.at("/target/0/source/schema:url").asText())
        .isEqualTo("https://example.org/pass.txt");

    JsonNode report = graph.get(1);
    assertThat(report.at("/body/type").asText()).isEqualTo("schema:Claim");
    assertThat(report.at("/body/schema:creator/schema:name").isMissingNode()).isTrue();
    assertThat(graph).hasSize(2);
  }
}
