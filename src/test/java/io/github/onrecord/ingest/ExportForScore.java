package io.github.onrecord.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what attribution finds in a labelled set for score.py: {@code SET EXPORT [held]}. */
final class ExportForScore {
  private ExportForScore() {}

  static Document archived(DocumentText t) {
    return new Document(
        0,
        t.name(),
        t.item(),
        t.url(),
        t.source(),
        t.title(),
        t.language(),
        t.published(),
        Instant.EPOCH,
        t.text(),
        Document.sha256(t.text()),
        null);
  }

  public static void main(String[] args) throws Exception {
    MemoryRecord record = new MemoryRecord();
    Publications publications =
        new Publications(
            record,
            new io.github.onrecord.search.Meanings(io.github.onrecord.search.Lexicon.load(null))
                ::of);
    List<Path> files;
    try (var list = Files.list(Path.of(args[0]).resolve("articles"))) {
      files = list.sorted().toList();
    }
    long nanos = 0;
    int count = 0;
    for (Path file : files) {
      for (DocumentText document :
          new Readers()
              .read(Original.ofFile(file.getFileName().toString(), Files.readAllBytes(file)))) {
        long before = System.nanoTime();
        Publication publication = publications.assemble(document, archived(document)).publication();
        nanos += System.nanoTime() - before;
        count++;
        record.save(publication);
      }
    }
    System.err.printf("%.1f ms an article (cold)%n", nanos / 1e6 / count);
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (Statement s : record.statements()) {
      if (s.status() == Status.HELD && args.length < 3) {
        System.err.println(
            "held " + record.document(s.documentId()) + " " + s.speaker() + " " + s.text());
        continue;
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", s.id());
      row.put("document", record.document(s.documentId()));
      row.put(
          "speaker",
          s.speaker() instanceof io.github.onrecord.record.Speaker.Named n ? n.name() : null);
      row.put("kind", s.kind().name());
      row.put("parts", s.parts().stream().map(Part::text).toList());
      row.put("date", s.spoken() == null ? null : s.spoken().toString());
      row.put("retracted", s.status() == Status.RETRACTED || s.status() == Status.CORRECTED);
      row.put("role", s.role());
      row.put("side", s.side() == null ? null : s.side().name());
      row.put("reason", s.reason());
      row.put("confidence", s.confidence());
      row.put("utterance", s.utterance());
      row.put("quotedBy", s.quotedBy());
      row.put("occasion", s.occasion());
      lines.add(json.writeValueAsString(row));
    }
    Files.write(Path.of(args[1]), lines);
    for (Official o : record.officials()) {
      if (args.length > 2) {
        System.err.println(o);
      }
    }
  }
}
