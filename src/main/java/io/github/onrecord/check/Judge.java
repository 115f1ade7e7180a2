package io.github.onrecord.check;

import io.github.onrecord.check.CheckedQuote.Remark;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Claimant;
import io.github.onrecord.search.Claimants;
import io.github.onrecord.search.Match.Twin;
import io.github.onrecord.search.Wording;
import io.github.onrecord.search.Wordings;
import io.github.onrecord.search.Wordings.Likeness;
import io.github.onrecord.search.Wordings.Likenesses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a quotation its verdict. The words are judged first, then whose they are:
 *
 * <ol>
 *   <li>Word for word in one statement, parts joined: {@link Verdict#EXACT} when it is verbatim,
 *       stands, and is by whoever is claimed; {@link Verdict#REPORTED} when it is a report of
 *       theirs; {@link Verdict#MISATTRIBUTED} when it is by others only. A quotation that begins
 *       right after the negation of its first word is not word for word.
 *   <li>Near one statement: {@link Verdict#ALTERED}, whoever is claimed, since words that weren't
 *       said are nobody's; {@link Verdict#REPORTED} when it is near a report of the claimed speaker
 *       and differs in form only. An omission counts as an alteration even where «…» marks it, for
 *       what is left out may turn the sense; the difference shows it.
 *   <li>Runs of words out of several utterances, when they explain it better than one statement
 *       does: {@link Verdict#STITCHED}. Two places of one statement are an omission.
 *   <li>The same meaning: {@link Verdict#TRANSLATED} from another language, {@link
 *       Verdict#REPORTED} by the claimed speaker in the same.
 *   <li>Else {@link Verdict#NOT_ON_RECORD}; with the statement, when it was on record and has been
 *       withdrawn or corrected since.
 * </ol>
 */
final class Judge {
  /** Statements with the very words: a commonplace has thousands. */
  private static final int SAME_WORDS = 60;

  /** Statements compared word by word. */
  private static final int NEIGHBOURS = 16;

  /** Statements compared by meaning. */
  private static final int ALIKE = 12;

  /** Statements shown for a verdict. */
  private static final int SHOWN = 5;

  /** Words of a quotation that are too few to be anybody's in particular. */
  private static final int FEW_WORDS = 2;

  /** A run that more statements have is a commonplace, and no sign that it comes from one. */
  private static final int COMMONPLACE = 4;

  // The thresholds below were set on the labelled sets; CheckerMeasureTest holds the figures.

  /** The least similarity of an altered quotation to its statement. */
  private static final double NEAR = 0.5;

  /** The least similarity that lets a report be what a quotation was made of. */
  private static final double NEAR_REPORT = 0.6;

  /** The least share of a quotation that stitched runs must have. */
  private static final double STITCHED = 0.6;

  /** The least share of meaning of a translation by anybody, or of a paraphrase. */
  private static final double SAME_MEANING = 0.5;

  /** The least share of meaning of a translation of words by whoever is claimed. */
  private static final double SAME_SPEAKERS_MEANING = 0.45;

  /** How much more must be shared for each tenfold of statements, and from how many on. */
  private static final double CHANCE = 0.1;

  private static final double FEW_STATEMENTS = 500;

  /** What else is on record must have so much less of the meaning, if nobody is claimed. */
  private static final double CLEARLY = 0.1;

  private final Wordings wordings;
  private final Claimants claimants;
  private final Negations negations = new Negations();

  Judge(Wordings wordings, Claimants claimants) {
    this.wordings = wordings;
    this.claimants = claimants;
  }

  /** Whether words are on record as they stand, by anybody. */
  boolean onRecord(Wording wording) {
    return wordings.having(wording, List.of(), SAME_WORDS).stream()
        .anyMatch(twin -> unsevered(wording, twin));
  }

  CheckedQuote judge(Claim claim) {
    return new Case(claim).verdict();
  }

  /** Whether words stand in a statement beside each other, and not cut off from their negation. */
  private boolean unsevered(Wording quote, Twin twin) {
    List<Wording.Word> said = Wordings.wording(twin.statement()).words();
    List<Wording.Word> own = quote.words();
    for (int from = 0; from + own.size() <= said.size(); from++) {
      int same = 0;
      while (same < own.size() && own.get(same).same(said.get(from + same))) {
        same++;
      }
      if (same == own.size() && !severed(own.get(0), said, from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word before a place negates what begins there, and that doesn't negate itself. */
  private boolean severed(Wording.Word first, List<Wording.Word> said, int from) {
    return from > 0 && negations.is(said.get(from - 1)) && !negations.is(first);
  }

  /** One quotation before the record. */
  private final class Case {
    private final Claim claim;
    private final Wording words;
    private final Language language;
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    private List<Twin> withdrawn = List.of();

    Case(Claim claim) {
      this.claim = claim;
      this.words = claim.wording();
      this.language = wordings.language(claim.text());
      if (words.words().stream().anyMatch(Wording.Word::mixed)) {
        remarks.add(Remark.FOREIGN_LETTERS);
      }
    }

    CheckedQuote verdict() {
      CheckedQuote found = byWords();
      if (found == null) {
        found = byNearness();
      }
      if (found == null) {
        found = byMeaning();
      }
      return found == null ? of(Verdict.NOT_ON_RECORD, null, withdrawn) : found;
    }

    private CheckedQuote of(Verdict verdict, @Nullable Difference difference, List<Twin> found) {
      Claimant claimant = claim.claimant();
      return new CheckedQuote(
          claim.text(),
          claimant == null ? null : claimant.asWritten(),
          verdict,
          difference,
          found.stream().limit(SHOWN).toList(),
          remarks);
    }

    private boolean fits(Twin twin) {
      Claimant claimant = claim.claimant();
      return claimant == null || claimants.fits(claimant, twin.statement());
    }

    private static boolean verbatim(Twin twin) {
      return twin.statement().kind() == Kind.VERBATIM;
    }

    // --- word for word ---

    private @Nullable CheckedQuote byWords() {
      List<Twin> same = sameWords();
      withdrawn = same.stream().filter(twin -> !twin.statement().standing()).toList();
      if (!withdrawn.isEmpty()) {
        remarks.add(Remark.WITHDRAWN);
      }
      List<Twin> standing =
          same.stream()
              .filter(twin -> twin.statement().standing())
              .filter(this::longEnough)
              .sorted(Comparator.comparing(this::whole).reversed().thenComparing(Case::day))
              .toList();
      List<Twin> own = standing.stream().filter(this::fits).toList();
      List<Twin> quoted = own.stream().filter(Case::verbatim).toList();
      if (!quoted.isEmpty()) {
        remarks.remove(Remark.WITHDRAWN);
        if (!whole(quoted.get(0))) {
          remarks.add(Remark.PART);
        }
        return of(Verdict.EXACT, null, quoted);
      }
      if (!own.isEmpty()) {
        return of(Verdict.REPORTED, null, own);
      }
      if (standing.isEmpty()) {
        return null;
      }
      remarks.add(Remark.OTHER_SPEAKER);
      List<Twin> others = standing.stream().filter(Case::verbatim).toList();
      return of(Verdict.MISATTRIBUTED, null, others.isEmpty() ? standing : others);
    }

    /** Those of the claimed speaker first: of a commonplace not all statements are looked at. */
    private List<Twin> sameWords() {
      List<Long> ids = claimedIds();
      List<Twin> own = ids.isEmpty() ? List.of() : wordings.having(words, ids, SAME_WORDS);
      Set<Long> seen = new LinkedHashSet<>();
      return Stream.concat(own.stream(), wordings.having(words, List.of(), SAME_WORDS).stream())
          .filter(twin -> seen.add(twin.statement().id()))
          .filter(twin -> unsevered(words, twin))
          .toList();
    }

    /** A word or two are somebody's when they claimed to be theirs, or are all that was said. */
    private boolean longEnough(Twin twin) {
      return words.size() > FEW_WORDS || whole(twin) || (claim.claimant() != null && fits(twin));
    }

    private boolean whole(Twin twin) {
      return Wordings.wording(twin.statement()).size() == words.size();
    }

    private static LocalDate day(Twin twin) {
      LocalDate spoken = twin.statement().spoken();
      LocalDate day = spoken == null ? twin.document().published() : spoken;
      return day == null ? LocalDate.MAX : day;
    }

    // --- nearly ---

    /** A statement and what had to be changed in it. */
    private record Neighbour(Twin twin, Alignment alignment, int index) {}

    private @Nullable CheckedQuote byNearness() {
      List<Twin> near =
          wordings.near(words, NEIGHBOURS).stream()
              .filter(twin -> twin.statement().standing())
              .filter(twin -> sameLanguage(twin.statement()))
              .toList();
      if (near.isEmpty()) {
        return null;
      }
      Alignment.Text own = new Alignment.Text(words, wordings.stems(words, language));
      List<Wording> said = near.stream().map(twin -> Wordings.wording(twin.statement())).toList();
      List<Neighbour> neighbours = new ArrayList<>();
      for (int i = 0; i < near.size(); i++) {
        Alignment.Text other =
            new Alignment.Text(said.get(i), wordings.stems(said.get(i), language));
        neighbours.add(new Neighbour(near.get(i), new Alignment(own, other), i));
      }
      neighbours.sort(
          Comparator.comparingDouble((Neighbour n) -> n.alignment().cost())
              .thenComparing(n -> !fits(n.twin()))
              .thenComparing(n -> !verbatim(n.twin()))
              .thenComparing(n -> day(n.twin())));
      Neighbour best = neighbours.get(0);
      Patchwork.Cover cover =
          Patchwork.of(
              words,
              said,
              (from, to) ->
                  wordings.count(new Wording(words.words().subList(from, to))) > COMMONPLACE);
      boolean covered = cover.words() >= STITCHED * words.size();
      if (covered && cover.cost() < best.alignment().cost()) {
        return patched(cover, near, neighbours);
      }
      return altered(best, neighbours);
    }

    private boolean sameLanguage(Statement statement) {
      return statement.language() == language || statement.language() == Language.OTHER;
    }

    /**
     * Put together of several utterances, or of one in another order or with something left out.
     */
    private CheckedQuote patched(
        Patchwork.Cover cover, List<Twin> near, List<Neighbour> neighbours) {
      List<Twin> sources = cover.sources().stream().map(near::get).toList();
      Set<Long> utterances =
          sources.stream()
              .map(Judge::utterance)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (utterances.size() > 1) {
        if (!sources.stream().allMatch(this::fits)) {
          remarks.add(Remark.OTHER_SPEAKER);
        }
        return of(Verdict.STITCHED, null, sources);
      }
      int first = cover.runs().get(0).source();
      Neighbour only =
          neighbours.stream().filter(n -> n.index() == first).findFirst().orElseThrow();
      return altered(only);
    }

    private @Nullable CheckedQuote altered(Neighbour best, List<Neighbour> neighbours) {
      Neighbour nearest = best;
      if (!fits(best.twin())) {
        // As near a statement by whoever is claimed tells more than somebody else's.
        float cost = best.alignment().cost();
        nearest =
            neighbours.stream()
                .filter(n -> fits(n.twin()) && n.alignment().cost() <= cost)
                .findFirst()
                .orElse(best);
      }
      double similarity = nearest.alignment().similarity();
      boolean report = !verbatim(nearest.twin());
      if (report
          && similarity >= NEAR_REPORT
          && claim.claimant() != null
          && fits(nearest.twin())
          && formOnly(nearest)) {
        return of(Verdict.REPORTED, null, List.of(nearest.twin()));
      }
      return similarity >= NEAR && enough(nearest) ? altered(nearest) : null;
    }

    /** Whether more is left of the statement than any two texts have in common. */
    private boolean enough(Neighbour neighbour) {
      int kept = neighbour.alignment().kept();
      int said = Wordings.wording(neighbour.twin().statement()).size();
      return kept > FEW_WORDS || (kept == FEW_WORDS && 2 * kept >= said);
    }

    /** Whether nothing that turns the sense was changed: no negation, no number. */
    private boolean formOnly(Neighbour neighbour) {
      return neighbour.alignment().changes().stream()
          .noneMatch(word -> word.number() || negations.is(word));
    }

    private CheckedQuote altered(Neighbour neighbour) {
      if (!fits(neighbour.twin())) {
        remarks.add(Remark.OTHER_SPEAKER);
      }
      Wording said = Wordings.wording(neighbour.twin().statement());
      int start = neighbour.alignment().start();
      boolean severed = severed(words.words().get(0), said.words(), start);
      return of(
          Verdict.ALTERED, neighbour.alignment().difference(severed), List.of(neighbour.twin()));
    }

    // --- the same meaning ---

    private @Nullable CheckedQuote byMeaning() {
      if (words.size() <= FEW_WORDS) {
        return null;
      }
      boolean negated = negations.in(words);
      Likenesses all = wordings.meaning(claim.text(), language, claimedIds(), ALIKE);
      List<Likeness> alike =
          all.likenesses().stream()
              .filter(likeness -> fits(likeness.statement()) && likeness.numbers())
              .filter(
                  likeness ->
                      negated == negations.in(Wordings.wording(likeness.statement().statement())))
              .toList();
      List<Likeness> foreign =
          alike.stream().filter(l -> !sameLanguage(l.statement().statement())).toList();
      if (!foreign.isEmpty() && foreign.get(0).shared() >= least(all.among()) && clear(foreign)) {
        return of(Verdict.TRANSLATED, null, shown(foreign));
      }
      List<Likeness> reports =
          alike.stream()
              .filter(l -> sameLanguage(l.statement().statement()) && !verbatim(l.statement()))
              .toList();
      return claim.claimant() != null
              && !reports.isEmpty()
              && reports.get(0).shared() >= SAME_MEANING
          ? of(Verdict.REPORTED, null, shown(reports))
          : null;
    }

    /** Whoever is claimed makes a likeness likelier; many statements make it likelier by chance. */
    private double least(int among) {
      double chance = CHANCE * Math.max(0, Math.log10((double) among / FEW_STATEMENTS));
      return chance + (claim.claimant() == null ? SAME_MEANING : SAME_SPEAKERS_MEANING);
    }

    /** The officials who may be claimed; empty when nobody in particular is. */
    private List<Long> claimedIds() {
      Claimant claimant = claim.claimant();
      return claimant == null
          ? List.of()
          : claimant.officials().stream().map(Official::id).toList();
    }

    /** Whether the best is so by more than chance; that it is by whoever is claimed is enough. */
    private boolean clear(List<Likeness> likenesses) {
      Likeness best = likenesses.get(0);
      return claim.claimant() != null
          || likenesses.stream()
              .filter(l -> utterance(l.statement()) != utterance(best.statement()))
              .noneMatch(l -> best.shared() - l.shared() < CLEARLY);
    }

    /** The best and the same utterance in other documents. */
    private List<Twin> shown(List<Likeness> likenesses) {
      Twin best = likenesses.get(0).statement();
      return likenesses.stream()
          .map(Likeness::statement)
          .filter(twin -> utterance(twin) == utterance(best))
          .toList();
    }
  }

  private static long utterance(Twin twin) {
    Statement said = twin.statement();
    return said.utterance() == 0 ? -said.id() : said.utterance();
  }
}
