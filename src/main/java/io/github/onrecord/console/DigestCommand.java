package io.github.onrecord.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The daily summary, now. */
@Command(name = "digest", description = "Show what came on record.")
final class DigestCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Option(
      names = "--since",
      paramLabel = "CHANGE",
      description = "Only what came after this change number, as \"upTo\" of --json gives it.")
  private long since;

  @Option(
      names = "--language",
      paramLabel = "en|ru|uk",
      description = "The summary's language (default: en).")
  private String language = "en";

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean asJson;

  DigestCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    try (Program program = common.open(opening, true)) {
      Digest digest = new DigestMaker(program.store().record()).since(since);
      Message message =
          new DigestMessages(Phrases.in(Language.of(language))).now(digest, null, ZoneOffset.UTC);
      if (asJson) {
        terminal.line(json(digest, message));
      } else {
        terminal.show(message);
      }
      return 0;
    }
  }

  private static String json(Digest digest, Message message) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode node = json.createObjectNode();
    node.put("upTo", digest.upTo());
    node.put("standing", digest.standing());
    node.put("omitted", digest.omitted());
    node.put("message", message.plain());
    ArrayNode ids = node.putArray("statements");
    digest.entries().forEach(entry -> ids.add(entry.statement().id()));
    return json.writeValueAsString(node);
  }
}
