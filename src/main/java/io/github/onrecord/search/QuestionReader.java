package io.github.onrecord.search;

import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands a question by rules and data files, without a model: language, intent, whom it asks
 * about, when, and what is left: the topic. Safe for use by several threads.
 */
public final class QuestionReader {
  /** A longer question is read up to here. */
  private static final int LONGEST = 2000;

  /** «The sides» of a record with more sides than this are whoever spoke about the topic. */
  private static final int MOST_COMPARED = 4;

  private static final String OPENING_MARKS = "«“„\"‘";
  private static final String CLOSING_MARKS = "»”“\"’";

  private final RecordIndex index;
  private final Clock clock;
  private final Analysis analysis;
  private final TypedText typed;
  private final IntentRules intents;
  private final Markers markers;
  private final CalendarReader calendar;
  private final PeopleReader people;
  private final SpeechWords speech;
  private final Aspects aspects;
  private final FollowUps followUps;

  /**
   * @param index names, sides and days on record
   * @param clock what «last week» is counted from
   */
  public QuestionReader(RecordIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
    this.analysis = index.analysis();
    Words words = analysis.lexicon().words();
    WordForms forms = analysis.lexicon().forms();
    this.typed = new TypedText(analysis);
    this.intents = new IntentRules(words, forms);
    this.markers = new Markers(words);
    this.calendar = new CalendarReader(words);
    this.aspects = new Aspects(words, forms);
    this.speech = new SpeechWords(forms);
    this.people = new PeopleReader(index, markers, new Offices(analysis, speech), speech);
    this.followUps = new FollowUps(index, markers, people);
  }

  /**
   * Reads a question.
   *
   * @param text what a person typed
   * @param earlier their earlier questions in this conversation, oldest first; may be empty
   */
  public Question read(String text, List<Question> earlier) {
    String whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Question before = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
    TypedText.Meant meant = typed.read(whole, before == null ? null : before.language());
    Draft draft = new Draft(meant.text(), meant.language(), analysis);

    List<Span> quotedSpans = quotedSpans(draft.text());
    IntentRules.Read read = intents.read(draft);
    Intent intent = read == null ? Intent.WHAT_WAS_SAID : read.intent();
    if (read != null) {
      use(draft, read.words(), quotedSpans);
    }
    Aspect aspect = aspect(draft, intent, quotedSpans);
    List<String> dateWords = new ArrayList<>();
    DateRange when = dates(draft, before, quotedSpans, dateWords);
    PeopleReader.Asked asked = asked(draft, read == null ? null : intent);
    useSpeech(draft, quotedSpans);
    boolean clear = asked.officials().isEmpty() && asked.ambiguous().isEmpty();
    if (read == null && clear && !asked.sides().isEmpty()) {
      intent = Intent.POSITION;
    }
    List<String> terms = draft.rest(analysis.stops());
    Question own =
        new Question(
            text,
            meant.language(),
            intent,
            asked.officials(),
            asked.ambiguous(),
            asked.unknown(),
            asked.sides(),
            when,
            dateWords,
            terms,
            quotedSpans.stream().map(span -> span.of(draft.text())).toList(),
            aspect,
            markers.any(draft, Markers.Kind.DENY)
                || markers.first(draft, 2, Markers.Kind.NEGATION) < draft.size(),
            false);
    return before == null ? own : followUps.complete(own, before, draft, read == null);
  }

  private Aspect aspect(Draft draft, Intent intent, List<Span> quoted) {
    boolean circumstance = intent == Intent.CIRCUMSTANCE || intent == Intent.WHEN;
    Aspects.Read read = aspects.read(draft, !circumstance);
    if (read == null) {
      return Aspect.NONE;
    }
    use(draft, read.words(), quoted);
    return read.aspect();
  }

  /** Who is asked about; in a comparison of «the sides», whatever side is named is the topic. */
  private PeopleReader.Asked asked(Draft draft, @Nullable Intent intent) {
    int at = markers.first(draft, 0, Markers.Kind.ALL_SIDES);
    if (intent == Intent.COMPARISON && at < draft.size()) {
      List<Side> all = index.roster().fewSides(MOST_COMPARED);
      if (!all.isEmpty()) {
        draft.use(at, at + markers.at(draft, at, Markers.Kind.ALL_SIDES));
        return PeopleReader.Asked.about(all);
      }
    }
    return people.read(draft, intent, index.roster());
  }

  private static void use(Draft draft, BitSet words, List<Span> quoted) {
    for (int i = words.nextSetBit(0); i >= 0; i = words.nextSetBit(i + 1)) {
      if (!inside(draft, i, quoted)) {
        draft.use(i, i + 1);
      }
    }
  }

  private static boolean inside(Draft draft, int at, List<Span> spans) {
    Span word = draft.tokens().get(at).span();
    return spans.stream().anyMatch(span -> span.contains(word));
  }

  /** The days asked about; dates inside the words asked for belong to the topic. */
  private @Nullable DateRange dates(
      Draft draft, @Nullable Question before, List<Span> quoted, List<String> words) {
    LocalDate today = LocalDate.now(clock);
    DateRange earlier = before == null ? null : before.when();
    RecordIndex.Days days = index.days();
    CalendarReader.Frame frame =
        new CalendarReader.Frame(
            today, days.first(), days.last(), earlier == null ? null : earlier.from());
    int clause = clauseAfterSpeech(draft);
    DateRange range = null;
    for (CalendarReader.Found date : calendar.in(draft, frame, analysis.lexicon().forms())) {
      if (date.deadline() || date.from() > clause || inside(draft, date.from(), quoted)) {
        continue;
      }
      draft.use(date.from(), date.to());
      words.add(draft.text(date.from(), date.to()));
      range = range == null ? date.range() : hull(range, date.range());
    }
    return range;
  }

  private static DateRange hull(DateRange a, DateRange b) {
    LocalDate from =
        a.from() == null || b.from() == null
            ? null
            : a.from().isBefore(b.from()) ? a.from() : b.from();
    LocalDate to =
        a.to() == null || b.to() == null ? null : a.to().isAfter(b.to()) ? a.to() : b.to();
    return new DateRange(from, to);
  }

  /** Where the words said begin: a clause marker after a verb of speech. */
  private int clauseAfterSpeech(Draft draft) {
    boolean spoke = false;
    for (int i = 0; i < draft.size(); i++) {
      if (spoke && markers.at(draft, i, Markers.Kind.CLAUSE) > 0) {
        return i;
      }
      spoke |= speech.at(draft, i);
    }
    return draft.size();
  }

  private void useSpeech(Draft draft, List<Span> quoted) {
    int clause = clauseAfterSpeech(draft);
    for (int i = 0; i < clause; i++) {
      if ((speech.at(draft, i) && !inside(draft, i, quoted))
          || markers.at(draft, i, Markers.Kind.TITLE) > 0) {
        draft.use(i, i + 1);
      }
    }
  }

  private static List<Span> quotedSpans(String text) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (OPENING_MARKS.indexOf(text.charAt(at)) < 0) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && CLOSING_MARKS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (end < text.length() && text.substring(at + 1, end).contains(" ")) {
        spans.add(new Span(at + 1, end));
      }
      at = end + 1;
    }
    return spans;
  }
}
