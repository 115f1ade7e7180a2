package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds the evidence for a question: who is asked about, on what, when; the evidence test decides
 * what of it answers. Safe for use by several threads.
 */
public final class Retriever {
  /** Candidates looked at for each official or side. */
  private static final int CANDIDATES = 60;

  /** Near statements shown when nothing answers. */
  private static final int RELATED = 3;

  /** A word that is found so surely stands in the statement itself. */
  private static final float SAID = 0.85f;

  /** Statements that answer for each official or side: more than that, nobody pages through. */
  private static final int ANSWERS = 20;

  /** Passages shown. */
  private static final int PASSAGES = 3;

  /** Statements shown when everything by somebody is asked for. */
  private static final int EVERYTHING = 30;

  private final RecordIndex index;
  private final Filters filters;
  private final EvidenceTest test;
  private final Stances stances;
  private final @Nullable Neighbours neighbours;

  public Retriever(RecordIndex index) {
    this(index, null, 0);
  }

  /**
   * A retriever.
   *
   * @param neighbours who knows what is near by meaning; null to go by words alone
   * @param stricter how much more of a question's topic than usual a statement must bear, as a
   *     share from -1 to 1, to try out other lines of the evidence test
   */
  public Retriever(RecordIndex index, @Nullable Neighbours neighbours, float stricter) {
    this.index = index;
    this.neighbours = neighbours;
    this.test = new EvidenceTest(stricter);
    this.filters = new Filters(index);
    this.stances = new Stances(index.analysis());
  }

