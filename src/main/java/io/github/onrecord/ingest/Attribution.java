package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who says what in a document, and which of its paragraphs the source tells in its own name.
 *
 * <p>In order: paragraphs that repeat or that talk to machines are left out; people are found and
 * learned about; a transcript's turns are taken whole; everything else is read as narrative; words
 * quoted inside statements are looked through once more for second-hand quotations. Stateless but
 * for the word files, hence thread-safe.
 */
final class Attribution {
  /** Longer paragraphs are no headings. */
  private static final int HEADING_TOKENS = 30;

  /** Within so many characters a first paragraph gives its place and date. */
  private static final int DATELINE = 80;

  /** A dateline stands at the head of one of so many first paragraphs. */
  private static final int OPENING = 4;

  /** A paragraph that is the document's title says what it is within so many tokens. */
  private static final int TITLE_TOKENS = 4;

  private final Sentences sentences = new Sentences();
  private final CalendarText calendar = new CalendarText();

  /**
   * What was found in a document.
   *
   * @param drafts statements in the order of the text
   * @param paragraphs the paragraphs that were read
   * @param cast the people
   * @param days how the document's days are to be read
   * @param spoken whether the document is itself the record of an occasion (a transcript, a
   *     bulletin) or of its hour (a post, a feed's item), so that its day is that of what was said
   * @param turns stretches in which people speak by turns, officials or not: none of it is the
   *     document's own account
   * @param source the outlet to which the document owes a list of positions, or null
   */
  record Findings(
      List<Draft> drafts,
      List<Paragraph> paragraphs,
      Cast cast,
      Days days,
      boolean spoken,
      List<Span> turns,
      @Nullable String source) {
    Findings {
      drafts = List.copyOf(drafts);
      turns = List.copyOf(turns);
      paragraphs = List.copyOf(paragraphs);
    }

    /** The same without drafts that hold any of some stretches of the text. */
    Findings without(List<Span> stretches) {
      List<Draft> kept =
          drafts.stream()
              .filter(
                  d -> d.parts().stream().noneMatch(p -> stretches.stream().anyMatch(p::overlaps)))
              .toList();
      return new Findings(kept, paragraphs, cast, days, spoken, turns, source);
    }
  }

  CalendarText calendar() {
    return calendar;
  }

  /** Reads a document; nothing is found in one of another language than the three. */
  Findings read(DocumentText document, People known) {
    if (document.language() == Language.OTHER) {
      Days days =
          new Days(document.text(), Grammar.of(Language.ENGLISH), calendar, document.published());
      return new Findings(List.of(), List.of(), new Cast(), days, false, List.of(), null);
    }
    Grammar grammar = Grammar.of(document.language());
    String text = document.text();
    OfficePhrases offices = new OfficePhrases(grammar, calendar);
    Mentions mentions = new Mentions(grammar, offices);
    Predicates predicates = new Predicates(grammar, calendar);
    Adjuncts adjuncts = new Adjuncts(grammar, calendar);
    List<Paragraph> all = paragraphs(document, grammar);
    List<Paragraph> told = all.stream().filter(p -> carries(p.block().role())).toList();
    Cast cast = new Cast();
    known.introduce(cast, text);
    new NameFinder(grammar, offices, calendar).find(all, cast);
    for (Paragraph paragraph : all) {
      mentions.learn(paragraph.tokens(), mentions.in(paragraph.tokens(), cast));
    }
    known.recognise(cast);
    Scene scene = new Scene(grammar, cast, known);
    List<Draft> drafts = new ArrayList<>();
    List<Paragraph> narrated = told;
    introduce(scene, all, mentions, cast, grammar);
    Introduction introduction = new Introduction(all, mentions, cast);
    Taken transcript =
        new Transcript(
                text,
                grammar,
                new TurnLabels(text, grammar, cast),
                new TurnSpeakers(grammar, mentions, scene, document.source()),
                introduction)
            .read(told);
    if (transcript == null) {
      transcript = new Interview(text, grammar, introduction).read(told);
    }
    if (transcript != null) {
      drafts.addAll(transcript.drafts());
      Taken taken = transcript;
      narrated = told.stream().filter(p -> !taken.holds(p)).toList();
    }
    Listing listing = new Listing(text, grammar, mentions, scene, introduction);
    Narrative narrative =
        new Narrative(text, grammar, mentions, predicates, scene, adjuncts, listing);
    List<Draft> narrativeDrafts = new Communique(text, grammar, narrative).read(all, narrated);
    drafts.addAll(narrativeDrafts);
    drafts.addAll(
        new SecondHand(text, grammar, mentions, predicates, scene, adjuncts, sentences)
            .in(drafts, told));
    drafts.sort(
        Comparator.comparingInt(Draft::start).thenComparing(d -> d.quotedBy() == null ? 0 : 1));
    return new Findings(
        drafts.stream().filter(d -> d.speaker().voice().official()).toList(),
        all,
        cast,
        new Days(text, grammar, calendar, published(document, grammar)),
        transcript != null || released(document, grammar) || document.item() != null,
        transcript == null ? List.of() : transcript.spans(),
        new ListSource(text, grammar, mentions, cast).in(all));
  }

