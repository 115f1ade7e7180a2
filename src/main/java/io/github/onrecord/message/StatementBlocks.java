package io.github.onrecord.message;

import com.ibm.icu.text.BreakIterator;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Match;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement as people see it, everywhere the same: who, in which capacity, for whom; when, where;
 * own words or a report; by which source; and the words, copied from the record. Only {@link
 * Kind#VERBATIM} words stand in quotation marks.
 */
public final class StatementBlocks {
  /** Stands where we left out the rest. */
  static final String LEFT_OUT = " […]";

  private final Phrases phrases;

  public StatementBlocks(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The blocks of a statement found for a question, with where else it stands. */
  List<Block> of(Match match, @Nullable Integer number) {
    List<Document> also = match.also().stream().map(Match.Twin::document).toList();
    return of(match.statement(), match.document(), also, number);
  }

  /** The blocks of a statement, with the other documents where it stands. */
  List<Block> of(
      Statement statement, Document document, List<Document> also, @Nullable Integer number) {
    List<Block> blocks = new ArrayList<>(of(statement, document, number));
    places(also, document).ifPresent(blocks::add);
    return blocks;
  }

  /**
   * The blocks of a statement: its attribution, then its words.
   *
   * @param number its place in a numbered list, or null
   */
  public List<Block> of(Statement statement, Document document, @Nullable Integer number) {
    return List.of(attribution(statement, document, number), words(statement));
  }

  /** Who said it, in which capacity, when, where, by which source, and how close to their mouth. */
  Block attribution(Statement statement, Document document, @Nullable Integer number) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Bold((number == null ? "" : number + ". ") + speaker(statement)));
    String capacity = capacity(statement);
    if (!capacity.isEmpty()) {
      runs.add(new Run.Plain(", " + capacity));
    }
    runs.add(new Run.Plain("\n" + circumstances(statement) + "\n"));
    runs.add(new Run.Italic(kind(statement)));
    runs.add(new Run.Plain(" · "));
    runs.add(source(document));
    if (statement.quotedBy() != null) {
      runs.add(
          new Run.Plain(" · " + phrases.say("statement.quotedBy", clean(statement.quotedBy()))));
    }
    if (!statement.standing()) {
      runs.add(new Run.Bold(" · " + status(statement.status())));
    }
    return new Block(runs, false);
  }

  /** Who said it for whom, when, how close to their mouth, and by which source, in one line. */
  Block brief(Statement statement, Document document) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Bold(speaker(statement)));
    String side = statement.side() == null ? "" : ", " + statement.side().name();
    String day =
        statement.spoken() == null
            ? phrases.say("statement.undated")
            : phrases.day(statement.spoken());
    runs.add(new Run.Plain(side + " · " + day + " · "));
    runs.add(new Run.Italic(kind(statement)));
    runs.add(new Run.Plain(" · "));
    runs.add(source(document));
    if (!statement.standing()) {
      runs.add(new Run.Bold(" · " + status(statement.status())));
    }
    return new Block(runs, false);
  }

  /** The words alone as a block. */
  Block words(Statement statement) {
    return new Block(List.of(new Run.Plain(shown(statement))), true).showing(List.of(statement));
  }

  /** The words as they are shown: in quotation marks if and only if they are the speaker's own. */
  public static String shown(Statement statement) {
    String text = said(statement);
    return statement.kind() == Kind.VERBATIM ? quoted(text, statement.language()) : text;
  }

  /** The same, but of longer words only the beginning. */
  static String shown(Statement statement, int longest) {
    String text = beginning(said(statement), longest, statement.language());
    return statement.kind() == Kind.VERBATIM ? quoted(text, statement.language()) : text;
  }

  /**
   * The text, or of a longer one as many whole sentences as fit, or at least words. That something
   * was left out stands in square brackets: it was us, not the speaker.
   */
  static String beginning(String text, int longest, Language language) {
    if (text.length() <= longest) {
      return text;
    }
    for (BreakIterator breaks :
        List.of(
            BreakIterator.getSentenceInstance(language.locale()),
            BreakIterator.getWordInstance(language.locale()))) {
      breaks.setText(text);
      int end = breaks.preceding(longest + 1);
      if (end > longest / 2) {
        return text.substring(0, end).strip() + LEFT_OUT;
      }
    }
    int end = Character.isLowSurrogate(text.charAt(longest)) ? longest - 1 : longest;
    return text.substring(0, end) + LEFT_OUT;
  }

  /** The words in one line, without quotation marks. */
  static String said(Statement statement) {
    return statement.parts().stream()
        .map(Part::text)
        .map(StatementBlocks::clean)
        .collect(Collectors.joining(Statement.GAP));
  }

  /** Who is meant when the statement's speaker is spoken of. */
  public String speaker(Statement statement) {
    Speaker speaker = statement.speaker();
    String shown = isolated(clean(speaker.shownAs()));
    return speaker instanceof Speaker.Named ? shown : phrases.say("statement.unnamed", shown);
  }

  /** In which capacity and for whom; empty when the document doesn't say. */
  public static String capacity(Statement statement) {
    String role = statement.role() == null ? "" : isolated(clean(statement.role()));
    String side = statement.side() == null ? "" : statement.side().name();
    if (role.isEmpty()) {
      return side;
    }
    return side.isEmpty() || role.contains(side) ? role : role + " (" + side + ")";
  }

  /** When, and where. */
  public String circumstances(Statement statement) {
    String day =
        statement.spoken() == null
            ? phrases.say("statement.undated")
            : phrases.day(statement.spoken());
    return statement.occasion() == null ? day : day + ", " + clean(statement.occasion());
  }

  /** Own words, or a report of them. */
  public String kind(Statement statement) {
    return phrases.say(statement.kind() == Kind.VERBATIM ? "kind.verbatim" : "kind.reported");
  }

  /** What became of a statement that doesn't stand any more. */
  public String status(Status status) {
    return switch (status) {
      case HELD -> phrases.say("status.held");
      case CORRECTED -> phrases.say("status.corrected");
      case RETRACTED -> phrases.say("status.retracted");
      case STANDING -> throw new IllegalArgumentException("A standing statement needs no remark");
    };
  }

  /** Which outlet gives it, with a link where there is one. */
  public Run source(Document document) {
    String text =
        document.source() == null
            ? phrases.say("statement.source.none", document.name())
            : phrases.say("statement.source", isolated(clean(document.source())));
    return link(text, document);
  }

  /** A link to the document where it has a web address, plain text where it has none. */
  static Run link(String text, Document document) {
    return link(text, document.url());
  }

  /** A link to a web address, plain text to anything else. */
  static Run link(String text, @Nullable String url) {
    return url != null && (url.startsWith("https://") || url.startsWith("http://"))
        ? new Run.Link(text, url)
        : new Run.Plain(text);
  }

  /** In which other documents a statement stands; empty when in none. */
  Optional<Block> places(List<Document> also, Document itself) {
    Set<String> places = new LinkedHashSet<>();
    for (Document document : also) {
      if (document.id() != itself.id()) {
        places.add(document.source() == null ? document.name() : clean(document.source()));
      }
    }
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block(
                List.of(new Run.Italic(phrases.say("statement.also", String.join(", ", places)))),
                false));
  }

  /** Quotation marks of the statement's language that don't stand inside it already. */
  static String quoted(String text, Language language) {
    boolean guillemets = language == Language.RUSSIAN || language == Language.UKRAINIAN;
    if (guillemets && text.indexOf('«') < 0 && text.indexOf('»') < 0) {
      return "«" + text + "»";
    }
    return guillemets && text.indexOf('„') < 0 && text.indexOf('“') < 0
        ? "„" + text + "“"
        : "“" + text + "”";
  }

  /**
   * A name that is written from right to left, or has such letters in it, kept to itself: else it
   * would carry away the comma and the numbers beside it.
   */
  static String isolated(String name) {
    return Bidi.requiresBidi(name.toCharArray(), 0, name.length())
        ? "\u2068" + name + "\u2069"
        : name;
  }

  /** One line: white space folded, control and bidirectional-override characters taken out. */
  public static String clean(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ")
        .replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]", "")
        .strip();
  }
}