  /** What the record holds for a question, judged. */
  public Evidence retrieve(Question question) {
    try {
      IndexSearcher searcher = index.searchers().acquire();
      try {
        return new Search(question, searcher).evidence();
      } finally {
        index.searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be read", e);
    }
  }

  /**
   * Which of some statements answer a question, however many others do.
   *
   * @param statements their numbers
   */
  public Set<Long> among(Question question, Collection<Long> statements) {
    try {
      IndexSearcher searcher = index.searchers().acquire();
      try {
        return new Search(question, searcher).among(List.copyOf(statements));
      } finally {
        index.searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be read", e);
    }
  }

  /** One question on its way through one state of the index. */
  private final class Search {
    private final Question question;
    private final IndexSearcher searcher;
    private final List<Analysis.Unit> units = new ArrayList<>();
    private final Coverings coverings;
    private final List<Query> subjects;
    private final @Nullable Query days;

    /** Whether the topic is nothing but words that say little: «the talks». */
    private final boolean vague;

    /** What tells the circumstance that is asked for, or null. */
    private final @Nullable Query telling;

    private final Nearness nearness;

    private Search(Question question, IndexSearcher searcher) throws IOException {
      this.question = question;
      this.searcher = searcher;
      Spelling spelling = new Spelling(index.analysis().lexicon(), searcher);
      for (String term : question.terms()) {
        for (Analysis.Unit unit : index.analysis().units(term, question.language())) {
          units.add(spelling.forgive(unit, question.language()));
        }
      }
      if (!units.isEmpty() && question.aspect().words().contains(Aspect.ANY_NUMBER)) {
        units.add(Amounts.ASKED);
      }
      this.subjects = filters.subjects(question);
      this.vague = units.stream().allMatch(Analysis.Unit::weak);
      this.coverings =
          new Coverings(
              searcher,
              units,
              subjects.isEmpty() && !vague
                  ? Coverings.Zones.SPEAKER_SOUGHT
                  : Coverings.Zones.SPEAKER_KNOWN);
      this.days = Filters.days(question.when());
      this.telling = filters.telling(question);
      boolean searched = refused() == null && !units.isEmpty();
      this.nearness = new Nearness(searched ? neighbours : null, question);
    }

    private Evidence evidence() throws IOException {
      Finding refused = refused();
      if (refused != null) {
        return nothing(refused, List.of());
      }
      if (!question.unknownNames().isEmpty() && question.officials().isEmpty()) {
        return nothing(Finding.NO_SUCH_OFFICIAL, related());
      }
      if (subjects.isEmpty() && units.isEmpty() && days == null) {
        return nothing(Finding.NO_TOPIC, List.of());
      }
      List<PassageMatch> passages = narrated() ? passages() : List.of();
      List<Coverings.Hit> passing = new ArrayList<>();
      for (Query subject : subjects.isEmpty() ? List.of(Filters.STATEMENTS) : subjects) {
        passing.addAll(passing(subject));
      }
      if (passing.isEmpty() && days != null && !units.isEmpty()) {
        passing.addAll(aboutThoseDays());
      }
      if (passing.isEmpty() && question.intent() == Intent.DID_THEY_SAY) {
        passing.addAll(saidByOthers());
      }
      return passing.isEmpty() && passages.isEmpty()
          ? nothing(why(), related())
          : new Evidence(
              question,
              Finding.SUPPORTED,
              matches().of(passing),
              passages,
              List.of(),
              coverage(true));
    }

    private Set<Long> among(List<Long> statements) throws IOException {
      boolean nobody = !question.unknownNames().isEmpty() && question.officials().isEmpty();
      if (refused() != null || nobody || (subjects.isEmpty() && units.isEmpty())) {
        return Set.of();
      }
      Set<Long> answering = new HashSet<>();
      for (int from = 0; from < statements.size(); from += EVERYTHING) {
        Query some =
            Filters.numbered(
                statements.subList(from, Math.min(from + EVERYTHING, statements.size())));
        for (Query subject : subjects.isEmpty() ? List.of(Filters.STATEMENTS) : subjects) {
          passing(Filters.both(subject, some)).forEach(hit -> answering.add(hit.id()));
        }
      }
      return answering;
    }

    /** The statements of one of those asked about that answer. */
    private List<Coverings.Hit> passing(Query subject) throws IOException {
      Query asked = Filters.both(subject, days);
      if (vague && circumstantial()) {
        // The talks themselves are asked about: a statement answers only if it tells the day
        // itself.
        if (telling != null && question.aspect().needed()) {
          asked = Filters.both(asked, telling);
        } else if (!units.isEmpty()) {
          return List.of();
        }
      }
      if (units.isEmpty()) {
        return candidates(asked, EVERYTHING);
      }
      List<Coverings.Hit> hits = candidates(asked, CANDIDATES);
      List<Coverings.Hit> passing = withNeighbours(passing(hits), hits, asked);
      // Whoever asks how many wants a number. A day may be the statement's own.
      boolean told =
          telling == null
              || passing.isEmpty()
              || (question.intent() == Intent.WHEN && !subjects.isEmpty());
      return first(
          told
              ? passing
              : EvidenceTest.telling(
                  hits, coverings.best(Filters.both(asked, telling), CANDIDATES), passing));
    }

    /** The best; of a quote's, the best of their own words too, however many reports there are. */
    private List<Coverings.Hit> candidates(Query asked, int limit) throws IOException {
      List<Coverings.Hit> hits = coverings.best(asked, limit);
      if (question.intent() != Intent.QUOTE || hits.size() < limit) {
        return hits;
      }
      Set<Coverings.Hit> both = new LinkedHashSet<>(hits);
      both.addAll(coverings.best(Filters.both(asked, Filters.VERBATIM), limit));
      return both.stream().sorted(Comparator.comparingDouble(hit -> -hit.score())).toList();
    }

    private List<Coverings.Hit> first(List<Coverings.Hit> hits) {
      return hits.stream()
          .sorted(Comparator.comparingDouble(hit -> -nearness.of(hit)))
          .limit(ANSWERS)
          .toList();
    }

    /** Those that fall short of the best only, but are near by meaning, answer too. */
    private List<Coverings.Hit> withNeighbours(
        List<Coverings.Hit> passing, List<Coverings.Hit> hits, Query asked) throws IOException {
      List<Long> nearest = nearness.rank(hits, asked);
      if (nearest.isEmpty()) {
        return passing;
      }
      Set<Coverings.Hit> all = new LinkedHashSet<>(passing);
      for (Coverings.Hit hit : hits) {
        if (nearest.contains(hit.id())) {
          all.addAll(passing(List.of(hit)));
        }
      }
      return List.copyOf(all);
    }

    private List<Coverings.Hit> passing(List<Coverings.Hit> hits) {
      return subjects.isEmpty() && !vague
          ? test.finding(hits, question.intent())
          : test.answering(hits, question.intent(), units);
    }

    /** Statements of another day that speak of the days in the question: «in October». */
    private List<Coverings.Hit> aboutThoseDays() throws IOException {
      List<Analysis.Unit> all = new ArrayList<>();
      for (String words : question.occasion()) {
        all.addAll(index.analysis().units(words, question.language()));
      }
      int named = all.size();
      all.addAll(units);
      Coverings both = new Coverings(searcher, all, Coverings.Zones.SPEAKER_KNOWN);
      List<Coverings.Hit> hits = new ArrayList<>();
      for (Query subject : subjects) {
        both.best(subject, CANDIDATES).stream()
            .filter(hit -> hit.strengths().subList(0, named).stream().allMatch(s -> s > SAID))
            .forEach(hits::add);
      }
      return named == 0 ? List.of() : test.answering(hits, question.intent(), all);
    }

    /** Words that were said, but by somebody else: whoever asks for the wrong one should know. */
    private List<Coverings.Hit> saidByOthers() throws IOException {
      if (EvidenceTest.severalMeanings(units)) {
        return test.unmistakable(
            bySomebody().best(Filters.both(Filters.STATEMENTS, days), CANDIDATES));
      }
      // «Did she resign?»: one word is enough for those who say it of her.
      List<Analysis.Unit> named = withNames();
      if (units.isEmpty() || named.size() == units.size()) {
        return List.of();
      }
      Coverings ofThem = new Coverings(searcher, named, Coverings.Zones.SPEAKER_SOUGHT);
      return test
          .unmistakable(ofThem.best(Filters.both(Filters.STATEMENTS, days), CANDIDATES))
          .stream()
          .filter(hit -> hit.strengths().get(units.size()) > SAID)
          .toList();
    }

    private boolean circumstantial() {
      return question.intent() == Intent.CIRCUMSTANCE || question.intent() == Intent.WHEN;
    }

    /** Whether a source's own narration may answer. */
    private boolean narrated() {
      return question.intent() == Intent.CIRCUMSTANCE
          || (question.intent() == Intent.WHEN && subjects.isEmpty());
    }

    /** The topic, then the surnames of those asked about. */
    private List<Analysis.Unit> withNames() {
      List<Analysis.Unit> named = new ArrayList<>(units);
      for (Official official : question.officials()) {
        List<Analysis.Unit> name = index.analysis().units(official.name(), Language.OTHER);
        named.addAll(name.subList(Math.max(0, name.size() - 1), name.size()));
      }
      return named;
    }

    /** Narration about the topic and those asked about that tells what is sought. */
    private List<PassageMatch> passages() throws IOException {
      List<Analysis.Unit> told = withNames();
      if (told.isEmpty()) {
        return List.of();
      }
      Query passages = Filters.both(Filters.PASSAGES, days);
      Coverings narration = new Coverings(searcher, told, Coverings.Zones.SPEAKER_SOUGHT);
      List<Coverings.Hit> hits =
          telling == null ? List.of() : narration.best(Filters.both(passages, telling), PASSAGES);
      if (hits.isEmpty() && !question.aspect().needed()) {
        hits = narration.best(passages, PASSAGES);
      }
      List<PassageMatch> matches = new ArrayList<>();
      for (Coverings.Hit hit : test.finding(hits, question.intent())) {
        Optional<Passage> passage = index.record().passage(hit.id());
        Optional<Document> document = passage.flatMap(found -> index.document(found.documentId()));
        document.ifPresent(
            found -> matches.add(new PassageMatch(passage.orElseThrow(), found, hit.score())));
      }
      return matches;
    }

    private @Nullable Finding refused() {
      if (!question.ambiguous().isEmpty() && question.officials().isEmpty()) {
        return Finding.WHICH_OFFICIAL;
      }
      return switch (question.intent()) {
        case OPINION -> Finding.OPINION;
        case ABOUT_THE_BOT -> Finding.ABOUT_THE_BOT;
        case OUT_OF_SCOPE -> Finding.OUT_OF_SCOPE;
        default -> null;
      };
    }

    /** Why nothing answers: the day, the speaker or the topic. */
    private Finding why() throws IOException {
      boolean sought = subjects.isEmpty();
      if (days != null) {
        for (Query subject : sought ? List.of(Filters.STATEMENTS) : subjects) {
          if (units.isEmpty()
              ? searcher.count(subject) > 0
              : !passing(coverings.best(subject, 1)).isEmpty()) {
            return Finding.OUT_OF_RANGE;
          }
        }
      }
      return !sought
              && !test.finding(bySomebody().best(Filters.STATEMENTS, 1), question.intent())
                  .isEmpty()
          ? Finding.WRONG_SPEAKER
          : Finding.NO_TOPIC;
    }

    private Coverings bySomebody() throws IOException {
      return new Coverings(searcher, units, Coverings.Zones.SPEAKER_SOUGHT);
    }

    private List<Coverings.Hit> related() throws IOException {
      Query asked = subjects.isEmpty() ? Filters.STATEMENTS : Filters.any(subjects);
      List<Coverings.Hit> found = coverings.best(asked, RELATED);
      if (units.isEmpty()) {
        return subjects.isEmpty() ? List.of() : found;
      }
      Set<Coverings.Hit> near = new LinkedHashSet<>(EvidenceTest.near(found, units));
      List<Long> nearest = nearness.rank(found, asked);
      if (!subjects.isEmpty() && !nearest.isEmpty()) {
        // Of those asked about, what is nearest by meaning is worth knowing whatever its words.
        near.addAll(coverings.all(Filters.numbered(nearest), RELATED));
      }
      return near.stream()
          .sorted(Comparator.comparingDouble(hit -> -nearness.of(hit)))
          .limit(RELATED)
          .toList();
    }

    private Evidence nothing(Finding finding, List<Coverings.Hit> related) throws IOException {
      return new Evidence(
          question, finding, List.of(), List.of(), matches().of(related), coverage(false));
    }

    /** What is covered: only who gets no answer needs the days, which take time to find. */
    private Coverage coverage(boolean answered) throws IOException {
      Query covered = subjects.isEmpty() ? Filters.STATEMENTS : Filters.any(subjects);
      Coverings.Extent extent =
          answered
              ? new Coverings.Extent(searcher.count(covered), null, null)
              : coverings.extent(covered);
      return new Coverage(
          extent.count(),
          extent.first(),
          extent.last(),
          index.record().lastUpdated().orElse(null),
          index.roster().nearestNames(question.unknownNames()));
    }

    private Matches matches() {
      return new Matches(index.record(), index.recent(), stances, question, units, nearness);
    }
  }
}
