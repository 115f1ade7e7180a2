package io.github.onrecord.digest;

import io.github.onrecord.digest.Digest.Earlier;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an official said before in the same or nearly the same words. Only statements of one
 * language and one kind are compared: a report in other words than the quotation, or a translation,
 * is no change of mind. What a change means is left to the reader. For use by one thread.
 */
final class EarlierWords {
  /** An official's statements that are compared; older ones are left alone. */
  private static final int MOST = 2000;

  /**
   * Letters of a word that tells something; shorter ones («we will not») join any two sentences.
   */
  private static final int TELLING = 4;

  /** Fewer telling words in common are a coincidence. */
  private static final int COMMON = 3;

  /** The share of the longer statement's telling words that both must have. */
  private static final double ALIKE = 0.6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private static final Comparator<Statement> BY_DAY =
      Comparator.comparing(Statement::spoken, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Statement::id);

  private final RecordStore record;
  private final Map<Long, List<Worded>> byOfficial = new HashMap<>();

  EarlierWords(RecordStore record) {
    this.record = record;
  }

  /**
   * A statement with its words.
   *
   * @param words all of them in order, folded
   * @param telling those that tell something
   */
  private record Worded(Statement statement, List<String> words, Set<String> telling) {
    static Worded of(Statement statement) {
      List<String> words = new ArrayList<>();
      Set<String> telling = new HashSet<>();
      Matcher matcher =
          WORD.matcher(
              Normalizer.normalize(statement.text(), Normalizer.Form.NFKC)
                  .toLowerCase(Locale.ROOT)
                  .replace('ё', 'е'));
      while (matcher.find()) {
        words.add(matcher.group());
        if (matcher.group().length() >= TELLING) {
          telling.add(matcher.group());
        }
      }
      return new Worded(statement, words, telling);
    }

    boolean same(Worded other) {
      return words.equals(other.words);
    }

    /** How alike both are, 0 to 1; 0 when they have too little in common. */
    double alike(Worded other) {
      long common = telling.stream().filter(other.telling::contains).count();
      int longer = Math.max(telling.size(), other.telling.size());
      return common < COMMON ? 0 : (double) common / longer;
    }
  }

  /** What the speaker of a standing statement said before, or null. */
  @Nullable Earlier of(Statement statement) {
    if (!(statement.speaker() instanceof Speaker.Named named) || statement.spoken() == null) {
      return null;
    }
    Worded now = Worded.of(statement);
    List<Worded> before =
        said(named.officialId()).stream()
            .filter(other -> comparable(other.statement(), statement))
            .toList();
    List<Statement> again =
        before.stream().filter(now::same).map(Worded::statement).sorted(BY_DAY).toList();
    if (!again.isEmpty()) {
      return earlier(again.get(again.size() - 1), true, days(again) + 1, first(again));
    }
    Statement nearest = null;
    double best = ALIKE;
    for (Worded other : before) {
      double alike = now.alike(other);
      boolean later = nearest != null && BY_DAY.compare(other.statement(), nearest) > 0;
      if (alike > best || (alike == best && (nearest == null || later))) {
        best = alike;
        nearest = other.statement();
      }
    }
    return nearest == null ? null : earlier(nearest, false, 0, null);
  }

  private Earlier earlier(Statement last, boolean same, int times, @Nullable LocalDate first) {
    return new Earlier(last, record.document(last.documentId()).orElseThrow(), same, times, first);
  }

  private List<Worded> said(long official) {
    return byOfficial.computeIfAbsent(
        official,
        id ->
            record.lastStandingOf(id, MOST).stream()
                .filter(statement -> statement.spoken() != null)
                .map(Worded::of)
                .toList());
  }

  /** Whether one was said on an earlier day than the other, and they can be held together. */
  private static boolean comparable(Statement before, Statement now) {
    return before.utterance() != now.utterance()
        && before.language() == now.language()
        && before.kind() == now.kind()
        && Objects.requireNonNull(before.spoken()).isBefore(Objects.requireNonNull(now.spoken()));
  }

  /** Several outlets may bring what was said once: a day counts once. */
  private static int days(List<Statement> statements) {
    return (int) statements.stream().map(Statement::spoken).distinct().count();
  }

  private static @Nullable LocalDate first(List<Statement> byDay) {
    return byDay.get(0).spoken();
  }
}
