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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  private final PerLanguage<Step> trees;
  private final WordForms forms;
  private final Words words;
  private final int size;

  private Lexicon(PerLanguage<Step> trees, WordForms forms, Words words, int size) {
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
      if (cells.length != 1 + LanguageData.COLUMNS.size()) {
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
    PerLanguage<Step> trees = new PerLanguage<>(language -> tree(rows, language, words, forms));
    return new Lexicon(trees, forms, words, rows.size());
  }

  private static Step tree(List<Row> rows, Language language, Words words, WordForms forms) {
    Step root = new Step();
    worldly(language)
        .forEach(
            (concept, names) ->
                names.forEach(name -> enter(root, name, concept, language, words, forms)));
    int column = LanguageData.COLUMNS.indexOf(language);
    for (Row row : column < 0 ? List.<Row>of() : rows) {
      for (String phrase : LanguageData.alternatives(row.cells().get(column))) {
        enter(root, phrase, row.concept(), language, words, forms);
      }
    }
    return root;
  }

  private static void enter(
      Step root, String phrase, String concept, Language language, Words words, WordForms forms) {
    List<Step> ends = List.of(root);
    List<Token> tokens = words.of(phrase);
    for (Token token : tokens) {
      List<Step> onward = new ArrayList<>();
      for (String stem : forms.of(token.text(), language).stems()) {
        ends.forEach(step -> onward.add(step.toward(stem)));
      }
      ends = onward.subList(0, Math.min(READINGS, onward.size()));
    }
    if (!tokens.isEmpty()) {
      ends.forEach(end -> end.end(concept));
    }
  }

  /** The countries of the world, and the states and organisations of {@code sides.tsv}. */
  private static Map<String, List<String>> worldly(Language language) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    int column = LanguageData.COLUMNS.indexOf(language);
    if (column >= 0) {
      for (String code : Locale.getISOCountries()) {
        String name =
            new Locale.Builder().setRegion(code).build().getDisplayCountry(language.locale());
        names.put("country_" + code.toLowerCase(Locale.ROOT), List.of(name));
      }
      for (List<String> row : LanguageData.rows("sides.tsv", LanguageData.COLUMNS.size())) {
        String key = "side_" + NameKey.of(Words.fold(LanguageData.alternatives(row.get(0)).get(0)));
        names.put(key, LanguageData.alternatives(row.get(column)));
      }
    }
    return names;
  }

  /**
   * Makes ready what the languages need, which otherwise happens when each is first used. Takes
   * about a second of processor time; meant for a thread of its own.
   */
  public void warmUp() {
    LanguageData.COLUMNS.forEach(trees::of);
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
    Step root = trees.of(language);
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
    return trees.of(language).next.containsKey(stem);
  }

  /** Concepts of words that differ from this stem by one letter, the first letter being right. */
  List<String> conceptsNear(String stem, Language language) {
    List<String> concepts = new ArrayList<>();
    trees
        .of(language)
        .next
        .forEach(
            (known, step) -> {
              if (!stem.isEmpty()
                  && known.charAt(0) == stem.charAt(0)
                  && NameKey.near(known, stem)) {
                concepts.addAll(step.concepts);
              }
            });
    return concepts;
  }

  WordForms forms() {
    return forms;
  }

  Words words() {
    return words;
  }
}
