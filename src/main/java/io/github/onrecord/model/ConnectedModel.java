package io.github.onrecord.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.github.onrecord.model.Outcome.Failed;
import io.github.onrecord.model.Outcome.Reason;
import io.github.onrecord.model.Outcome.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a provider under our own deadline: the client's timeout ends when a body begins, so that a
 * server that drips would hold a person for ever.
 */
final class ConnectedModel implements LanguageModel {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectedModel.class);

  /** A reply of more characters than this is no draft of a few sentences. */
  private static final int MAX_REPLY = 65_536;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ChatModel model;
  private final ModelSettings settings;
  private final Prompts prompts;
  private final Usage usage;
  private final Semaphore places;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "model-call");
            thread.setDaemon(true);
            return thread;
          });

  ConnectedModel(ChatModel model, ModelSettings settings, Prompts prompts, Usage usage) {
    this.model = model;
    this.settings = settings;
    this.prompts = prompts;
    this.usage = usage;
    this.places = new Semaphore(settings.maxConcurrent());
  }

  @Override
  public Outcome ask(Inquiry inquiry, Duration atMost) {
    ChatRequest request = request(inquiry);
    Outcome outcome = call(request, atMost);
    if (outcome instanceof Failed failed) {
      LOG.warn("No reply from the model ({}: {})", failed.reason(), failed.detail());
    }
    return outcome;
  }

  private Outcome call(ChatRequest request, Duration atMost) {
    long begun = System.nanoTime();
    try {
      if (!places.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Failed(Reason.BUSY, "no place free within " + atMost);
      }
      if (!usage.take()) {
        places.release();
        return new Failed(Reason.BUDGET, "the day's calls or tokens are used up");
      }
      return run(request, atMost.minusNanos(System.nanoTime() - begun));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed(Reason.DEADLINE, "interrupted");
    }
  }

  private Outcome run(ChatRequest request, Duration left) throws InterruptedException {
    FutureTask<@Nullable String> reply =
        new FutureTask<>(() -> model.chat(request).aiMessage().text());
    try {
      // The place is free again when the call has ended, which may be after we gave up on it.
      threads.execute(
          () -> {
            try {
              reply.run();
            } finally {
              places.release();
            }
          });
      return read(reply.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS));
    } catch (RejectedExecutionException e) {
      places.release();
      return new Failed(Reason.BUSY, "the program is stopping");
    } catch (TimeoutException e) {
      return new Failed(Reason.DEADLINE, "nothing within " + left.toMillis() + " ms");
    } catch (ExecutionException e) {
      return new Failed(Reason.FAULT, kind(e.getCause()));
    } finally {
      reply.cancel(true);
    }
  }

  /** The kind of a fault, without its message: providers put prompts and keys into those. */
  static String kind(@Nullable Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        return "HTTP " + http.statusCode();
      }
    }
    return fault == null ? "unknown" : fault.getClass().getSimpleName();
  }

  /** The JSON object in a reply; some servers wrap it in a fence of backticks in spite of all. */
  private static Outcome read(@Nullable String reply) {
    if (reply == null || reply.length() > MAX_REPLY) {
      return new Failed(Reason.NOT_JSON, "an empty or far too long reply");
    }
    int start = reply.indexOf('{');
    int end = reply.lastIndexOf('}') + 1;
    if (start < 0 || end <= start) {
      return new Failed(Reason.NOT_JSON, "prose");
    }
    try {
      JsonNode json = JSON.readTree(reply.substring(start, end));
      return json instanceof ObjectNode object
          ? new Reply(object)
          : new Failed(Reason.NOT_JSON, "not an object");
    } catch (JsonProcessingException e) {
      return new Failed(Reason.NOT_JSON, "broken JSON");
    }
  }

  private ChatRequest request(Inquiry inquiry) {
    Prompts.Filled prompt = prompts.fill(inquiry.prompt(), inquiry.values());
    return ChatRequest.builder()
        .messages(List.of(SystemMessage.from(prompt.told()), UserMessage.from(prompt.given())))
        .responseFormat(
            ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                    JsonSchema.builder().name("reply").rootElement(schema(inquiry.shape())).build())
                .build())
        .build();
  }

  private static JsonSchemaElement schema(JsonShape shape) {
    if (shape instanceof JsonShape.Text text) {
      return JsonStringSchema.builder().description(text.description()).build();
    }
    if (shape instanceof JsonShape.OneOf oneOf) {
      return JsonEnumSchema.builder().enumValues(oneOf.values()).build();
    }
    if (shape instanceof JsonShape.ListOf list) {
      return JsonArraySchema.builder().items(schema(list.items())).build();
    }
    JsonShape.Fields object = (JsonShape.Fields) shape;
    JsonObjectSchema.Builder builder = JsonObjectSchema.builder();
    object.fields().forEach((name, field) -> builder.addProperty(name, schema(field)));
    return builder
        .required(List.copyOf(object.fields().keySet()))
        .additionalProperties(false)
        .build();
  }

  @Override
  public Duration deadline() {
    return settings.deadline();
  }

  @Override
  public ModelCounts counts() {
    return usage.counts();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
