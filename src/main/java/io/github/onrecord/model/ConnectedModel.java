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
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.onrecord.model.Outcome.Failed;
import io.github.onrecord.model.Outcome.Reason;
import io.github.onrecord.model.Outcome.Reply;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
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

  /** Calls by which the server is judged. */
  private static final int WINDOW = 10;

  /** With so many of them failing it is left alone, and then tried with one call. */
  private static final float FAILING_PERCENT = 60;

  private static final Duration REST = Duration.ofSeconds(30);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ChatModel model;
  private final ModelSettings settings;
  private final Prompts prompts;
  private final Usage usage;
  private final CircuitBreaker breaker;
  private final LongAdder waited = new LongAdder();
  private final ExecutorService forPeople;
  private final ExecutorService forDocuments = calls("model-document", 1);

  ConnectedModel(
      ChatModel model, ModelSettings settings, Prompts prompts, Usage usage, Clock clock) {
    this.model = model;
    this.settings = settings;
    this.prompts = prompts;
    this.usage = usage;
    this.forPeople = calls("model-call", settings.maxConcurrent());
    this.breaker =
        CircuitBreaker.of(
            "model",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(WINDOW / 2)
                .failureRateThreshold(FAILING_PERCENT)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event ->
                LOG.warn(
                    event.getStateTransition().getToState() == CircuitBreaker.State.OPEN
                        ? "The model fails too often; answers are made without it for a while"
                        : "The model is asked again"));
  }

  @Override
  public Outcome ask(Inquiry inquiry, Duration atMost) {
    long begun = System.nanoTime();
    Outcome outcome =
        breaker.tryAcquirePermission()
            ? judged(call(inquiry, atMost))
            : new Failed(Reason.RESTING, "it failed too often");
    waited.add(System.nanoTime() - begun);
    if (outcome instanceof Failed failed && failed.reason() != Reason.RESTING) {
      LOG.warn("No reply from the model ({}: {})", failed.reason(), failed.detail());
    }
    return outcome;
  }

  /** Tells the breaker how a call ended; what never reached the server says nothing about it. */
  private Outcome judged(Outcome outcome) {
    Reason reason = outcome instanceof Failed failed ? failed.reason() : null;
    if (reason == Reason.FAULT || reason == Reason.DEADLINE) {
      breaker.onError(0, TimeUnit.NANOSECONDS, new TimeoutException(reason.name()));
    } else if (reason == Reason.BUSY || reason == Reason.BUDGET) {
      breaker.releasePermission();
    } else {
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }
    return outcome;
  }

  /** Waits for a place and for the reply; the place is free again when the call has ended. */
  private Outcome call(Inquiry inquiry, Duration atMost) {
    ChatRequest request = request(inquiry);
    AtomicBoolean begun = new AtomicBoolean();
    FutureTask<Outcome> reply =
        new FutureTask<>(
            () -> {
              begun.set(true);
              return usage.take(inquiry.payer())
                  ? reply(request, inquiry.payer())
                  : new Failed(Reason.BUDGET, "the day's calls, tokens or money are used up");
            });
    try {
      (inquiry.prompt() == Prompt.PROPOSALS ? forDocuments : forPeople).execute(reply);
      return reply.get(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return new Failed(Reason.BUSY, "the program is stopping");
    } catch (TimeoutException e) {
      return begun.get()
          ? new Failed(Reason.DEADLINE, "nothing within " + atMost.toMillis() + " ms")
          : new Failed(Reason.BUSY, "no place free within " + atMost);
    } catch (ExecutionException e) {
      return new Failed(Reason.FAULT, kind(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed(Reason.BUSY, "interrupted");
    } finally {
      reply.cancel(true);
    }
  }

  private Outcome reply(ChatRequest request, @Nullable Long payer) {
    ChatResponse response = model.chat(request);
    usage.charge(payer, response.tokenUsage());
    return read(response.aiMessage().text());
  }

  /** So many calls at once; others wait, and whoever gave up on theirs has it taken out. */
  private static ExecutorService calls(String name, int atOnce) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
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
  static Outcome read(@Nullable String reply) {
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
  public Duration waited() {
    return Duration.ofNanos(waited.sum());
  }

  @Override
  public Optional<String> trouble() {
    return breaker.getState() == CircuitBreaker.State.OPEN
        ? Optional.of("it failed too often and isn't asked for a while")
        : Optional.empty();
  }

  @Override
  public ModelCounts counts() {
    return usage.counts();
  }

  @Override
  public void close() {
    forPeople.shutdownNow();
    forDocuments.shutdownNow();
  }
}
