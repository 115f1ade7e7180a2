package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  /** Phrases of ambiguous words are entered under at most so many readings. */
  private static final int READINGS = 6;

  private final LexiconFiles files;
  private final String fingerprint;
  private final PerLanguage<PhraseTree> trees;
  private final WordForms forms = new WordForms();
  private final Words words = new Words();

  private Lexicon(LexiconFiles files, @Nullable Path cache) {
    this.files = files;
    this.fingerprint =
        String.join(
            "/",
            String.valueOf(Analysis.VERSION),
            LanguageData.fingerprint(),
            Runtime.version().toString(), // whence the names of countries come
            files.fingerprint());
    LexiconCache kept = new LexiconCache(cache, fingerprint);
    this.trees =
        new PerLanguage<>(
            language -> {
              PhraseTree tree = kept.read(language);
              if (tree == null) {
                tree = tree(files.rows(), language);
                kept.write(language, tree);
              }
              return tree;
            });
  }

  /**
   * Reads a lexicon.
   *
   * @param folder where its files are, or null for those packed with the program
   * @param cache where to keep what is made of them between two starts, or null to keep nothing
   * @throws LexiconException when a row is bad (all bad rows are named) or the folder can't be read
   */
  public static Lexicon load(@Nullable Path folder, @Nullable Path cache) {
    Lexicon lexicon = new Lexicon(LexiconFiles.read(folder), cache);
    // Reads all rows, unless the same ones were found good before: a bad one stops the start.
    lexicon.trees.of(Language.ENGLISH);
    return lexicon;
  }

  private PhraseTree tree(List<LexiconFiles.Row> rows, Language language) {
    PhraseTree.Builder tree = new PhraseTree.Builder();
    worldly(language)
        .forEach((concept, names) -> names.forEach(name -> enter(tree, name, concept, language)));
    int column = LanguageData.COLUMNS.indexOf(language);
    for (LexiconFiles.Row row : column < 0 ? List.<LexiconFiles.Row>of() : rows) {
      for (String phrase : LanguageData.alternatives(row.cells().get(column))) {
        enter(tree, phrase, row.concept(), language);
      }
    }
    return tree.build();
  }

  private void enter(PhraseTree.Builder tree, String phrase, String concept, Language language) {
    List<List<String>> readings = List.of(List.of());
    for (Token token : words.of(phrase)) {
      List<List<String>> longer = new ArrayList<>();
      for (String stem : forms.of(token.text(), language).stems()) {
        for (List<String> reading : readings) {
          List<String> stems = new ArrayList<>(reading);
          stems.add(stem);
          longer.add(stems);
        }
      }
      readings = longer.subList(0, Math.min(READINGS, longer.size()));
    }
    for (List<String> stems : readings) {
      if (!stems.isEmpty()) {
        tree.enter(stems, concept);
      }
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

  /** How many rows it has. */
  public int size() {
    return files.rows().size();
  }

  /**
   * A concept named in a text.
   *
   * @param from index of the first word that names it
   * @param to index after the last
   */
  record Hit(int from, int to, String concept) {
    /** Whether another one is named by a part of these words. */
    boolean holds(Hit other) {
      return from <= other.from && other.to <= to && to - from > other.to - other.from;
    }
  }

  /**
   * All concepts that a text names: also those of single words inside a phrase.
   *
   * @param stems for each word of the text what it leads to
   */
  List<Hit> find(List<List<String>> stems, Language language) {
    List<Hit> hits = new ArrayList<>();
    PhraseTree tree = trees.of(language);
    PhraseTree.Step root = tree.root();
    for (int from = 0; root != null && from < stems.size(); from++) {
      List<PhraseTree.Step> steps = List.of(root);
      for (int to = from; to < stems.size() && !steps.isEmpty(); to++) {
        List<PhraseTree.Step> onward = new ArrayList<>();
        for (PhraseTree.Step step : steps) {
          for (String stem : stems.get(to)) {
            PhraseTree.Step next = tree.toward(step, stem);
            if (next != null) {
              onward.add(next);
            }
          }
        }
        for (PhraseTree.Step step : onward) {
          for (String concept : PhraseTree.concepts(step)) {
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
    PhraseTree tree = trees.of(language);
    PhraseTree.Step root = tree.root();
    return root != null && tree.toward(root, stem) != null;
  }

  /** Concepts of words that differ from this stem by one letter, the first letter being right. */
  List<String> conceptsNear(String stem, Language language) {
    return trees.of(language).conceptsNear(stem);
  }

  /** Tells this lexicon from every other that would give other concepts. */
  String fingerprint() {
    return fingerprint;
  }

  WordForms forms() {
    return forms;
  }

  Words words() {
    return words;
  }
}
