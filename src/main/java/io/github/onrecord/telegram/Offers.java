package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.telegram.Incoming.From;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what editors want on record from what they ask. */
final class Offers {
  /** A message that is nothing but a web address. */
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,2000}");

  private final Set<Long> editors;

  Offers(Set<Long> editors) {
    this.editors = Set.copyOf(editors);
  }

  /** Whether a message comes from an editor in their private chat. */
  boolean byEditor(JsonNode message) {
    long person = message.path("from").path("id").asLong();
    return person == message.path("chat").path("id").asLong() && editors.contains(person);
  }

  /** What an editor's message offers; empty when it is a question or a command, or nobody's. */
  Optional<Incoming> in(JsonNode message, From from, int id) {
    if (!byEditor(message)) {
      return Optional.empty();
    }
    String text = message.path("text").asText(message.path("caption").asText()).strip();
    JsonNode document = message.path("document");
    if (document.has("file_id")) {
      String name = document.path("file_name").asText("file");
      Incoming.SentFile file =
          new Incoming.SentFile(
              document.path("file_id").asText(),
              name.isBlank() ? "file" : name,
              document.path("file_size").asLong());
      return Optional.of(new Incoming.Offer(from, id, text, file, null));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    JsonNode origin = message.path("forward_origin");
    if (origin.isObject()) {
      return Optional.of(new Incoming.Offer(from, id, text, null, origin(origin, id)));
    }
    return ADDRESS.matcher(text).matches()
        ? Optional.of(new Incoming.Offer(from, id, text, null, null))
        : Optional.empty();
  }

  private static Incoming.Origin origin(JsonNode origin, int id) {
    JsonNode channel = origin.path("chat");
    long post = origin.path("message_id").asLong();
    String username = channel.path("username").asText();
    String url =
        username.matches("[A-Za-z0-9_]{1,64}") && post > 0
            ? "https://t.me/" + username + "/" + post
            : null;
    @Nullable String source =
        channel.path("title").isTextual() ? channel.path("title").asText() : null;
    long posted = origin.path("date").asLong();
    @Nullable LocalDate day =
        posted > 0 ? LocalDate.ofInstant(Instant.ofEpochSecond(posted), ZoneOffset.UTC) : null;
    String name =
        url != null
            ? url
            : "forwarded "
                + (post > 0 ? channel.path("id").asLong() + "-" + post : "message " + id);
    return new Incoming.Origin(name, day, source, url);
  }
}
