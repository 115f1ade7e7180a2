package io.github.onrecord.digest;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Side;
import io.github.onrecord.search.Aspect;
import io.github.onrecord.search.Coverage;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sentence over what each side says, where a language model writes one that the verifier lets
 * through; nothing where none does. What was written is kept, so that all readers of the same
 * statements in the same language share one call. For use by one thread.
 */
public final class Leads {
  /** Calls of one round; who comes later reads the statements without a sentence over them. */
  private static final int MOST = 24;

  private final Desk desk;
  private final Map<Key, Optional<String>> written = new HashMap<>();

  public Leads(Desk desk) {
    this.desk = desk;
  }

  /** What a sentence is about. */
  private record Key(Language language, List<Long> statements) {}

  /** The sentences for a summary's groups; a group without one is left out. */
  public Map<Digest.Group, String> of(Digest digest, Language language) {
    Map<Digest.Group, String> leads = new LinkedHashMap<>();
    for (Digest.Group group : digest.groups()) {
      if (group.side() != null) {
        lead(group, language).ifPresent(lead -> leads.put(group, lead));
      }
    }
    return leads;
  }

  private Optional<String> lead(Digest.Group group, Language language) {
    Key key =
        new Key(language, group.entries().stream().map(entry -> entry.statement().id()).toList());
    Optional<String> known = written.get(key);
    if (known == null) {
      known = written.size() < MOST ? write(group, language) : Optional.empty();
      written.put(key, known);
    }
    return known;
  }

  private Optional<String> write(Digest.Group group, Language language) {
    Answer answer = desk.connect(evidence(group, language));
    if (!(answer instanceof Answer.OnRecord found) || found.author() != Author.MODEL) {
      return Optional.empty();
    }
    return found.groups().stream()
        .flatMap(part -> part.points().stream())
        .flatMap(point -> Stream.ofNullable(point.sentence()))
        .findFirst();
  }

  private static Evidence evidence(Digest.Group group, Language language) {
    Side side = Objects.requireNonNull(group.side());
    List<Match> matches =
        group.entries().stream()
            .map(entry -> new Match(entry.statement(), entry.document(), 1, List.of(), List.of()))
            .toList();
    Question question =
        new Question(
            side.name(),
            language,
            Intent.WHAT_WAS_SAID,
            List.of(),
            List.of(),
            List.of(),
            List.of(side),
            null,
            List.of(),
            List.of(),
            List.of(),
            Aspect.NONE,
            false,
            false);
    Coverage coverage = new Coverage(matches.size(), null, null, null, List.of());
    return new Evidence(question, Finding.SUPPORTED, matches, List.of(), List.of(), coverage);
  }
}
