package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A Bot API server on loopback that behaves as the real one does where it matters: updates wait
 * until a higher offset acknowledges them, polls are long and exclusive (409), texts, entities and
 * callback data are checked, dates are epoch seconds, and faults come on demand.
 */
public final class BotApiEmulator implements AutoCloseable {
  public static final String TOKEN = "12345:emulated";

  private static final int MAX_TEXT = 4096;
  private static final int MAX_CAPTION = 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What goes wrong with a request, instead of its normal answer. */
  public sealed interface Fault {
    /** 429 with {@code retry_after} in seconds. */
    record TooManyRequests(int retryAfter) implements Fault {}

    /** A proxy's 502 page in HTML. */
    record BadGateway() implements Fault {}

    /** The request is carried out, but the connection ends before the answer. */
    record ResetAfterwards() implements Fault {}

    /** 400 with the number that the group has now. */
    record Migrated(long chatId) implements Fault {}

    /** An error in the API's own words. */
    record Rejected(int code, String description) implements Fault {}
  }

  /** A message that a chat has, as the emulator accepted it. */
  public record Sent(String method, long chatId, int messageId, String text, JsonNode request) {}

  static {
    // Otherwise each answer waits 40 ms for the client to acknowledge its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, ObjectNode> waiting = new TreeMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<JsonNode> inlineAnswers = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final Set<Long> blocked = new HashSet<>();
  private final Set<Long> ordinary = new HashSet<>();
  private final Map<String, String> files = new HashMap<>();
  private long nextUpdate = 700_000_001L;
  private int nextMessage = 1;
  private int polls;

  public BotApiEmulator() {
    this(0);
  }

  /** An emulator on a port of loopback; 0 for any free one. */
  public BotApiEmulator(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Somebody writes in a private chat (id = user id) or a group (negative id). */
  public int say(long chatId, String text) {
    return inLock(
        () -> {
          ObjectNode message = message(chatId, text);
          enqueue("message", message);
          return message.get("message_id").asInt();
        });
  }

  /** Somebody changes a message of theirs. */
  public void edit(long chatId, int messageId, String text) {
    inLock(
        () -> {
          ObjectNode message = message(chatId, text);
          message.put("message_id", messageId);
          message.put("edit_date", Instant.now().getEpochSecond());
          enqueue("edited_message", message);
          return messageId;
        });
  }

  /** Somebody whose Telegram speaks a language writes in a chat. */
  public int say(long chatId, long personId, String languageCode, String text) {
    return inLock(
        () -> {
          ObjectNode message = message(chatId, text);
          message.set("from", TelegramJson.user(personId).put("language_code", languageCode));
          enqueue("message", message);
          return message.get("message_id").asInt();
        });
  }

  /** Another bot writes. */
  public void sayAsBot(long chatId, String text) {
    inLock(
        () -> {
          ObjectNode message = message(chatId, text);
          message.set("from", TelegramJson.user(chatId).put("is_bot", true));
          enqueue("message", message);
          return 0;
        });
  }

  /** Somebody replies to a message of the bot. */
  public int reply(long chatId, int botMessageId, String text) {
    return inLock(
        () -> {
          ObjectNode message = message(chatId, text);
          ObjectNode original = message.putObject("reply_to_message");
          original.put("message_id", botMessageId);
          original.set("from", JSON.createObjectNode().put("id", 12345).put("is_bot", true));
          original.set("chat", TelegramJson.chat(chatId));
          enqueue("message", message);
          return message.get("message_id").asInt();
        });
  }

  /** The bot is blocked by a person, or removed from a group. */
  public void expel(long chatId) {
    inLock(
        () -> {
          ObjectNode change = JSON.createObjectNode();
          change.put("date", Instant.now().getEpochSecond());
          change.set("chat", TelegramJson.chat(chatId));
          change.set("from", TelegramJson.user(chatId));
          change.putObject("old_chat_member").put("status", "member");
          change.putObject("new_chat_member").put("status", "kicked");
          enqueue("my_chat_member", change);
          return 0;
        });
  }

  /** Somebody sends a photograph. */
  public void sendPhoto(long chatId) {
    inLock(
        () -> {
          ObjectNode message = message(chatId, "");
          message.remove(List.of("text", "entities"));
          ObjectNode size = message.putArray("photo").addObject();
          size.put("file_id", "f").put("file_unique_id", "u").put("width", 1).put("height", 1);
          enqueue("message", message);
          return 0;
        });
  }

  /** Somebody presses a button below a message. */
  public void press(long chatId, int messageId, String data) {
    inLock(
        () -> {
          enqueue("callback_query", query(chatId, messageId, data));
          return 0;
        });
  }

  private ObjectNode query(long chatId, int messageId, String data) {
    ObjectNode query = JSON.createObjectNode();
    query.put("id", "q" + nextUpdate).put("chat_instance", "i").put("data", data);
    query.set("from", TelegramJson.user(chatId));
    ObjectNode message = query.putObject("message");
    message.put("message_id", messageId).put("date", Instant.now().getEpochSecond());
    message.put("text", "…");
    message.set("chat", TelegramJson.chat(chatId));
    return query;
  }

  /** An update as raw JSON, without its id. */
  public long push(ObjectNode update) {
    return inLock(
        () -> {
          update.put("update_id", nextUpdate);
          waiting.put(nextUpdate, update);
          changed.signalAll();
          return nextUpdate++;
        });
  }

  /** The chat's person blocks the bot: sends fail with 403. */
  public void block(long chatId) {
    inLock(() -> blocked.add(chatId));
  }

  /** A file that somebody has sent. */
  public void file(String id, String content) {
    inLock(() -> files.put(id, content));
  }

  /** A person who isn't an admin anywhere; everybody else is. */
  public void ordinary(long personId) {
    inLock(() -> ordinary.add(personId));
  }

  /** An admin of a channel (id below -10^12) posts in it. */
  public void post(long channelId, String text) {
    inLock(
        () -> {
          ObjectNode message = message(channelId, text);
          message.remove("from");
          message.set("sender_chat", TelegramJson.chat(channelId));
          enqueue("channel_post", message);
          return 0;
        });
  }

  /** Somebody makes the bot an admin of a channel. */
  public void promote(long channelId, long personId) {
    inLock(
        () -> {
          ObjectNode change = JSON.createObjectNode();
          change.put("date", Instant.now().getEpochSecond());
          change.set("chat", TelegramJson.chat(channelId));
          change.set("from", TelegramJson.user(personId));
          change.putObject("old_chat_member").put("status", "left");
          change.putObject("new_chat_member").put("status", "administrator");
          enqueue("my_chat_member", change);
          return 0;
        });
  }

  /** Somebody in a group or channel presses a button below a message. */
  public void press(long chatId, long personId, int messageId, String data) {
    inLock(
        () -> {
          ObjectNode query = query(chatId, messageId, data);
          query.set("from", TelegramJson.user(personId));
          enqueue("callback_query", query);
          return 0;
        });
  }

  /** The next calls of a method (lower case) meet this fault. */
  public void fail(String method, Fault... next) {
    inLock(
        () -> {
          faults.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(next));
          return 0;
        });
  }

  /** Messages accepted so far, in order. */
  public List<Sent> sent() {
    return inLock(() -> List.copyOf(sent));
  }

  /** Methods called so far, in order, lower case. */
  public List<String> calls() {
    return inLock(() -> List.copyOf(calls));
  }

  /** Updates that nobody has acknowledged yet. */
  public int unacknowledged() {
    return inLock(waiting::size);
  }

  /** Waits until a method (lower case) was called; fails after half a minute. */
  public void awaitCall(String method) {
    await(accepted -> calls.contains(method));
  }

  /** Waits until so many calls were made in all; fails after half a minute. */
  public void awaitCalls(int count) {
    await(accepted -> calls.size() >= count);
  }

  /** Waits until the accepted messages satisfy a condition; fails after half a minute. */
  public List<Sent> await(Predicate<List<Sent>> condition) {
    lock.lock();
    try {
      long left = Duration.ofSeconds(30).toNanos();
      while (!condition.test(sent)) {
        if (left <= 0) {
          throw new AssertionError(
              "Not reached in time; sent so far, by chat: "
                  + sent.stream().map(Sent::chatId).toList());
        }
        left = changed.awaitNanos(left);
      }
      return List.copyOf(sent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.length == 5 && path[1].equals("file") && path[2].equals("bot" + TOKEN)) {
        String content = inLock(() -> files.get(path[4]));
        reply(exchange, 200, "application/octet-stream", content);
        return;
      }
      if (path.length < 3 || !path[1].equals("bot" + TOKEN)) {
        error(exchange, new Fault.Rejected(401, "Unauthorized"));
        return;
      }
      String method = path[2].toLowerCase(Locale.ROOT);
      Fault fault =
          inLock(
              () -> {
                calls.add(method);
                changed.signalAll();
                Deque<Fault> next = faults.get(method);
                return next == null ? null : next.poll();
              });
      if (fault != null && !(fault instanceof Fault.ResetAfterwards)) {
        error(exchange, fault);
        return;
      }
      JsonNode request = BotApiRules.request(exchange, body);
      try {
        JsonNode result = answer(method, request);
        if (fault == null) {
          ObjectNode reply = JSON.createObjectNode().put("ok", true);
          reply.set("result", result);
          reply(exchange, 200, "application/json", JSON.writeValueAsString(reply));
        }
      } catch (BotApiRules.Refused refused) {
        error(exchange, refused.fault);
      }
    }
  }

  private JsonNode answer(String method, JsonNode request) {
    return switch (method) {
      case "getme" ->
          JSON.createObjectNode()
              .put("id", 12345)
              .put("is_bot", true)
              .put("first_name", "OnRecord")
              .put("username", "onrecord_bot");
      case "getupdates" -> updates(request);
      case "getchatmember" -> member(request);
      case "getfile" -> place(request.path("file_id").asText());
      case "sendmessage", "editmessagetext", "senddocument", "sendphoto", "editmessagemedia" ->
          accept(method, request);
      case "answerinlinequery" -> answerInline(request);
      case "answercallbackquery",
          "sendchataction",
          "setmycommands",
          "deletewebhook",
          "setwebhook",
          "sendmessagedraft" ->
          JSON.getNodeFactory().booleanNode(true);
      default -> throw new BotApiRules.Refused(404, "Not Found");
    };
  }

  private JsonNode place(String id) {
    if (!inLock(() -> files.containsKey(id))) {
      throw new BotApiRules.Refused(400, "Bad Request: invalid file_id");
    }
    return JSON.createObjectNode().put("file_id", id).put("file_path", "documents/" + id);
  }

  private JsonNode member(JsonNode request) {
    long person = request.path("user_id").asLong();
    ObjectNode member = JSON.createObjectNode();
    member.put("status", inLock(() -> ordinary.contains(person)) ? "member" : "administrator");
    member.set("user", TelegramJson.user(person));
    return member;
  }

  private JsonNode answerInline(JsonNode request) {
    BotApiRules.checkInline(request);
    return inLock(
        () -> {
          inlineAnswers.add(request);
          changed.signalAll();
          return JSON.getNodeFactory().booleanNode(true);
        });
  }

  /** Answers to inline queries so far, in order. */
  public List<JsonNode> inlineAnswers() {
    return inLock(() -> List.copyOf(inlineAnswers));
  }

  private ArrayNode updates(JsonNode request) {
    long offset = request.path("offset").asLong(0);
    int limit = request.path("limit").asInt(100);
    long left = TimeUnit.SECONDS.toNanos(request.path("timeout").asLong(0));
    lock.lock();
    try {
      // A new request ends one that is still waiting.
      int mine = ++polls;
      changed.signalAll();
      waiting.headMap(offset).clear();
      while (waiting.isEmpty() && left > 0 && mine == polls) {
        left = changed.awaitNanos(left);
      }
      if (mine != polls) {
        throw new BotApiRules.Refused(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
                + " is running");
      }
      ArrayNode result = JSON.createArrayNode();
      waiting.values().stream().limit(limit).forEach(result::add);
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return JSON.createArrayNode();
    } finally {
      lock.unlock();
    }
  }

  private JsonNode accept(String method, JsonNode request) {
    long chatId = request.path("chat_id").asLong();
    boolean file = List.of("senddocument", "sendphoto", "editmessagemedia").contains(method);
    String text =
        (method.equals("editmessagemedia") ? request.path("media") : request)
            .path(file ? "caption" : "text")
            .asText();
    if (chatId == 0) {
      throw new BotApiRules.Refused(400, "Bad Request: chat not found");
    }
    if (text.isBlank()) {
      throw new BotApiRules.Refused(400, "Bad Request: message text is empty");
    }
    if (text.length() > (file ? MAX_CAPTION : MAX_TEXT)) {
      throw new BotApiRules.Refused(400, "Bad Request: message is too long");
    }
    request.path("entities").forEach(entity -> BotApiRules.checkEntity(entity, text));
    for (JsonNode row : request.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        int bytes = button.path("callback_data").asText("").getBytes(StandardCharsets.UTF_8).length;
        if (bytes > 64) {
          throw new BotApiRules.Refused(400, "Bad Request: BUTTON_DATA_INVALID");
        }
        if (button.path("copy_text").path("text").asText("").length() > 256) {
          throw new BotApiRules.Refused(400, "Bad Request: BUTTON_COPY_TEXT_INVALID");
        }
      }
    }
    return inLock(
        () -> {
          if (blocked.contains(chatId)) {
            throw new BotApiRules.Refused(403, "Forbidden: bot was blocked by the user");
          }
          boolean edit = method.startsWith("editmessage");
          if (edit) {
            checkEdit(chatId, text, request);
          }
          int id = edit ? request.path("message_id").asInt() : nextMessage++;
          sent.add(new Sent(method, chatId, id, text, request));
          changed.signalAll();
          ObjectNode message = JSON.createObjectNode();
          message.put("message_id", id).put("date", Instant.now().getEpochSecond());
          message.put("text", text);
          message.set("chat", TelegramJson.chat(chatId));
          return message;
        });
  }

