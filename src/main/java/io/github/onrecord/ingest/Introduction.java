package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is introduced before the first question: by-line and opening paragraphs, or else the
 * headline, say whose answers follow.
 */
final class Introduction {
  /** An official introduced beside others is taken for the guest, but not surely. */
  private static final double FIRST_OF_SEVERAL = 0.6;

  private final List<Paragraph> all;
  private final Mentions mentions;
  private final Cast cast;

  /**
   * @param all the document's paragraphs, headlines and by-lines too
   */
  Introduction(List<Paragraph> all, Mentions mentions, Cast cast) {
    this.all = List.copyOf(all);
    this.mentions = mentions;
    this.cast = cast;
  }

  /**
   * The official who answers; null when nobody is introduced.
   *
   * @param first ordinal of the paragraph with the first question
   * @param questions the questions: whoever they address by name is the guest
   */
  Scene.@Nullable Found guest(int first, List<Paragraph> questions) {
    List<Paragraph> opening = all.stream().filter(p -> p.ordinal() < first).toList();
    Map<Person, Boolean> introduced = officials(opening, false);
    if (introduced.isEmpty()) {
      introduced = officials(opening, true);
    }
    if (introduced.size() == 1) {
      return found(introduced.keySet().iterator().next(), 0.9, "introduced");
    }
    List<Person> addressed = new ArrayList<>();
    for (Paragraph question : questions) {
      Person person = addressee(question);
      if (person != null && person.official() && !addressed.contains(person)) {
        addressed.add(person);
      }
    }
    if (addressed.size() == 1) {
      return found(addressed.get(0), 0.8, "addressed by the questions");
    }
    for (Map.Entry<Person, Boolean> entry : introduced.entrySet()) {
      if (entry.getValue()) {
        return found(entry.getKey(), FIRST_OF_SEVERAL, "introduced first");
      }
    }
    return null;
  }

  /** The one official whom the document names at all; null when there are none or several. */
  Scene.@Nullable Found only() {
    Map<Person, Boolean> officials = officials(all, false);
    officials.putAll(officials(all, true));
    return officials.size() == 1
        ? found(officials.keySet().iterator().next(), 0.8, "the only official of the document")
        : null;
  }

  /**
   * The officials named in headlines, or else in other paragraphs, in order, and whether each is
   * named as a subject.
   */
  private Map<Person, Boolean> officials(List<Paragraph> paragraphs, boolean headlines) {
    Map<Person, Boolean> officials = new LinkedHashMap<>();
    for (Paragraph paragraph : paragraphs) {
      if ((paragraph.block().role() == Block.Role.HEADLINE) != headlines) {
        continue;
      }
      for (Mention mention : mentions.in(paragraph.tokens(), cast)) {
        if (mention.kind() == Mention.Kind.NAME
            && mention.people().size() == 1
            && mention.people().get(0).official()) {
          officials.merge(mention.people().get(0), mention.nominative(), Boolean::logicalOr);
        }
      }
    }
    return officials;
  }

  /** «Mr Kerr, will you …»: who is called by name at the head of a question. */
  private @Nullable Person addressee(Paragraph question) {
    List<Token> tokens = question.tokens();
    for (Mention mention : mentions.in(tokens, cast)) {
      boolean called =
          mention.from() == 0
              && mention.coreTo() < tokens.size()
              && (tokens.get(mention.coreTo()).comma() || tokens.get(mention.coreTo()).is("!"));
      return called && mention.people().size() == 1 ? mention.people().get(0) : null;
    }
    return null;
  }

  private static Scene.Found found(Person person, double certainty, String how) {
    return new Scene.Found(new Voice.Named(person), certainty, how);
  }
}
