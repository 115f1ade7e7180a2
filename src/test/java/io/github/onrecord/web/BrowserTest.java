package io.github.onrecord.web;

import static io.github.onrecord.web.ReefTalks.DAY;
import static io.github.onrecord.web.ReefTalks.SOLVA;
import static io.github.onrecord.web.ReefTalks.TARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.web.ReefTalks.Paper;
import io.github.onrecord.web.ReefTalks.Said;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real browser. Pictures of them are left in {@code target/pages}, for people to
 * look at. Slower than other tests, since a browser starts for each.
 */
class BrowserTest {
  private static final Path PICTURES = Path.of("target", "pages");

  @TempDir private Path folder;
  private Served served;
  private String browser;
  private long statement;
  private long withdrawn;

  @BeforeEach
  void begin() {
    browser = browser().orElse("");
    assumeTrue(!browser.isEmpty(), "No Chromium on the PATH: the pages aren't looked at in it.");
    served = new Served(folder, null);
    long paper =
        ReefTalks.publish(
            served.store,
            new Paper("tide-1"),
            DAY,
            Said.own(SOLVA, "We will not drain the lagoon.<script>document.title='mine'</script>"),
            Said.reported(TARN, "Tarn called the survey a good beginning."));
    List<Statement> said = served.store.record().statementsOf(paper);
    statement = said.get(0).id();
    withdrawn = said.get(1).id();
    ReefTalks.publish(
        served.store,
        new Paper("tide-2"),
        DAY.plusDays(2),
        List.of(new StatusChange(withdrawn, Status.CORRECTED, "corrected")),
        Said.reported(TARN, "Tarn called the survey a beginning."));
  }

  @AfterEach
  void end() {
    if (served != null) {
      served.close();
    }
  }

  @Test
  void whatStandsInTheRecordIsReadAndNeverRun() throws Exception {
    Document page = Jsoup.parse(run("--dump-dom", served.address("/s/" + statement).toString()));

    assertThat(page.title()).startsWith("Edda Solva");
    assertThat(page.selectFirst("blockquote").text()).contains("We will not drain the lagoon.");
    assertThat(page.select("main h1")).hasSize(1);
  }

  @Test
  void aPageFollowsTheReadersLightAndFitsATelephone() throws Exception {
    BufferedImage light = picture("statement-light", "/s/" + statement, 900, 1200);
    BufferedImage dark =
        picture(
            "withdrawn-dark",
            "/s/" + withdrawn + "?lang=uk",
            900,
            1200,
            "--blink-settings=preferredColorScheme=0");
    BufferedImage phone = picture("list-phone", "/statements?lang=ru", 500, 1200);

    assertThat(brightness(light, light.getWidth() - 3)).isGreaterThan(200);
    assertThat(brightness(dark, dark.getWidth() - 3)).isLessThan(60);
    // Nothing reaches into the margin on the right.
    for (int y = 0; y < phone.getHeight(); y++) {
      assertThat(phone.getRGB(phone.getWidth() - 3, y)).isEqualTo(phone.getRGB(2, 2));
    }
  }

  private BufferedImage picture(String name, String path, int width, int height, String... more)
      throws IOException, InterruptedException {
    Path file = Files.createDirectories(PICTURES).resolve(name + ".png").toAbsolutePath();
    List<String> options = new ArrayList<>(List.of(more));
    options.add("--hide-scrollbars");
    options.add("--window-size=" + width + "," + height);
    options.add("--screenshot=" + file);
    options.add(served.address(path).toString());
    run(options.toArray(String[]::new));
    return ImageIO.read(file.toFile());
  }

  /** From 0 to 255, of one column of a picture. */
  private static double brightness(BufferedImage picture, int x) {
    long sum = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      int rgb = picture.getRGB(x, y);
      sum += ((rgb >> 16) & 255) + ((rgb >> 8) & 255) + (rgb & 255);
    }
    return sum / 3.0 / picture.getHeight();
  }

  private String run(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-extensions",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(options));
    Path out = folder.resolve("out.html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(out);
  }

  private static Optional<String> browser() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
