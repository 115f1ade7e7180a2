package io.github.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.web.ReefTalks.Paper;
import io.github.onrecord.web.ReefTalks.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program on the operator's machine can ask. */
class OperatorPathsTest {
  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void begin() {
    served = new Served(folder, null);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void eachPartSaysWhetherItIsReadyAndWhyNot() throws Exception {
    AtomicReference<Optional<String>> tide = new AtomicReference<>(Optional.empty());
    served.health.part("tide", tide::get);
    served.health.part("reef", Optional::empty);

    assertThat(served.get("/healthz").body()).isEqualTo("alive\n");
    HttpResponse<String> ready = served.get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("tide: ready\nreef: ready\n");

    tide.set(Optional.of("it is out"));
    HttpResponse<String> unready = served.get("/readyz");
    assertThat(unready.statusCode()).isEqualTo(503);
    assertThat(unready.body()).isEqualTo("tide: it is out\nreef: ready\n");
    assertThat(served.get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void aPartThatCannotEvenBeAskedIsNotReady() throws Exception {
    served.health.part(
        "tide",
        () -> {
          throw new IllegalStateException("no water");
        });

    assertThat(served.get("/readyz").body()).isEqualTo("tide: no water\n");
  }

  @Test
  void figuresAreReadWhenTheyAreAskedFor() throws Exception {
    assertThat(served.get("/metrics").body())
        .contains("reef_statements 0.0", "reef_tides_total{kind=\"high\"} 3.0");

    ReefTalks.publish(
        served.store, new Paper("tide-1"), ReefTalks.DAY, Said.own(ReefTalks.SOLVA, "We agree."));

    assertThat(served.get("/metrics").body()).contains("reef_statements 1.0");
  }

  @Test
  void whoComesThroughAProxyFindsNothing() throws Exception {
    for (String path : new String[] {"/healthz", "/readyz", "/metrics"}) {
      for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
        HttpResponse<String> answer = served.get(path, header, "203.0.113.7");
        assertThat(answer.statusCode()).as(path + " " + header).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("reef_", "alive");
      }
    }
  }
}
