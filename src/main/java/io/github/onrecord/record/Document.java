package io.github.onrecord.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One publication, archived. It never changes; a new version is a new document.
 *
 * @param id the record's number, positive; 0 before it is stored
 * @param name the file name or address it was read from (for a feed item, the feed's)
 * @param item a feed item's or post's own address or identifier, or null for a whole document
 * @param url the canonical address where people can read it, or null when there is none
 * @param source the outlet, institution or channel that published it (schema.org publisher), or
 *     null when neither the document nor the editor says
 * @param title its headline, or null
 * @param language the language it is written in
 * @param published the day of publication as the document or the editor gives it, or null
 * @param retrieved when it was read
 * @param text the visible text, exactly as archived; spans count its UTF-16 units
 * @param sha256 lower-case hex SHA-256 of {@code text} in UTF-8
 * @param previousVersion id of the document of which this is a later version, or null
 */
public record Document(
    long id,
    String name,
    @Nullable String item,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    Language language,
    @Nullable LocalDate published,
    Instant retrieved,
    String text,
    String sha256,
    @Nullable Long previousVersion) {

  public Document {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A document needs the name it was read under");
    }
    if (!sha256.equals(sha256(text))) {
      throw new IllegalArgumentException("The text of " + name + " doesn't have the hash given");
    }
  }

  /** Begins the names of what editors write by hand; nothing is read under such a name. */
  private static final String NOTE = "editor's note on statement ";

  /**
   * What an editor writes when correcting or retracting a statement by hand.
   *
   * @param reason the editor's words, which readers are told
   */
  public static Document editorsNote(long statementId, String reason, Instant at) {
    return new Document(
        0,
        NOTE + statementId + ", " + at,
        null,
        null,
        null,
        null,
        Language.OTHER,
        LocalDate.ofInstant(at, ZoneOffset.UTC),
        at,
        reason,
        sha256(reason),
        null);
  }

  /** Whether an editor wrote it by hand. */
  public boolean isEditorsNote() {
    return name.startsWith(NOTE);
  }

  /** Lower-case hex SHA-256 of a text in UTF-8. */
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
