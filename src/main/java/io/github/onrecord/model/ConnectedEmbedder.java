package io.github.onrecord.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls an embedding model under our own deadline, and checks what it gives. */
final class ConnectedEmbedder implements Embedder {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectedEmbedder.class);

  /** Calls at the same time: questions, and one for the record. */
  private static final int THREADS = 4;

  private final EmbeddingModel model;
  private final EmbeddingSettings settings;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "embedding-call");
            thread.setDaemon(true);
            return thread;
          });

  ConnectedEmbedder(EmbeddingModel model, EmbeddingSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.modelName();
  }

  @Override
  public Optional<List<float[]>> embed(List<String> texts) {
    if (texts.isEmpty()) {
      return Optional.of(List.of());
    }
    try {
      Optional<List<float[]>> vectors = vectors(call(texts), texts.size());
      if (vectors.isEmpty()) {
        LOG.warn("The embedding model's reply is of no use");
      }
      return vectors;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warn("No reply from the embedding model within {}", settings.deadline());
    } catch (RejectedExecutionException e) {
      LOG.debug("The program is stopping");
    } catch (ExecutionException e) {
      LOG.warn("No reply from the embedding model ({})", ConnectedModel.kind(e.getCause()));
    }
    return Optional.empty();
  }

  private List<Embedding> call(List<String> texts)
      throws InterruptedException, TimeoutException, ExecutionException {
    List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
    Future<List<Embedding>> reply = threads.submit(() -> model.embedAll(segments).content());
    try {
      return reply.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      reply.cancel(true);
    }
  }

  /** The vectors, brought to length 1; nothing when one is missing, odd or without a direction. */
  private static Optional<List<float[]>> vectors(List<Embedding> embeddings, int wanted) {
    if (embeddings.size() != wanted) {
      return Optional.empty();
    }
    int dimensions = embeddings.get(0).dimension();
    List<float[]> vectors = new ArrayList<>();
    for (Embedding embedding : embeddings) {
      float[] vector = embedding.vector().clone();
      double square = 0;
      for (float value : vector) {
        square += (double) value * value;
      }
      double length = Math.sqrt(square);
      if (vector.length != dimensions || !(length > 0) || Double.isInfinite(length)) {
        return Optional.empty();
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / length);
      }
      vectors.add(vector);
    }
    return Optional.of(vectors);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
