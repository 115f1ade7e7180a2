package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trilingual lexicon: finds in a text of one language the concepts that its words and phrases
 * name, so that texts of different languages meet.
 *
 * <p>It is read from all {@code *.tsv} files of a folder: lines with # are comments, every other
 * line is {@code concept<TAB>English<TAB>Russian<TAB>Ukrainian}, alternatives between bars.
 * Immutable and safe for use by several threads.
 */
public final class Lexicon {
  /** Inside the program's jar or classes folder. */
  private static final String PACKED = "config/lexicon";

  private static final List<Language> COLUMNS =
      List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN);

  /** Phrases of ambiguous words are entered under at most so many readings. */
  private static final int READINGS = 6;

  /** Bad rows named in one error. */
  private static final int ERRORS_SHOWN = 20;

  /** A step in the tree of phrases: what ends here, and where the next word leads. */
  private static final class Step {
    private List<String> concepts = List.of();
    private Map<String, Step> next = Map.of();

    private Step toward(String stem) {
      if (next.isEmpty()) {
        next = new HashMap<>(4);
      }
      return next.computeIfAbsent(stem, key -> new Step());
    }

    private void end(String concept) {
      if (concepts.contains(concept)) {
        return;
      }
      if (concepts.isEmpty()) {
        concepts = List.of(concept);
      } else {
        List<String> more = new ArrayList<>(concepts);
        more.add(concept);
        concepts = List.copyOf(more);
      }
    }
  }

  private record Row(String concept, List<String> cells) {}

  private final Map<Language, Step> trees;
  private final WordForms forms;
  private final Words words;
  private final int size;

  private Lexicon(Map<Language, Step> trees, WordForms forms, Words words, int size) {
    this.trees = trees;
    this.forms = forms;
    this.words = words;
    this.size = size;
  }

  /**
   * Reads a lexicon.
   *
   * @param folder where its files are, or null for those packed with the program
   * @throws LexiconException when a row is bad (all bad rows are named) or the folder can't be read
   */
  public static Lexicon load(@Nullable Path folder) {
    try {
      if (folder != null) {
        return of(rows(folder));
      }
      Path home =
          Path.of(Lexicon.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        Path packed = home.resolve(PACKED);
        return of(Files.isDirectory(packed) ? rows(packed) : List.of());
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return of(rows(jar.getPath(PACKED)));
      }
    } catch (IOException | URISyntaxException e) {
      throw new LexiconException(
          "The lexicon in " + (folder == null ? PACKED : folder) + " can't be read: " + e, e);
    }
  }

  private static List<Row> rows(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
    List<Row> rows = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (Path file : files) {
      try {
        read(file, Files.readAllLines(file, StandardCharsets.UTF_8), rows, errors);
      } catch (MalformedInputException e) {
        errors.add(file.getFileName() + ": not UTF-8");
      }
    }
    if (!errors.isEmpty()) {
      String shown = errors.stream().limit(ERRORS_SHOWN).collect(Collectors.joining("\n"));
      throw new LexiconException(
          "The lexicon in " + folder + " has " + errors.size() + " bad rows:\n" + shown, null);
    }
    return rows;
  }

  private static void read(Path file, List<String> lines, List<Row> rows, List<String> errors) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      String place = file.getFileName() + " line " + (i + 1) + ": ";
      if (cells.length != 1 + COLUMNS.size()) {
        errors.add(place + "needs concept, English, Russian, Ukrainian, with tabs between");
      } else if (!concept(cells[0])) {
        errors.add(place + "a concept is written in a-z, 0-9 and _, not \"" + cells[0] + "\"");
      } else if (Stream.of(cells).anyMatch(String::isBlank)) {
        errors.add(place + "a cell is empty");
      } else {
        rows.add(new Row(cells[0], List.of(cells).subList(1, cells.length)));
      }
    }
  }

  private static boolean concept(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
  }

  private static Lexicon of(List<Row> rows) {
    WordForms forms = new WordForms();
    Words words = new Words();
    Map<Language, Step> trees =
        COLUMNS.parallelStream()
            .collect(
                Collectors.toMap(
                    language -> language, language -> tree(rows, language, words, forms)));
    return new Lexicon(trees, forms, words, rows.size());
  }

  private static Step tree(List<Row> rows, Language language, Words words, WordForms forms) {
    Step root = new Step();
    int column = COLUMNS.indexOf(language);
    for (Row row : rows) {
      for (String phrase : LanguageData.alternatives(row.cells().get(column))) {
        List<Step> ends = List.of(root);
        for (Token token : words.of(phrase)) {
          List<Step> onward = new ArrayList<>();
          for (String stem : forms.of(token.text(), language).stems()) {
            ends.forEach(step -> onward.add(step.toward(stem)));
          }
          ends = onward.subList(0, Math.min(READINGS, onward.size()));
        }
        ends.stream().filter(end -> end != root).forEach(end -> end.end(row.concept()));
      }
    }
    return root;
  }

  /** How many rows it has. */
  public int size() {
    return size;
  }

  /**
   * A concept named in a text.
   *
   * @param from index of the first word that names it
   * @param to index after the last
   */
  record Hit(int from, int to, String concept) {}

  /**
   * All concepts that a text names: also those of single words inside a phrase.
   *
   * @param stems for each word of the text what it leads to
   */
  List<Hit> find(List<List<String>> stems, Language language) {
    List<Hit> hits = new ArrayList<>();
    Step root = trees.get(language);
    if (root == null) {
      return hits;
    }
    for (int from = 0; from < stems.size(); from++) {
      Set<Step> steps = Set.of(root);
      for (int to = from; to < stems.size() && !steps.isEmpty(); to++) {
        Set<Step> onward = new LinkedHashSet<>();
        for (Step step : steps) {
          for (String stem : stems.get(to)) {
            Step next = step.next.get(stem);
            if (next != null) {
              onward.add(next);
            }
          }
        }
        for (Step step : onward) {
          for (String concept : step.concepts) {
            hits.add(new Hit(from, to + 1, concept));
          }
        }
        steps = onward;
      }
    }
    return hits;
  }

  /** Whether some phrase begins with this stem. */
  boolean knows(String stem, Language language) {
    Step root = trees.get(language);
    return root != null && root.next.containsKey(stem);
  }

  /** Stems of a language that differ from this one by one letter, the first letter being right. */
  List<String> near(String stem, Language language) {
    Step root = trees.get(language);
    if (root == null || stem.isEmpty()) {
      return List.of();
    }
    return root.next.keySet().stream()
        .filter(known -> known.charAt(0) == stem.charAt(0) && NameKey.near(known, stem))
        .toList();
  }

  WordForms forms() {
    return forms;
  }

  Words words() {
    return words;
  }
}
