package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as a reader found it, before anybody's words are looked for.
 *
 * @param name the file name or address it was read from (for a feed item, the feed's)
 * @param item a feed item's or post's own address or identifier, or null
 * @param url the canonical address, or null
 * @param source who published it, or null
 * @param title its headline, or null
 * @param language the language of the main text
 * @param published the day of publication, or null
 * @param zone the zone in which its days count, when the document says; else null
 * @param text all visible text, blocks separated by newlines, white space inside a block as found
 *     but for HTML's folding; this is what is archived
 * @param blocks the blocks of {@code text} in order, not overlapping; text outside blocks is white
 *     space and, in plain text and Markdown, the marks before headings and list items
 */
record DocumentText(
    String name,
    @Nullable String item,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    Language language,
    @Nullable LocalDate published,
    @Nullable ZoneId zone,
    String text,
    List<Block> blocks) {
  DocumentText {
    blocks = List.copyOf(blocks);
    int end = 0;
    for (Block block : blocks) {
      if (block.span().start() < end || block.span().end() > text.length()) {
        throw new IllegalArgumentException("Blocks must follow each other inside " + name);
      }
      end = block.span().end();
    }
  }
}
