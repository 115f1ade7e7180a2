package io.github.onrecord.telegram;

import io.github.onrecord.message.Message;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.telegram.Page.Entity;
import io.github.onrecord.telegram.Page.InlineKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link Message} into one or more {@link Page}s: styles become entities computed by code,
 * and what is too long for one message is cut between statements, then between blocks, and inside a
 * block only between words.
 */
final class Pages {
  /** The longest text that Telegram takes, in UTF-16 units (Bot API, sendMessage). */
  static final int LIMIT = 4096;

  /** Quoted text longer than this opens on a touch; a wall of text helps nobody. */
  private static final int EXPANDABLE = 700;

  private static final String GAP = "\n\n";

  private Pages() {}

  /** The pages of a message, in order; buttons stand below the last. */
  static List<Page> of(Message message) {
    return sheets(message).stream().map(Sheet::page).toList();
  }

  /**
   * A page with what it shows.
   *
   * @param shows numbers of the statements whose words stand on it
   */
  record Sheet(Page page, List<Long> shows) {}

  /** The same, each with the statements that it shows. */
  static List<Sheet> sheets(Message message) {
    List<Draft> drafts = new ArrayList<>();
    Draft draft = new Draft();
    for (List<Block> unit : units(message.blocks())) {
      if (!draft.fits(unit)) {
        draft = next(drafts, draft);
      }
      for (Block block : unit) {
        for (Block piece : fitting(block)) {
          if (!draft.fits(List.of(piece))) {
            draft = next(drafts, draft);
          }
          draft.add(piece);
        }
      }
    }
    drafts.add(draft);
    List<Sheet> sheets = new ArrayList<>();
    for (Draft full : drafts) {
      boolean last = sheets.size() == drafts.size() - 1;
      Page page = full.page(last ? keys(message.buttons()) : List.of());
      sheets.add(new Sheet(page, List.copyOf(full.shows)));
    }
    return sheets;
  }

  private static Draft next(List<Draft> drafts, Draft draft) {
    if (draft.isEmpty()) {
      return draft;
    }
    drafts.add(draft);
    return new Draft();
  }

  /** A block and the quoted blocks below it stay together: an attribution with its words. */
  private static List<List<Block>> units(List<Block> blocks) {
    List<List<Block>> units = new ArrayList<>();
    for (Block block : blocks) {
      if (!block.quote() || units.isEmpty()) {
        units.add(new ArrayList<>());
      }
      units.get(units.size() - 1).add(block);
    }
    return units;
  }

  /** The block itself, or pieces of it that each fit a page, cut between words. */
  private static List<Block> fitting(Block block) {
    if (block.plain().length() <= LIMIT) {
      return List.of(block);
    }
    List<Block> pieces = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    int length = 0;
    for (Run run : block.runs()) {
      String rest = run.text();
      while (length + rest.length() > LIMIT) {
        int cut = cut(rest, LIMIT - length);
        if (cut > 0) {
          runs.add(with(run, rest.substring(0, cut)));
        }
        pieces.add(new Block(runs, block.quote(), block.shows()));
        runs = new ArrayList<>();
        length = 0;
        rest = rest.substring(cut);
      }
      runs.add(with(run, rest));
      length += rest.length();
    }
    pieces.add(new Block(runs, block.quote(), block.shows()));
    return pieces;
  }

  /** The last place at or before {@code limit} where a text may be cut; never inside a symbol. */
  private static int cut(String text, int limit) {
    for (int i = Math.min(limit, text.length() - 1); i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return limit > 0 && Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private static Run with(Run run, String text) {
    if (run instanceof Run.Bold) {
      return new Run.Bold(text);
    }
    if (run instanceof Run.Italic) {
      return new Run.Italic(text);
    }
    if (run instanceof Run.Code) {
      return new Run.Code(text);
    }
    return run instanceof Run.Link link ? new Run.Link(text, link.url()) : new Run.Plain(text);
  }

  private static List<List<InlineKey>> keys(List<List<Button>> rows) {
    return rows.stream().map(row -> row.stream().map(Pages::key).toList()).toList();
  }

  private static InlineKey key(Button button) {
    if (button instanceof Button.Open open) {
      return new InlineKey(open.label(), null, open.url(), null);
    }
    if (button instanceof Button.Copy copy) {
      return new InlineKey(copy.label(), null, null, copy.text());
    }
    return new InlineKey(button.label(), ((Button.Action) button).action(), null, null);
  }

  /** A page being filled. */
  private static final class Draft {
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Set<Long> shows = new LinkedHashSet<>();

    boolean isEmpty() {
      return text.isEmpty();
    }

    boolean fits(List<Block> blocks) {
      int length = text.length();
      for (Block block : blocks) {
        length += (length == 0 ? 0 : GAP.length()) + block.plain().length();
      }
      return length <= LIMIT;
    }

    void add(Block block) {
      if (block.plain().isBlank()) {
        return;
      }
      if (!isEmpty()) {
        // An attribution and its words are one thing to the eye: no empty line between them.
        text.append(block.quote() ? "\n" : GAP);
      }
      shows.addAll(block.shows());
      int start = text.length();
      for (Run run : block.runs()) {
        int from = text.length();
        text.append(from == start ? run.text().stripLeading() : run.text());
        style(run, from);
      }
      trimEnd(start);
      if (block.quote()) {
        int length = text.length() - start;
        entity(length > EXPANDABLE ? "expandable_blockquote" : "blockquote", start, null);
      }
    }

    private void style(Run run, int from) {
      if (run instanceof Run.Bold) {
        entity("bold", from, null);
      } else if (run instanceof Run.Italic) {
        entity("italic", from, null);
      } else if (run instanceof Run.Code) {
        entity("code", from, null);
      } else if (run instanceof Run.Link link) {
        entity("text_link", from, link.url());
      }
    }

    private void entity(String type, int from, @Nullable String url) {
      if (text.length() > from) {
        entities.add(new Entity(type, from, text.length() - from, url));
      }
    }

    /** Telegram cuts white space off the end and refuses entities that then reach too far. */
    private void trimEnd(int start) {
      int end = text.length();
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      text.setLength(end);
      int length = end;
      entities.replaceAll(
          entity ->
              entity.offset() + entity.length() <= length
                  ? entity
                  : new Entity(
                      entity.type(),
                      entity.offset(),
                      Math.max(0, length - entity.offset()),
                      entity.url()));
      entities.removeIf(entity -> entity.length() == 0);
    }

    Page page(List<List<InlineKey>> keys) {
      return Page.of(text.toString(), entities, keys);
    }
  }
}