  /** Whom the headline names may be meant below; whose statement or briefing it is, speaks. */
  private static void introduce(
      Scene scene, List<Paragraph> all, Mentions mentions, Cast cast, Grammar grammar) {
    for (Paragraph paragraph : all) {
      if (carries(paragraph.block().role()) && paragraph.tokens().size() > HEADING_TOKENS) {
        return;
      }
      boolean occasion = grammar.list("release").occursIn(paragraph.tokens());
      boolean head = !carries(paragraph.block().role());
      for (Mention mention : mentions.in(paragraph.tokens(), cast)) {
        boolean official =
            mention.kind() == Mention.Kind.NAME
                && mention.people().size() == 1
                && mention.people().get(0).official();
        if (official && (head || occasion)) {
          Voice voice = new Voice.Named(mention.people().get(0));
          scene.saw(voice, occasion);
          if (occasion) {
            scene.isSpeakerOf(voice);
          }
        }
      }
    }
  }

  /** The day of publication, or a release's in its title, or that of the first paragraph. */
  private @Nullable LocalDate published(DocumentText document, Grammar grammar) {
    if (document.published() != null) {
      return document.published();
    }
    for (Block block : document.blocks()) {
      if (block.role() == Block.Role.HEADLINE) {
        Optional<LocalDate> titled = calendar.firstFull(block.span().of(document.text()));
        if (titled.isPresent()
            && grammar.list("release").occursIn(Token.of(document.text(), block.span()))) {
          return titled.get();
        }
      }
      if (carries(block.role())) {
        String opening = block.span().of(document.text());
        return calendar
            .firstFull(opening.substring(0, Math.min(opening.length(), DATELINE)))
            .orElse(null);
      }
    }
    return null;
  }

  /** Whether the document's head calls it a bulletin, a release or the like. */
  private boolean released(DocumentText document, Grammar grammar) {
    int seen = 0;
    for (Block block : document.blocks()) {
      boolean head =
          block.role() == Block.Role.HEADLINE
              || block.role() == Block.Role.BYLINE
              || block.role() == Block.Role.PARAGRAPH;
      if (head && seen++ < 4 && block.span().length() < 120) {
        List<Token> tokens = Token.of(document.text(), block.span());
        boolean told = block.role() == Block.Role.PARAGRAPH;
        int within = told ? Math.min(tokens.size(), TITLE_TOKENS) : tokens.size();
        if (grammar.list("release").occursIn(tokens, 0, within)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean carries(Block.Role role) {
    return role == Block.Role.PARAGRAPH
        || role == Block.Role.LIST_ITEM
        || role == Block.Role.HEADING;
  }

  /** The blocks to be read, without repeats of long ones and without what talks to machines. */
  private List<Paragraph> paragraphs(DocumentText document, Grammar grammar) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Set<String> seen = new java.util.HashSet<>();
    int ordinal = 0;
    int carrying = 0;
    for (Block block : document.blocks()) {
      Span span = block.span();
      Block.Role role = block.role();
      boolean read =
          role != Block.Role.ASIDE
              && Texts.words(document.text(), span.start(), span.end()) != null;
      if (read) {
        boolean opening = carries(role) && ++carrying <= OPENING;
        Dateline dateline = opening ? Dateline.of(document.text(), span, calendar) : null;
        Paragraph paragraph =
            Paragraph.of(document.text(), ordinal, block, dateline, sentences, grammar);
        String words = normal(span.of(document.text()));
        boolean repeated = words.length() > 40 && !seen.add(words);
        if (!repeated && !grammar.list("inject").occursIn(paragraph.tokens())) {
          paragraphs.add(paragraph);
        }
      }
      ordinal++;
    }
    return paragraphs;
  }

  private static String normal(String words) {
    return Token.key(words).replaceAll("[\\s\u00a0]+", " ").strip();
  }

  /** A paragraph of a list, by the ordinal of its block, or null. */
  static @Nullable Paragraph byOrdinal(List<Paragraph> paragraphs, int ordinal) {
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.ordinal() == ordinal) {
        return paragraph;
      }
    }
    return null;
  }
}
