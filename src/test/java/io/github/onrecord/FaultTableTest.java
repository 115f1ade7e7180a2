package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the page about faults names tests that are there. */
class FaultTableTest {
  private static final Path PAGE = Path.of("src/site/markdown/faults.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  @Test
  void everyFaultHasItsTest() throws IOException {
    Map<String, String> sources = sources();
    List<String> missing = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(PAGE)) {
      if (!line.startsWith("|") || line.startsWith("|---") || line.startsWith("| fault |")) {
        continue;
      }
      rows++;
      String named = line.substring(line.lastIndexOf('|', line.length() - 2));
      List<MatchResult> tests = TEST.matcher(named).results().toList();
      if (tests.isEmpty()) {
        missing.add(line);
      }
      for (MatchResult test : tests) {
        String source = sources.getOrDefault(test.group(1), "");
        if (source.isEmpty()
            || (test.group(2) != null && !source.contains("void " + test.group(2) + "("))) {
          missing.add(test.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(rows).isGreaterThan(20);
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  FaultTableTest::read,
                  String::concat)); // Classes of the same name in two rooms.
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
