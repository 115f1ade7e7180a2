package io.github.onrecord.web;

import io.github.onrecord.message.Context;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.Catalogue;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Selection;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Tally;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds in the store what a page shows. What is HELD is never found. */
final class Site {
  /** Statements on a page of a list. */
  private static final int ON_PAGE = 20;

  /** Statements on the front page. */
  private static final int LATEST = 5;

  /** Statements in a feed. */
  private static final int IN_FEED = 50;

  /** The newest of a selection that are compared with a topic. */
  private static final int COMPARED = 20_000;

  private final RecordStore record;
  private final Catalogue catalogue;
  private final Topics topics;

  Site(Store store, Topics topics) {
    this.record = store.record();
    this.catalogue = store.catalogue();
    this.topics = topics;
  }

  Optional<Pages.InContext> statement(long id) {
    Statement statement = record.statement(id).filter(Site::shown).orElse(null);
    if (statement == null) {
      return Optional.empty();
    }
    Long cause = statement.cause();
    return Optional.of(
        new Pages.InContext(
            standing(statement),
            Context.around(statement, record.passages(statement.documentId())),
            cause == null ? null : record.document(cause).orElse(null),
            catalogue.changedBy(statement.documentId()),
            twins(statement)));
  }

  private List<Pages.Standing> twins(Statement statement) {
    return withDocuments(
        record.statementsOfUtterance(statement.utterance()).stream()
            .filter(twin -> twin.standing() && twin.id() != statement.id())
            .toList());
  }

  Optional<Layout.Page> document(long id, Pages pages) {
    return record
        .document(id)
        .map(
            document ->
                pages.document(
                    document,
                    record.passages(id),
                    record.statementsOf(id).stream().filter(Site::shown).toList(),
                    catalogue.changedBy(id),
                    document.previousVersion(),
                    catalogue.nextVersion(id).orElse(null)));
  }

  /** The officials who are called so, by any of their names. */
  List<Official> officials(String name) {
    return record.officials().stream()
        .filter(
            official ->
                official.name().equalsIgnoreCase(name)
                    || official.aliases().stream().anyMatch(name::equalsIgnoreCase))
        .toList();
  }

  /** A page of a list; empty when nobody and nothing of that name is on record. */
  Optional<ListPages.Listed> list(Filter filter, Phrases phrases) {
    Optional<String> title = title(filter.of(), phrases);
    List<Integer> years = catalogue.years(filter.of());
    boolean somebody = filter.of() instanceof Selection.ByOfficial;
    if (title.isEmpty() || (years.isEmpty() && !somebody && numbers(filter).isEmpty())) {
      return Optional.empty();
    }
    List<Long> numbers = numbers(filter);
    int pages = Math.max(1, (numbers.size() + ON_PAGE - 1) / ON_PAGE);
    Filter within = filter.page(Math.min(filter.page(), pages));
    int from = (within.page() - 1) * ON_PAGE;
    List<Long> shown = numbers.subList(from, Math.min(from + ON_PAGE, numbers.size()));
    return Optional.of(
        new ListPages.Listed(title.get(), within, years, numbers.size(), pages, inOrder(shown)));
  }

  /** What a feed of a selection holds, newest first; empty when nothing of that name is known. */
  Optional<Feeds.Content> feed(Filter filter, Phrases phrases) {
    return title(filter.of(), phrases)
        .map(
            title -> {
              List<Long> numbers = numbers(filter);
              return new Feeds.Content(
                  filter.topic().isEmpty() ? title : title + ": " + filter.topic(),
                  filter,
                  inOrder(numbers.subList(0, Math.min(IN_FEED, numbers.size()))));
            });
  }

  private Optional<String> title(Selection.Of of, Phrases phrases) {
    if (of instanceof Selection.ByOfficial official) {
      return record.official(official.id()).map(Official::name);
    }
    if (of instanceof Selection.ForSide side) {
      return Optional.of(side.name());
    }
    return Optional.of(
        of instanceof Selection.OnOccasion occasion ? occasion.name() : phrases.say("page.all"));
  }

  private List<Long> numbers(Filter filter) {
    List<Long> numbers = catalogue.numbers(filter.selection());
    if (filter.topic().isEmpty()) {
      return numbers;
    }
    List<Long> compared = numbers.subList(0, Math.min(COMPARED, numbers.size()));
    Set<Long> onTopic = topics.among(filter.topic(), compared);
    return compared.stream().filter(onTopic::contains).toList();
  }

  ListPages.Overview overview() {
    Map<Long, Official> known =
        record.officials().stream().collect(Collectors.toMap(Official::id, Function.identity()));
    Map<Official, Tally> officials = new LinkedHashMap<>();
    catalogue
        .officials()
        .forEach((id, tally) -> officials.put(Objects.requireNonNull(known.get(id)), tally));
    List<Long> numbers = catalogue.numbers(new Selection(new Selection.Everything(), null, null));
    return new ListPages.Overview(
        record.standing(),
        catalogue.documents(),
        officials,
        catalogue.occasions(),
        inOrder(numbers.subList(0, Math.min(LATEST, numbers.size()))));
  }

  private List<Pages.Standing> inOrder(Collection<Long> numbers) {
    Map<Long, Statement> statements =
        record.statements(numbers).stream()
            .collect(Collectors.toMap(Statement::id, Function.identity()));
    return withDocuments(numbers.stream().map(statements::get).filter(Objects::nonNull).toList());
  }

  private List<Pages.Standing> withDocuments(List<Statement> statements) {
    Map<Long, Document> documents =
        record
            .documents(statements.stream().map(Statement::documentId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Document::id, Function.identity()));
    return statements.stream()
        .map(
            statement ->
                new Pages.Standing(
                    statement, Objects.requireNonNull(documents.get(statement.documentId()))))
        .toList();
  }

  private Pages.Standing standing(Statement statement) {
    return withDocuments(List.of(statement)).get(0);
  }

  private static boolean shown(Statement statement) {
    return statement.status() != Status.HELD;
  }
}
