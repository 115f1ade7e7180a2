package io.github.onrecord.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A model's server on loopback, for tests of any room. It speaks the protocols of OpenAI,
 * Anthropic, Gemini and Ollama, says what it is told to say, and can lie, drip, keep silent and
 * break.
 *
 * <p>Replies are used up in the order given; the last one goes on for ever.
 */
public final class ModelStub implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What one request asked. */
  public record Asked(String path, String authorization, String body) {
    private JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The labels that the schema of this request allows, for OpenAI's protocol. */
    public List<String> labels() {
      List<String> labels = new ArrayList<>();
      json().findValues("enum").forEach(e -> e.forEach(label -> labels.add(label.asText())));
      return labels;
    }

    /** The texts to be placed, for an embedding model. */
    public List<String> texts() {
      List<String> texts = new ArrayList<>();
      json().path("input").forEach(text -> texts.add(text.asText()));
      return texts;
    }

    /** The messages, instructions first, for OpenAI's protocol. */
    public List<String> messages() {
      List<String> texts = new ArrayList<>();
      json().path("messages").forEach(message -> texts.add(message.path("content").asText()));
      return texts;
    }
  }

  /** How a request is served. */
  @FunctionalInterface
  private interface Manner {
    void serve(HttpExchange exchange, Asked asked) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private ModelStub(HttpServer server) {
    this.server = server;
  }

  /** A server that answers 500 until it is told something better. */
  public static ModelStub start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ModelStub stub = new ModelStub(server);
      server.setExecutor(stub.threads);
      server.createContext("/", stub::serve);
      server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model says this, whatever is asked; of embeddings, a list of vectors as JSON. */
  public ModelStub says(String content) {
    return says(any -> content);
  }

  /** The model makes its reply out of what is asked. */
  public ModelStub says(Function<Asked, String> content) {
    return serve(
        (exchange, request) ->
            send(exchange, 200, wrapped(request.path(), content.apply(request))));
  }

  /** The server refuses with a status and a body that is no JSON. */
  public ModelStub fails(int status) {
    return serve((exchange, request) -> send(exchange, status, "<html>Not today</html>"));
  }

  /** The server sends a body that isn't its protocol. */
  public ModelStub sendsGarbage() {
    return serve((exchange, request) -> send(exchange, 200, "\u0000\u0001{{{[not json"));
  }

  /** The server takes the request and never says anything. */
  public ModelStub keepsSilent() {
    return serve((exchange, request) -> closesWithin(Long.MAX_VALUE));
  }

  /** The server begins a reply and sends one space after the other. */
  public ModelStub drips() {
    return serve(
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          while (!closesWithin(20)) {
            body.write(' ');
            body.flush();
          }
        });
  }

  /** Whether the stub was closed while this thread waited. */
  private boolean closesWithin(long milliseconds) {
    try {
      return closed.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private ModelStub serve(Manner manner) {
    manners.add(manner);
    return this;
  }

  /** All requests so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The base URL for a provider of {@link ModelSettings}. */
  public String baseUrl(Provider provider) {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return switch (provider) {
      case GEMINI -> root + "/v1beta";
      case OLLAMA -> root;
      default -> root + "/v1";
    };
  }

  /** Settings that lead here, with a key and a budget that tests don't use up. */
  public ModelSettings settings(Provider provider, Duration deadline) {
    return new ModelSettings(
        provider,
        baseUrl(provider),
        "key-7421",
        "stub-model",
        deadline,
        4,
        Budget.of(1_000, 1_000_000));
  }

  /** A model that asks here, in OpenAI's protocol, with the packed prompts. */
  public LanguageModel model(Duration deadline) {
    return LanguageModel.connect(
        settings(Provider.OPENAI, deadline),
        Prompts.load(null),
        new MemoryLedger(),
        Clock.systemUTC());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      Asked request =
          new Asked(
              exchange.getRequestURI().getPath(), authorization == null ? "" : authorization, body);
      asked.add(request);
      Manner manner = manners.size() > 1 ? manners.remove() : manners.peek();
      if (manner == null) {
        send(exchange, 500, "{}");
      } else {
        manner.serve(exchange, request);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String wrapped(String path, String content) {
    ObjectNode root = JSON.createObjectNode();
    if (path.endsWith("/messages")) {
      root.put("id", "m").put("type", "message").put("role", "assistant").put("model", "stub");
      root.putArray("content").addObject().put("type", "text").put("text", content);
      root.put("stop_reason", "end_turn");
      root.putObject("usage").put("input_tokens", 11).put("output_tokens", 7);
    } else if (path.contains(":generateContent")) {
      ObjectNode candidate = root.putArray("candidates").addObject();
      candidate
          .putObject("content")
          .put("role", "model")
          .putArray("parts")
          .addObject()
          .put("text", content);
      candidate.put("finishReason", "STOP");
      root.putObject("usageMetadata")
          .put("promptTokenCount", 11)
          .put("candidatesTokenCount", 7)
          .put("totalTokenCount", 18);
    } else if (path.endsWith("/api/chat")) {
      root.put("model", "stub").put("created_at", "2044-05-12T00:00:00Z").put("done", true);
      root.putObject("message").put("role", "assistant").put("content", content);
      root.put("prompt_eval_count", 11).put("eval_count", 7).put("done_reason", "stop");
    } else if (path.endsWith("/api/embed")) {
      root.put("model", "stub").set("embeddings", vectors(content));
    } else if (path.endsWith("/embeddings")) {
      root.put("object", "list").put("model", "stub");
      ArrayNode data = root.putArray("data");
      vectors(content)
          .forEach(
              vector ->
                  data.addObject()
                      .put("object", "embedding")
                      .put("index", data.size() - 1)
                      .set("embedding", vector));
      root.putObject("usage").put("prompt_tokens", 11).put("total_tokens", 11);
    } else {
      root.put("id", "c").put("object", "chat.completion").put("created", 1).put("model", "stub");
      ObjectNode choice = root.putArray("choices").addObject();
      choice.put("index", 0).put("finish_reason", "stop");
      choice.putObject("message").put("role", "assistant").put("content", content);
      root.putObject("usage")
          .put("prompt_tokens", 11)
          .put("completion_tokens", 7)
          .put("total_tokens", 18);
    }
    return root.toString();
  }

  private static ArrayNode vectors(String content) {
    try {
      return (ArrayNode) JSON.readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