  private void checkEdit(long chatId, String text, JsonNode request) {
    Sent before =
        sent.stream()
            .filter(
                one ->
                    one.chatId() == chatId && one.messageId() == request.path("message_id").asInt())
            .reduce((first, second) -> second)
            .orElseThrow(
                () -> new BotApiRules.Refused(400, "Bad Request: message to edit not found"));
    if (before.text().equals(text)
        && before.request().path("entities").equals(request.path("entities"))) {
      throw new BotApiRules.Refused(
          400, "Bad Request: message is not modified: specified new message content");
    }
  }

  private void enqueue(String type, ObjectNode content) {
    ObjectNode update = JSON.createObjectNode().put("update_id", nextUpdate);
    update.set(type, content);
    waiting.put(nextUpdate++, update);
    changed.signalAll();
  }

  private ObjectNode message(long chatId, String text) {
    ObjectNode message = JSON.createObjectNode();
    message.put("message_id", nextMessage++).put("date", Instant.now().getEpochSecond());
    message.set("chat", TelegramJson.chat(chatId));
    message.set("from", TelegramJson.user(chatId));
    message.put("text", text);
    ArrayNode entities = message.putArray("entities");
    if (text.startsWith("/")) {
      int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
      entities.addObject().put("type", "bot_command").put("offset", 0).put("length", end);
    }
    int mention = text.indexOf("@onrecord_bot");
    if (mention == 0 || (mention > 0 && text.charAt(mention - 1) == ' ')) {
      entities.addObject().put("type", "mention").put("offset", mention).put("length", 13);
    }
    if (entities.isEmpty()) {
      message.remove("entities");
    }
    return message;
  }

  private static void error(HttpExchange exchange, Fault fault) throws IOException {
    if (fault instanceof Fault.BadGateway) {
      reply(exchange, 502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");
      return;
    }
    ObjectNode reply = JSON.createObjectNode().put("ok", false);
    if (fault instanceof Fault.TooManyRequests wait) {
      reply.put("error_code", 429).put("description", "Too Many Requests: retry later");
      reply.putObject("parameters").put("retry_after", wait.retryAfter());
    } else if (fault instanceof Fault.Migrated moved) {
      reply.put("error_code", 400);
      reply.put("description", "Bad Request: group chat was upgraded to a supergroup chat");
      reply.putObject("parameters").put("migrate_to_chat_id", moved.chatId());
    } else if (fault instanceof Fault.Rejected error) {
      reply.put("error_code", error.code()).put("description", error.description());
    }
    reply(exchange, reply.path("error_code").asInt(), "application/json", reply.toString());
  }

  private static void reply(HttpExchange exchange, int code, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private <T> T inLock(java.util.function.Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
