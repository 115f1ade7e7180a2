package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the Bot API's requests are read, and what it refuses. */
final class BotApiRules {
  private static final int MAX_TEXT = 4096;
  private static final ObjectMapper JSON = new ObjectMapper();

  private BotApiRules() {}

  /** The fields of a request, as JSON or in parts. */
  static JsonNode request(HttpExchange exchange, byte[] body) throws IOException {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (!type.startsWith("multipart/")) {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }
    ObjectNode request = JSON.createObjectNode();
    String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
    for (String part : new String(body, StandardCharsets.UTF_8).split(boundary, -1)) {
      int head = part.indexOf("\r\n\r\n");
      int name = part.indexOf("name=\"") + "name=\"".length();
      if (head > 0) {
        String field = part.substring(name, part.indexOf('"', name));
        request.put(field, part.substring(head + 4, part.length() - 2));
      }
    }
    for (String json : List.of("reply_markup", "caption_entities", "media", "reply_parameters")) {
      if (request.path(json).isTextual()) {
        request.set(json, JSON.readTree(request.get(json).asText()));
      }
    }
    String attached = request.path("document").asText().replaceFirst("^attach://", "");
    request.set("document", request.path(attached));
    return request;
  }

  /** At most 50 results of unlike ids, an offset of at most 64 bytes, and texts as of messages. */
  static void checkInline(JsonNode request) {
    JsonNode results = request.path("results");
    Set<String> ids = new HashSet<>();
    results.forEach(result -> ids.add(result.path("id").asText()));
    if (results.size() > 50 || ids.size() < results.size()) {
      throw new Refused(400, "Bad Request: RESULT_ID_DUPLICATE");
    }
    if (request.path("next_offset").asText().length() > 64) {
      throw new Refused(400, "Bad Request: NEXT_OFFSET_INVALID");
    }
    for (JsonNode result : results) {
      JsonNode content = result.path("input_message_content");
      String text = content.path("message_text").asText();
      if (text.isBlank() || text.length() > MAX_TEXT) {
        throw new Refused(400, "Bad Request: MESSAGE_EMPTY");
      }
      content.path("entities").forEach(entity -> checkEntity(entity, text));
    }
  }

  static void checkEntity(JsonNode entity, String text) {
    int from = entity.path("offset").asInt(-1);
    int length = entity.path("length").asInt(0);
    if (from < 0 || length <= 0 || from + length > text.length()) {
      throw new Refused(400, "Bad Request: entity is out of the text's bounds");
    }
    for (int edge : new int[] {from, from + length}) {
      if (edge < text.length() && Character.isLowSurrogate(text.charAt(edge))) {
        throw new Refused(400, "Bad Request: entity begins or ends inside a UTF-16 symbol");
      }
    }
  }

  /** The API refuses a request. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient BotApiEmulator.Fault fault;

    Refused(int code, String description) {
      super(description);
      this.fault = new BotApiEmulator.Fault.Rejected(code, description);
    }
  }
}
