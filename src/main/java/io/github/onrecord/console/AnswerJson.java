package io.github.onrecord.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.answer.Answer;
import io.github.onrecord.message.Message;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers for programs: the machine face's JSON. */
final class AnswerJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AnswerJson() {}

  /**
   * {@code {"id","outcome","language","message","statements":[{"id","document","speaker","kind",
   * "parts","use"}]}}.
   *
   * @param id the question's id, or null when it had none
   * @param message what a person would read
   */
  static ObjectNode of(@Nullable String id, Answer answer, Message message) {
    ObjectNode node = JSON.objectNode();
    node.put("id", id);
    node.put("outcome", outcome(answer));
    node.put("language", answer.question().language().code());
    node.put("message", message.plain());
    ArrayNode statements = node.putArray("statements");
    answers(answer)
        .forEach(match -> statements.add(of(match.statement(), match.document(), "answer")));
    related(answer)
        .forEach(match -> statements.add(of(match.statement(), match.document(), "related")));
    return node;
  }

  private static String outcome(Answer answer) {
    if (answer instanceof Answer.OnRecord) {
      return "ANSWERED";
    }
    if (answer instanceof Answer.NothingOnRecord) {
      return "NOTHING_ON_RECORD";
    }
    return answer instanceof Answer.WhichOfficial ? "WHICH_OFFICIAL" : "OUT_OF_SCOPE";
  }

  private static Stream<Match> answers(Answer answer) {
    return answer instanceof Answer.OnRecord found ? found.answering().stream() : Stream.of();
  }

  private static Stream<Match> related(Answer answer) {
    if (answer instanceof Answer.OnRecord found) {
      return found.related().stream();
    }
    return answer instanceof Answer.NothingOnRecord nothing
        ? nothing.nearest().stream()
        : Stream.of();
  }

  /** A statement as programs get it: {@code {"id","document","speaker","kind","parts","use"}}. */
  static ObjectNode of(Statement statement, Document document, String use) {
    ObjectNode node = JSON.objectNode();
    node.put("id", statement.id());
    node.put("document", document.name());
    node.put("speaker", statement.speaker() instanceof Speaker.Named named ? named.name() : null);
    node.put("kind", statement.kind().name());
    ArrayNode parts = node.putArray("parts");
    statement.parts().stream().map(Part::text).forEach(parts::add);
    return node.put("use", use);
  }
}
