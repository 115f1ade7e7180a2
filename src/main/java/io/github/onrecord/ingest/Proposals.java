package io.github.onrecord.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.model.Inquiry;
import io.github.onrecord.model.JsonShape;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.model.Outcome;
import io.github.onrecord.model.Prompt;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a language model propose statements beside those that rules find.
 *
 * <p>A proposal counts only when its words and its speaker's name occur in the document and the
 * speaker is an official who is known or was found by the rules. It never makes a statement stand:
 * what the rules didn't find waits for an editor, and so does what the model gives to somebody
 * else. Whatever a document tells the model to do, this is all that it can do.
 */
final class Proposals implements Assembly {
  /** Characters of a document that the model gets to read. */
  private static final int LONGEST = 30_000;

  /** Proposals looked at; a page of news has far fewer statements. */
  private static final int MOST = 100;

  /** How sure a statement is that the model alone found: below {@link Statements#LINE}. */
  private static final double MODEL_ALONE = 0.4;

  /** How sure a statement still is whose speaker the model contradicts. */
  private static final double CONTRADICTED = 0.3;

  private static final JsonShape.Fields SHAPE =
      new JsonShape.Fields(
          Map.of(
              "statements",
              new JsonShape.ListOf(
                  new JsonShape.Fields(
                      Map.of(
                          "speaker", new JsonShape.Text("The official's name as the text has it."),
                          "words", new JsonShape.Text("The statement, copied from the text."))))));

  private final Assembly rules;
  private final KnownRecord record;
  private final LanguageModel model;

  Proposals(Assembly rules, KnownRecord record, LanguageModel model) {
    this.rules = rules;
    this.record = record;
    this.model = model;
  }

  /** What the model takes for a statement: where its words stand, and whose they are. */
  private record Proposal(Span span, Kind kind, Official speaker) {}

  @Override
  public Assembled assemble(DocumentText text, Document document) {
    Assembled found = rules.assemble(text, document);
    if (text.language() == Language.OTHER) {
      return found;
    }
    String read = text.text().substring(0, Math.min(LONGEST, text.text().length()));
    Outcome outcome =
        model.ask(new Inquiry(Prompt.PROPOSALS, Map.of("text", read), SHAPE), model.deadline());
    List<String> skipped = new ArrayList<>(found.skipped());
    if (outcome instanceof Outcome.Failed failed) {
      skipped.add("what a model would propose (" + failed.reason() + ")");
      return new Assembled(found.publication(), skipped);
    }
    List<Proposal> proposals = new ArrayList<>();
    int unborne = 0;
    for (JsonNode row : ((Outcome.Reply) outcome).json().path("statements")) {
      Optional<Proposal> proposal = borne(row, text, found.publication());
      if (proposal.isEmpty()) {
        unborne++;
      } else if (proposals.size() < MOST) {
        proposals.add(proposal.get());
      }
    }
    if (unborne > 0) {
      skipped.add(unborne + " proposed by a model that the document doesn't bear");
    }
    return new Assembled(weighed(found.publication(), proposals, text), skipped);
  }

  /** A proposal that the document bears. */
  private Optional<Proposal> borne(JsonNode row, DocumentText text, Publication publication) {
    String words = row.path("words").asText("").strip();
    String speaker = row.path("speaker").asText("").strip();
    int start = words.isEmpty() ? -1 : text.text().indexOf(words);
    if (start < 0 || speaker.isEmpty() || !text.text().contains(speaker)) {
      return Optional.empty();
    }
    Span span = new Span(start, start + words.length());
    Block block = block(span, text);
    Official official = official(speaker, publication);
    if (block == null || official == null) {
      return Optional.empty();
    }
    Kind kind = quoted(span, block, text) ? Kind.VERBATIM : Kind.REPORTED;
    return Optional.of(new Proposal(span, kind, official));
  }

