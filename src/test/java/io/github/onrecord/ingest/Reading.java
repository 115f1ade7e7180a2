package io.github.onrecord.ingest;

import io.github.onrecord.ingest.Block.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a document in a test and shows its blocks. */
final class Reading {
  private static final Readers READERS = new Readers();

  private Reading() {}

  static DocumentText of(String name, String content) {
    return of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static DocumentText of(String name, byte[] content) {
    return all(name, content).get(0);
  }

  static List<DocumentText> all(String name, String content) {
    return all(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<DocumentText> all(String name, byte[] content) {
    try {
      return READERS.read(Original.ofFile(name, content));
    } catch (UnreadableException e) {
      throw new AssertionError("Refused: " + e.getMessage(), e);
    }
  }

  static DocumentText page(String html) {
    return of("page.html", html);
  }

  /** Paragraphs and list items. */
  static List<String> main(DocumentText document) {
    return texts(document, EnumSet.of(Role.PARAGRAPH, Role.LIST_ITEM));
  }

  static List<String> texts(DocumentText document, Role role) {
    return texts(document, EnumSet.of(role));
  }

  private static List<String> texts(DocumentText document, Set<Role> roles) {
    return document.blocks().stream()
        .filter(block -> roles.contains(block.role()))
        .map(block -> block.span().of(document.text()))
        .toList();
  }
}
