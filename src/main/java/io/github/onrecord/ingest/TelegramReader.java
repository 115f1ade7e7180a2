package io.github.onrecord.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the {@code result.json} that Telegram's desktop program exports of a channel; each post is
 * a document of its own, named by the file and the post's number. A forwarded post's source is the
 * channel that it comes from.
 */
final class TelegramReader implements DocumentReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PlainTextReader plain;

  TelegramReader(PlainTextReader plain) {
    this.plain = plain;
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    JsonNode root;
    try {
      root = JSON.readTree(TextDecoder.decode(original));
    } catch (JsonProcessingException e) {
      throw new UnreadableException("Its JSON is broken.");
    }
    List<DocumentText> documents = new ArrayList<>();
    addChat(original.name(), root, documents);
    for (JsonNode chat : root.path("chats").path("list")) {
      addChat(original.name(), chat, documents);
    }
    if (documents.isEmpty()) {
      throw new UnreadableException(
          "It is JSON, but no export of a Telegram channel with posts in it.");
    }
    return List.copyOf(documents);
  }

  private void addChat(String name, JsonNode chat, List<DocumentText> documents) {
    String channel = chat.path("name").asText("").strip();
    String chatId = chat.path("id").asText("");
    for (JsonNode post : chat.path("messages")) {
      String text = text(post.path("text"));
      if (post.path("type").asText("message").equals("message") && !text.isBlank()) {
        String number = post.path("id").asText("");
        String item = chatId.isEmpty() ? number : chatId + "/" + number;
        documents.add(document(name, item, channel, post, text));
      }
    }
  }

  private DocumentText document(
      String name, String item, String channel, JsonNode post, String content) {
    DocumentText read = plain.read(name, item, null, content);
    String forwarded = post.path("forwarded_from").asText("").strip();
    String source = forwarded.isEmpty() ? channel : forwarded;
    return new DocumentText(
        read.name(),
        read.item(),
        null,
        source.isEmpty() ? null : TextBuilder.wellFormed(source),
        read.title(),
        read.language(),
        PageFacts.day(post.path("date").asText("")),
        null,
        read.text(),
        withEmphasis(read, bold(post.path("text"))));
  }

  /** The text of a post: a string, or a list of strings and of objects with a text each. */
  private static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText("");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode piece : node) {
      text.append(piece.isObject() ? piece.path("text").asText("") : piece.asText(""));
    }
    return text.toString();
  }

  /** Spans of the text set in bold. */
  private static List<Span> bold(JsonNode node) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (JsonNode piece : node) {
      String text = piece.isObject() ? piece.path("text").asText("") : piece.asText("");
      String bare = text.stripTrailing();
      if (piece.path("type").asText("").equals("bold") && !bare.isBlank()) {
        int indent = bare.length() - bare.stripLeading().length();
        spans.add(new Span(at + indent, at + bare.length()));
      }
      at += text.length();
    }
    return spans;
  }

  private static List<Block> withEmphasis(DocumentText read, List<Span> bold) {
    return read.blocks().stream()
        .map(
            block ->
                new Block(
                    block.span(),
                    block.role(),
                    bold.stream().filter(block.span()::contains).toList()))
        .toList();
  }
}
