package io.github.onrecord.search;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a lexicon as they lie in a folder, not yet understood.
 *
 * @param place where they lie, for messages
 * @param files in the order of their names
 */
record LexiconFiles(String place, List<LexiconFiles.Content> files) {
  /** Inside the program's jar or classes folder. */
  private static final String PACKED = "config/lexicon";

  /** Bad rows named in one error. */
  private static final int ERRORS_SHOWN = 20;

  /** One file; its bytes are read from duplicates only, so that they stay where they are. */
  record Content(String name, ByteBuffer bytes) {}

  /** A row: what a concept is called in each language of {@link LanguageData#COLUMNS}. */
  record Row(String concept, List<String> cells) {}

  LexiconFiles {
    files = List.copyOf(files);
  }

  /**
   * Reads the files.
   *
   * @param folder where they are, or null for those packed with the program
   */
  static LexiconFiles read(@Nullable Path folder) {
    String place = folder == null ? PACKED : folder.toString();
    try {
      return new LexiconFiles(place, folder == null ? packed() : contents(folder));
    } catch (IOException | URISyntaxException e) {
      throw new LexiconException("The lexicon in " + place + " can't be read: " + e, e);
    }
  }

  private static List<Content> packed() throws IOException, URISyntaxException {
    Path home =
        Path.of(LexiconFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(home)) {
      Path packed = home.resolve(PACKED);
      return Files.isDirectory(packed) ? contents(packed) : List.of();
    }
    try (FileSystem jar = FileSystems.newFileSystem(home)) {
      return contents(jar.getPath(PACKED));
    }
  }

  private static List<Content> contents(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
    List<Content> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(
          new Content(
              String.valueOf(file.getFileName()),
              ByteBuffer.wrap(Files.readAllBytes(file)).asReadOnlyBuffer()));
    }
    return contents;
  }

  /** A hash of all that they hold: the same for the same files, wherever they lie. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Content file : files) {
        digest.update(file.name().getBytes(StandardCharsets.UTF_8));
        digest.update(file.bytes().duplicate());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * The rows of all files.
   *
   * @throws LexiconException when a row is bad; all bad rows are named
   */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (Content file : files) {
      try {
        String text =
            StandardCharsets.UTF_8.newDecoder().decode(file.bytes().duplicate()).toString();
        read(file.name(), text.lines().toList(), rows, errors);
      } catch (CharacterCodingException e) {
        errors.add(file.name() + ": not UTF-8");
      }
    }
    if (!errors.isEmpty()) {
      String shown = errors.stream().limit(ERRORS_SHOWN).collect(Collectors.joining("\n"));
      throw new LexiconException(
          "The lexicon in " + place + " has " + errors.size() + " bad rows:\n" + shown, null);
    }
    return rows;
  }

  private static void read(String file, List<String> lines, List<Row> rows, List<String> errors) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      String place = file + " line " + (i + 1) + ": ";
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
}
