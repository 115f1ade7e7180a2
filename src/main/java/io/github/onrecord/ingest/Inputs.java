package io.github.onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Turns what was given on a command line into single inputs, in a fixed order. */
public final class Inputs {
  private Inputs() {}

  /**
   * The inputs that the arguments stand for: files, folders (all files below, by path, without
   * hidden ones and without links that lead out), {@code -} for standard input, http(s) addresses.
   * What can't be one becomes an input that is refused when it is read.
   *
   * @param standardInput read when an argument is {@code -}
   */
  public static List<Input> of(List<String> arguments, InputStream standardInput) {
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        inputs.add(new StreamInput(argument, standardInput));
      } else if (PageFacts.isWeb(argument)) {
        inputs.add(web(argument));
      } else {
        addPath(argument, inputs);
      }
    }
    return List.copyOf(inputs);
  }

  /** A document read from a stream, under the name that it has in the record. */
  public static Input stream(String name, InputStream stream) {
    return new StreamInput(name, stream);
  }

  private static Input web(String address) {
    try {
      return new WebInput(address, new URI(address));
    } catch (URISyntaxException e) {
      return new BadInput(address, "It is not a valid web address.");
    }
  }

  private static void addPath(String argument, List<Input> inputs) {
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      inputs.add(new BadInput(argument, "It is not a valid path."));
      return;
    }
    if (!Files.isDirectory(path)) {
      Path file = path.getFileName();
      inputs.add(new FileInput(file == null ? argument : file.toString(), path));
      return;
    }
    try {
      for (Path file : filesIn(path)) {
        inputs.add(new FileInput(nameIn(path, file), file));
      }
    } catch (IOException e) {
      inputs.add(new BadInput(argument, "The folder can't be read; check its permissions."));
    }
  }

  /** A file's name in a folder: the way to it from there, the same on every system. */
  private static String nameIn(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    Path real = folder.toRealPath();
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(folder) && isHidden(dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean link = attributes.isSymbolicLink();
            if (!isHidden(file) && (link ? leadsToFileInside(file, real) : !attributes.isOther())) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.add(file); // It is reported when it is opened.
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort((a, b) -> nameIn(folder, a).compareTo(nameIn(folder, b)));
    return files;
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static boolean leadsToFileInside(Path link, Path folder) {
    try {
      Path target = link.toRealPath();
      return target.startsWith(folder) && Files.isRegularFile(target);
    } catch (IOException e) {
      return false;
    }
  }
}
