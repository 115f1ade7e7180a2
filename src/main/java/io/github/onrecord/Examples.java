package io.github.onrecord;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.store.RecordStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Example questions that the record answers, so that nobody is offered one that leads nowhere: the
 * configured ones first, then questions about those on record. Thread-safe.
 */
final class Examples implements Function<Language, List<String>> {
  private static final int SHOWN = 3;

  /** Officials tried; more would only cost time. */
  private static final int TRIED = 5;

  private final Map<Language, List<String>> configured;
  private final Desk desk;
  private final RecordStore record;
  private final Map<Language, Checked> checked = new ConcurrentHashMap<>();

  private record Checked(long asOf, List<String> questions) {}

  Examples(Map<Language, List<String>> configured, Desk desk, RecordStore record) {
    this.configured = configured;
    this.desk = desk;
    this.record = record;
  }

  @Override
  public List<String> apply(Language language) {
    long now = record.lastChange();
    return checked
        .compute(
            language,
            (key, known) -> known != null && known.asOf() == now ? known : check(key, now))
        .questions();
  }

  private Checked check(Language language, long now) {
    List<String> questions =
        Stream.concat(
                configured.getOrDefault(language, List.of()).stream(), aboutThoseOnRecord(language))
            .filter(question -> desk.ask(question, List.of()) instanceof Answer.OnRecord)
            .limit(SHOWN)
            .toList();
    return new Checked(now, questions);
  }

  private Stream<String> aboutThoseOnRecord(Language language) {
    Phrases phrases = Phrases.in(language);
    List<Official> officials = record.officials().stream().limit(TRIED).toList();
    return Stream.of(
            officials.stream().map(o -> phrases.say("guide.example.official", o.name())).limit(1),
            officials.stream()
                .flatMap(o -> Stream.ofNullable(o.side()))
                .distinct()
                .limit(1)
                .map(side -> phrases.say("guide.example.side", side.name())),
            officials.stream().skip(1).map(o -> phrases.say("guide.example.quote", o.name())))
        .flatMap(Function.identity());
  }
}
