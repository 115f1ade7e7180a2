package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document's paragraphs from top to bottom and collects statements: sentences with their
 * attribution, speech after a dash, quotations that stand alone, lists under a header.
 */
final class Narrative {
  private final String text;
  private final Grammar grammar;
  private final Mentions mentions;
  private final Predicates predicates;
  private final Scene scene;
  private final Listing listing;
  private final SentenceReader reader;
  private final SentenceTies ties;
  private final LoneQuotations lone;
  private final List<Draft> drafts = new ArrayList<>();
  private Scene.@Nullable Found pending;
  private Listing.@Nullable Header header;
  private @Nullable Paragraph previous;

  Narrative(
      String text,
      Grammar grammar,
      Mentions mentions,
      Predicates predicates,
      Scene scene,
      Adjuncts adjuncts,
      Listing listing) {
    this.text = text;
    this.grammar = grammar;
    this.mentions = mentions;
    this.predicates = predicates;
    this.scene = scene;
    this.listing = listing;
    this.reader = new SentenceReader(text, grammar, predicates, scene, adjuncts);
    this.ties = new SentenceTies(text, grammar, mentions, predicates, scene, drafts);
    this.lone = new LoneQuotations(text, grammar, mentions, predicates, scene, drafts);
  }

  List<Draft> read(List<Paragraph> paragraphs) {
    int i = 0;
    while (i < paragraphs.size()) {
      Paragraph paragraph = paragraphs.get(i);
      scene.nextParagraph();
      Listing.Header above = header;
      header = null;
      if (above != null) {
        int end = list(above, paragraphs, i);
        if (end > i) {
          i = end;
          continue;
        }
      }
      if (signed(paragraphs, i)) {
        i += 2;
        continue;
      }
      int next = multiParagraph(paragraphs, i);
      if (next > i) {
        i = next;
        continue;
      }
      paragraph(paragraph);
      previous = paragraph;
      i++;
    }
    return List.copyOf(drafts);
  }

  /** Reads a list under a header as its speaker's; returns the index after the last item. */
  private int list(Listing.Header header, List<Paragraph> paragraphs, int from) {
    List<Paragraph> items = listing.items(header, paragraphs, from);
    Span headline = paragraphs.get(Math.max(0, from - 1)).span();
    for (Paragraph item : items) {
      scene.nextParagraph();
      Draft draft = listing.draft(header, headline, item);
      if (draft != null) {
        add(draft);
      }
    }
    if (!items.isEmpty()) {
      scene.saw(header.who().voice(), true);
      pending = null;
    }
    return from + items.size();
  }

  /** A quotation whose speaker signs in the next paragraph: «— Ada Birch, envoy». */
  private boolean signed(List<Paragraph> paragraphs, int i) {
    Paragraph quoted = paragraphs.get(i);
    Paragraph below = i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : null;
    if (below == null || !below.dashed(text) || quoted.quotations().size() != 1) {
      return false;
    }
    Quotation quotation = quoted.quotations().get(0);
    Sentence signature =
        Sentence.of(below.span(), below.tokens(), below.quotations(), mentions, scene.cast());
    Mention mention = signature.mentions().isEmpty() ? null : signature.mentions().get(0);
    boolean whole =
        quotation.open() == quoted.span().start() && quotation.end() >= quoted.span().end() - 1;
    boolean name =
        mention != null
            && mention.from() == 0
            && mention.kind() == Mention.Kind.NAME
            && predicates.in(signature).isEmpty();
    Span words = Texts.words(text, quotation.wordsStart(), quotation.wordsEnd());
    if (!whole || !name || mention == null || words == null) {
      return false;
    }
    Scene.Found who = scene.resolve(mention, signature.tokens(), Gender.UNKNOWN);
    if (who == null) {
      return false;
    }
    add(
        new Draft(
            List.of(words),
            Kind.VERBATIM,
            who,
            "signed below the quotation",
            quoted.ordinal(),
            below.span(),
            null));
    scene.saw(who.voice(), true);
    return true;
  }