  /** The paragraph that holds a span whole, unless it talks to machines. */
  private static @Nullable Block block(Span span, DocumentText text) {
    for (Block block : text.blocks()) {
      if (Attribution.carries(block.role())
          && block.span().start() <= span.start()
          && span.end() <= block.span().end()) {
        Phrases inject = Grammar.of(text.language()).list("inject");
        return inject.occursIn(Token.of(text.text(), block.span())) ? null : block;
      }
    }
    return null;
  }

  private static boolean quoted(Span span, Block block, DocumentText text) {
    return Quotation.in(text.text(), block.span()).stream()
        .anyMatch(q -> q.wordsStart() <= span.start() && span.end() <= q.wordsEnd());
  }

  /** The one official of that surname, in any form and alphabet, and first name; or null. */
  private @Nullable Official official(String name, Publication publication) {
    Map<String, Official> fitting = new LinkedHashMap<>();
    Stream.concat(publication.officials().stream(), record.officials().stream())
        .filter(official -> names(official).anyMatch(known -> fits(name, known)))
        .forEach(official -> fitting.putIfAbsent(official.name(), official));
    return fitting.size() == 1 ? fitting.values().iterator().next() : null;
  }

  private static Stream<String> names(Official official) {
    return Stream.concat(Stream.of(official.name()), official.aliases().stream());
  }

  private static boolean fits(String given, String known) {
    List<String> own = List.of(given.split(" ", -1));
    List<String> whole = List.of(known.split(" ", -1));
    boolean surname = Names.same(own.get(own.size() - 1), whole.get(whole.size() - 1));
    return surname && (own.size() == 1 || own.stream().anyMatch(w -> Names.same(w, whole.get(0))));
  }

  /** The publication with what is contradicted, and what only the model found, held. */
  private static Publication weighed(
      Publication publication, List<Proposal> proposals, DocumentText text) {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : publication.statements()) {
      List<Official> named =
          proposals.stream().filter(p -> touches(statement, p)).map(Proposal::speaker).toList();
      boolean doubted =
          statement.standing()
              && !named.isEmpty()
              && named.stream().noneMatch(official -> speaks(statement, official));
      statements.add(doubted ? doubted(statement, named.get(0)) : statement);
    }
    for (Proposal proposal : proposals) {
      if (statements.stream().noneMatch(statement -> touches(statement, proposal))) {
        statements.add(proposed(proposal, publication, text));
      }
    }
    return new Publication(
        publication.document(),
        publication.passages(),
        statements,
        publication.officials(),
        publication.changes());
  }

  private static boolean touches(Statement statement, Proposal proposal) {
    return statement.parts().stream().anyMatch(part -> part.span().overlaps(proposal.span()));
  }

  private static boolean speaks(Statement statement, Official official) {
    return statement.speaker() instanceof Speaker.Named named
        && named.name().equals(official.name());
  }

  private static Statement doubted(Statement statement, Official other) {
    return new Statement(
        statement.id(),
        statement.documentId(),
        statement.speaker(),
        statement.role(),
        statement.side(),
        statement.kind(),
        statement.parts(),
        statement.spoken(),
        statement.occasion(),
        statement.language(),
        statement.quotedBy(),
        CONTRADICTED,
        statement.reason() + "; a model gives these words to " + other.name(),
        Status.HELD,
        null,
        statement.utterance());
  }

  private static Statement proposed(Proposal proposal, Publication publication, DocumentText text) {
    Optional<Statement> other =
        publication.statements().stream()
            .filter(statement -> speaks(statement, proposal.speaker()))
            .findFirst();
    return new Statement(
        0,
        0,
        new Speaker.Named(proposal.speaker().id(), proposal.speaker().name()),
        other.map(Statement::role).orElse(null),
        proposal.speaker().side(),
        proposal.kind(),
        List.of(Part.of(text.text(), proposal.span())),
        null,
        null,
        text.language(),
        null,
        MODEL_ALONE,
        "proposed by a model",
        Status.HELD,
        null,
        0);
  }
}
