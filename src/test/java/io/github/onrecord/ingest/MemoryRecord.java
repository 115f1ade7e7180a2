package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.StatusChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record in memory that numbers what is saved, as the store does. */
final class MemoryRecord implements KnownRecord {
  private final List<Official> officials = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Long, String> documents = new HashMap<>();
  private long utterances;

  void save(Publication publication) {
    long document = documents.size() + 1;
    documents.put(document, publication.document().name());
    for (Official official : publication.officials()) {
      if (official.id() == 0) {
        officials.add(
            new Official(
                officials.size() + 1,
                official.name(),
                official.aliases(),
                official.side(),
                official.posts()));
      } else {
        officials.set((int) official.id() - 1, official);
      }
    }
    Map<Long, Long> fresh = new HashMap<>();
    for (Statement s : publication.statements()) {
      long utterance =
          s.utterance() > 0
              ? s.utterance()
              : s.utterance() < 0
                  ? fresh.computeIfAbsent(s.utterance(), k -> ++utterances)
                  : ++utterances;
      statements.add(
          new Statement(
              statements.size() + 1,
              document,
              numbered(s.speaker()),
              s.role(),
              s.side(),
              s.kind(),
              s.parts(),
              s.spoken(),
              s.occasion(),
              s.language(),
              s.quotedBy(),
              s.confidence(),
              s.reason(),
              s.status(),
              s.cause(),
              utterance));
    }
    for (StatusChange change : publication.changes()) {
      Statement s = statements.get((int) change.statementId() - 1);
      statements.set(
          (int) change.statementId() - 1,
          new Statement(
              s.id(),
              s.documentId(),
              s.speaker(),
              s.role(),
              s.side(),
              s.kind(),
              s.parts(),
              s.spoken(),
              s.occasion(),
              s.language(),
              s.quotedBy(),
              s.confidence(),
              s.reason(),
              change.status(),
              change.status() == io.github.onrecord.record.Status.HELD ? null : document,
              s.utterance()));
    }
  }

  private Speaker numbered(Speaker speaker) {
    if (speaker instanceof Speaker.Named named && named.officialId() == 0) {
      for (int i = officials.size() - 1; i >= 0; i--) {
        if (officials.get(i).name().equals(named.name())) {
          return new Speaker.Named(officials.get(i).id(), named.name());
        }
      }
    }
    return speaker;
  }

  String document(long id) {
    return documents.getOrDefault(id, "?");
  }

  List<Statement> statements() {
    return statements;
  }

  @Override
  public List<Official> officials() {
    return List.copyOf(officials);
  }

  @Override
  public List<Statement> statementsOf(Official official) {
    return statements.stream()
        .filter(s -> s.speaker() instanceof Speaker.Named n && n.officialId() == official.id())
        .toList();
  }
}