  /** A quotation over several paragraphs, each reopened; returns the index after the last one. */
  private int multiParagraph(List<Paragraph> paragraphs, int from) {
    Paragraph first = paragraphs.get(from);
    Quotation open =
        first.quotations().isEmpty() ? null : first.quotations().get(first.quotations().size() - 1);
    if (open == null || open.closed() || from + 1 >= paragraphs.size()) {
      return from;
    }
    int end = from + 1;
    boolean closed = false;
    while (end < paragraphs.size() && !closed) {
      Paragraph next = paragraphs.get(end);
      Quotation reopened = next.quotations().isEmpty() ? null : next.quotations().get(0);
      if (reopened == null || reopened.open() != next.span().start()) {
        break;
      }
      closed = reopened.closed();
      end++;
    }
    if (end == from + 1) {
      return from;
    }
    int before = drafts.size();
    paragraph(first);
    Draft owner = null;
    for (Draft draft : drafts.subList(before, drafts.size())) {
      if (draft.end() >= open.wordsStart() && draft.kind() == Kind.VERBATIM) {
        owner = draft;
      }
    }
    for (int i = from + 1; i < end; i++) {
      scene.nextParagraph();
      Paragraph next = paragraphs.get(i);
      Quotation piece = next.quotations().get(0);
      Span words = Texts.words(text, piece.wordsStart(), piece.wordsEnd());
      if (owner == null) {
        int count = drafts.size();
        paragraph(next);
        if (drafts.size() > count && drafts.get(count).kind() == Kind.VERBATIM) {
          Span head = Texts.words(text, open.wordsStart(), open.wordsEnd());
          if (head != null) {
            owner = drafts.get(count).with(prepend(head, drafts.get(count).parts()));
            drafts.set(count, owner);
          }
        }
      } else if (words != null) {
        List<Span> parts = new ArrayList<>(owner.parts());
        parts.add(words);
        Draft longer = owner.with(parts);
        drafts.set(drafts.indexOf(owner), longer);
        owner = longer;
        if (piece.closed() && piece.end() < next.span().end() - 1) {
          scene.saw(owner.speaker().voice(), true);
        }
      }
    }
    if (owner == null) {
      Voice voice = scene.lastSubject();
      if (voice == null) {
        voice = scene.lastOfficial();
      }
      List<Span> parts = new ArrayList<>();
      for (int i = from; i < end; i++) {
        List<Quotation> quotations = paragraphs.get(i).quotations();
        Quotation piece = i == from ? open : quotations.get(0);
        Span words = Texts.words(text, piece.wordsStart(), piece.wordsEnd());
        if (words != null) {
          parts.add(words);
        }
      }
      if (voice != null && voice.official() && !parts.isEmpty()) {
        add(
            new Draft(
                parts,
                Kind.VERBATIM,
                new Scene.Found(voice, 0.6, "speaker of the document"),
                "quotation over paragraphs",
                first.ordinal(),
                first.span(),
                null));
        scene.saw(voice, true);
      }
    }
    return end;
  }

  private static List<Span> prepend(Span head, List<Span> parts) {
    List<Span> all = new ArrayList<>();
    all.add(head);
    all.addAll(parts);
    return all;
  }

  private void paragraph(Paragraph paragraph) {
    int from = paragraph.span().start();
    if (paragraph.dashed(text)) {
      Speech speech = Speech.in(text, paragraph.span(), paragraph.tokens(), grammar);
      if (speech != null) {
        lone.attributed(paragraph, speech);
        from = speech.end();
      } else {
        if (pending != null) {
          Span words = Texts.words(text, paragraph.span().start(), paragraph.span().end());
          if (words != null) {
            add(
                new Draft(
                    List.of(words),
                    Kind.VERBATIM,
                    pending,
                    "speech after the speaker's announcement",
                    paragraph.ordinal(),
                    paragraph.span(),
                    null));
            scene.saw(pending.voice(), true);
          }
          pending = null;
        }
        return; // speech without an author's word is nobody's
      }
    }
    Scene.@Nullable Found announced = pending;
    pending = null;
    boolean open = false;
    int lastDraft = -1;
    boolean firstSentence = true;
    for (Span span : paragraph.sentences()) {
      if (span.end() <= from) {
        continue;
      }
      Span rest = span.start() < from ? new Span(from, span.end()) : span;
      Sentence sentence =
          Sentence.of(rest, paragraph.tokens(), paragraph.quotations(), mentions, scene.cast());
      if (sentence.size() == 0) {
        continue;
      }
      if (lone.insideQuotation(paragraph, sentence)) {
        open = false;
        firstSentence = false;
        scene.nextSentence();
        continue;
      }
      if (LoneQuotations.standsAlone(sentence)) {
        lone.standing(
            paragraph,
            sentence,
            firstSentence ? announced : null,
            open ? lastDraft : -1,
            firstSentence);
        open = open && lastDraft >= 0;
      } else {
        int before = drafts.size();
        ties.namedAfter(sentence, paragraph);
        ties.saidBefore(sentence, paragraph, previous);
        SentenceReader.Result result = reader.read(sentence, paragraph.ordinal());
        result.drafts().forEach(this::add);
        open = result.open() && drafts.size() > before;
        lastDraft = open ? drafts.size() - 1 : -1;
        pending = result.pending();
      }
      firstSentence = false;
      scene.nextSentence();
    }
    header = listing.header(paragraph, pending);
    if (header != null) {
      pending = header.who();
    }
  }

  private void add(Draft draft) {
    drafts.add(draft);
  }
}
