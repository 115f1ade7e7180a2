package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record in memory that numbers what is saved, as the store does. */
final class MemoryRecord implements KnownRecord {
  private final List<Official> officials = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Long, String> documents = new HashMap<>();
  private long utterances;

  /** Takes a publication and returns its statements as they are on record. */
  List<Statement> save(Publication publication) {
    long document = documents.size() + 1L;
    documents.put(document, publication.document().name());
    for (Official official : publication.officials()) {
      if (official.id() == 0) {
        long id = officials.size() + 1L;
        officials.add(
            new Official(
                id, official.name(), official.aliases(), official.side(), official.posts()));
      } else {
        officials.set((int) official.id() - 1, official);
      }
    }
    int first = statements.size();
    for (Statement s : publication.statements()) {
      long utterance = s.utterance() > 0 ? s.utterance() : ++utterances;
      statements.add(
          copy(
              s,
              statements.size() + 1L,
              document,
              numbered(s.speaker()),
              s.status(),
              s.cause(),
              utterance));
    }
    for (StatusChange change : publication.changes()) {
      int at = (int) change.statementId() - 1;
      Statement s = statements.get(at);
      Long cause = change.status() == Status.HELD ? null : document;
      statements.set(
          at, copy(s, s.id(), s.documentId(), s.speaker(), change.status(), cause, s.utterance()));
    }
    return List.copyOf(statements.subList(first, statements.size()));
  }

  private static Statement copy(
      Statement s,
      long id,
      long document,
      Speaker speaker,
      Status status,
      @Nullable Long cause,
      long utterance) {
    return new Statement(
        id,
        document,
        speaker,
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
        status,
        cause,
        utterance);
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
    return List.copyOf(statements);
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
