package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private final List<Draft> drafts = new ArrayList<>();
  private Scene.@Nullable Found pending;
  private Listing.@Nullable Header header;

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
        attributed(paragraph, speech);
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
      if (insideQuotation(paragraph, sentence)) {
        open = false;
        firstSentence = false;
        scene.nextSentence();
        continue;
      }
      if (standsAlone(sentence)) {
        standing(
            paragraph,
            sentence,
            firstSentence ? announced : null,
            open ? lastDraft : -1,
            firstSentence);
        open = open && lastDraft >= 0;
      } else {
        int before = drafts.size();
        namedAfter(sentence, paragraph);
        saidBefore(sentence, paragraph);
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

  /** «… . This was announced by X»: what was said is the sentence before. */
  private void saidBefore(Sentence sentence, Paragraph paragraph) {
    int length = grammar.list("this-said").match(sentence.tokens(), 0);
    if (length == 0) {
      return;
    }
    Span before = null;
    for (Span span : paragraph.sentences()) {
      if (span.end() <= sentence.span().start()) {
        before = span;
      }
    }
    boolean taken = before == null;
    for (Draft draft : drafts) {
      taken |=
          before != null && draft.around().start() >= before.start() && draft.end() <= before.end();
    }
    if (taken || before == null) {
      return;
    }
    for (Predicate predicate : predicates.in(sentence)) {
      Mention subject = predicate.subject();
      Scene.Found who =
          subject == null ? null : scene.resolve(subject, sentence.tokens(), predicate.agreement());
      Span words = Texts.item(text, before.start(), before.end());
      boolean says = predicate.takes(Verb.Flag.THAT) || predicate.takes(Verb.Flag.COLON);
      if (who != null && words != null && says) {
        add(
            new Draft(
                List.of(words),
                Kind.REPORTED,
                who,
                "announced in the next sentence",
                paragraph.ordinal(),
                sentence.span(),
                null));
        return;
      }
    }
  }

  /**
   * «The commissioner called it absurd. Nadia Rell wants …»: whoever opens a sentence without an
   * office of their own bears the office that the sentence before left without a name.
   */
  private void namedAfter(Sentence sentence, Paragraph paragraph) {
    Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
    if (last == null
        || paragraph.ordinal() - last.paragraph() > 1
        || !(last.speaker().voice() instanceof Voice.Unnamed unnamed)
        || unnamed.role() == null
        || !unnamed.official()) {
      return;
    }
    for (Mention mention : sentence.mentions()) {
      if (mention.kind() != Mention.Kind.NAME
          || !mention.nominative()
          || mention.people().size() != 1) {
        continue;
      }
      Person person = mention.people().get(0);
      boolean near =
          last.paragraph() == paragraph.ordinal()
              || !person.present()
              || name(sentence, mention).contains(" ");
      boolean free =
          near
              && !person.hasOffice()
              && !person.isPrivate()
              && person.gender().fits(unnamed.gender());
      if (free && mention.offices().isEmpty()) {
        String role = unnamed.role();
        List<String> keys =
            Token.of(role, new Span(0, role.length())).stream()
                .filter(t -> t.key().length() > 2)
                .map(OfficePhrases::key)
                .toList();
        person.holds(new Person.Office(role, keys, unnamed.side(), last.around().start(), false));
        Scene.Found named =
            new Scene.Found(new Voice.Named(person), 0.7, "named in the next sentence");
        drafts.set(
            drafts.size() - 1,
            new Draft(
                last.parts(),
                last.kind(),
                named,
                last.reason(),
                last.paragraph(),
                last.around(),
                last.quotedBy()));
        scene.saw(named.voice(), true);
      }
      return;
    }
  }

  private static String name(Sentence sentence, Mention mention) {
    StringBuilder words = new StringBuilder();
    for (int k = mention.from(); k < mention.coreTo(); k++) {
      words.append(k > mention.from() ? " " : "").append(sentence.token(k).text());
    }
    return words.toString();
  }

  private void add(Draft draft) {
    drafts.add(draft);
  }

  /** A whole quotation with the author's words inside its marks, or outside them in a dash. */
  private boolean insideQuotation(Paragraph paragraph, Sentence sentence) {
    boolean found = false;
    for (Quotation quotation : sentence.quotations().values()) {
      if (quotation.open() != sentence.span().start()
          && !sentence.is(indexOf(sentence, quotation) - 1, ":")) {
        continue;
      }
      Span inner =
          new Span(
              quotation.wordsStart(), Math.max(quotation.wordsStart() + 1, quotation.wordsEnd()));
      Speech speech =
          Speech.in(text, inner, paragraph.tokensIn(inner.start(), inner.end()), grammar);
      if (speech != null) {
        found |= attributed(paragraph, speech);
      }
    }
    return found;
  }

  private static int indexOf(Sentence sentence, Quotation quotation) {
    for (var entry : sentence.quotations().entrySet()) {
      if (entry.getValue().equals(quotation)) {
        return entry.getKey();
      }
    }
    return -1;
  }

  /** A speech whose author's words say whose it is. */
  private boolean attributed(Paragraph paragraph, Speech speech) {
    for (Span insert : speech.inserts()) {
      Sentence sentence =
          Sentence.of(insert, paragraph.tokens(), List.of(), mentions, scene.cast());
      for (Predicate predicate : predicates.in(sentence)) {
        Mention subject = predicate.subject();
        Scene.Found who = null;
        if (subject != null) {
          who = scene.resolve(subject, sentence.tokens(), predicate.agreement());
        } else {
          Voice last = scene.lastSubject();
          who =
              last != null && last.gender().fits(predicate.agreement())
                  ? new Scene.Found(last, 0.6, "subject before")
                  : null;
        }
        if (who != null && !speech.parts().isEmpty()) {
          if (who.voice() instanceof Voice.Named named) {
            named.person().gender(predicate.agreement());
          }
          add(
              new Draft(
                  speech.parts(),
                  Kind.VERBATIM,
                  who,
                  "name and verb between dashes",
                  paragraph.ordinal(),
                  insert,
                  null));
          scene.saw(who.voice(), true);
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a sentence is nothing but quotations. */
  private static boolean standsAlone(Sentence sentence) {
    boolean quoted = false;
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.quote(k)) {
        quoted = true;
      } else if (!".,—–-".contains(sentence.token(k).key())) {
        return false;
      }
    }
    return quoted;
  }

  private void standing(
      Paragraph paragraph,
      Sentence sentence,
      Scene.@Nullable Found announced,
      int continues,
      boolean first) {
    List<Span> parts = new ArrayList<>();
    sentence.quotations().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              Span words =
                  Texts.words(text, entry.getValue().wordsStart(), entry.getValue().wordsEnd());
              if (words != null) {
                parts.add(words);
              }
            });
    if (parts.isEmpty()) {
      return;
    }
    if (continues >= 0) {
      Draft longer = drafts.get(continues);
      List<Span> all = new ArrayList<>(longer.parts());
      all.addAll(parts);
      drafts.set(continues, longer.with(all));
      return;
    }
    Scene.Found who = announced;
    String reason = "quotation after the speaker's announcement";
    if (who == null) {
      Voice voice = first ? scene.lastSubject() : scene.lastSubjectHere();
      Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
      boolean spoke =
          last != null
              && last.speaker().voice().equals(voice)
              && paragraph.ordinal() - last.paragraph() <= 1;
      if (first && !spoke && scene.speaker() != null) {
        voice = scene.speaker();
      }
      double certainty =
          !first || (voice != null && voice.equals(scene.speaker())) ? 0.7 : spoke ? 0.55 : 0.4;
      who = voice == null ? null : new Scene.Found(voice, certainty, "last subject");
      reason = "quotation alone, after a sentence about the speaker";
    }
    if (who != null && plausible(parts)) {
      scene.saw(who.voice(), true);
      add(
          new Draft(
              parts, Kind.VERBATIM, who, reason, paragraph.ordinal(), paragraph.span(), null));
    }
  }

  /** A lone quotation of one or two words is a title or a slogan, not a statement. */
  private boolean plausible(List<Span> parts) {
    String words = parts.get(0).of(text).strip();
    return words.split("\\s+", -1).length >= 3 && !words.equals(words.toUpperCase(Locale.ROOT));
  }
}
