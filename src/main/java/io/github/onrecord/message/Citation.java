package io.github.onrecord.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement as writers cite it. Each form is the convention's own and doesn't change with the
 * reader's language; words stand in quotation marks if and only if they are the speaker's own, and
 * are never fitted to a convention's punctuation.
 *
 * <p>Own work rather than a citation library: those format a document's data, and know no AP line,
 * no speaker who isn't the document's author, and no difference between a quotation and a report.
 */
public final class Citation {
  private static final List<String> AP_MONTHS =
      List.of(
          "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.",
          "Dec.");
  private static final List<String> CHICAGO_MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  /** As ДСТУ 3582:2013 shortens them. */
  private static final List<String> UKRAINIAN_MONTHS =
      List.of(
          "січ.", "лют.", "берез.", "квіт.", "трав.", "черв.", "лип.", "серп.", "верес.", "жовт.",
          "листоп.", "груд.");

  /** As ГОСТ Р 7.0.12-2011 shortens them. */
  private static final List<String> RUSSIAN_MONTHS =
      List.of(
          "янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.",
          "дек.");

  private final Statement statement;
  private final Document document;
  private final boolean verbatim;

  public Citation(Statement statement, Document document) {
    this.statement = statement;
    this.document = document;
    this.verbatim = statement.kind() == Kind.VERBATIM;
  }

  /** All forms by the names of their conventions, in the order in which they are offered. */
  public Map<String, String> forms() {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("AP", ap());
    forms.put("Chicago", chicago());
    forms.put("ДСТУ 8302:2015", dstu());
    forms.put("ГОСТ Р 7.0.5-2008", gost());
    forms.put("JSON-LD", jsonLd());
    return forms;
  }

  /** The attribution and the words in one sentence, with days as the AP Stylebook writes them. */
  String ap() {
    StringBuilder line = new StringBuilder(speaker());
    line.append(StatementBlocks.capacity(statement).isEmpty() ? " said" : ", said");
    if (statement.spoken() != null) {
      line.append(' ').append(american(statement.spoken(), AP_MONTHS));
    }
    if (statement.occasion() != null) {
      line.append(" (").append(StatementBlocks.clean(statement.occasion())).append(')');
    }
    if (statement.quotedBy() != null) {
      line.append(", as quoted by ").append(StatementBlocks.clean(statement.quotedBy()));
    }
    line.append(", according to ").append(publisher());
    return line.append(
            verbatim ? ": “" + words() + "”" : " (reported, not a quotation): " + words())
        .toString();
  }

  /** A note in the notes-and-bibliography style of The Chicago Manual of Style. */
  String chicago() {
    List<String> parts = new ArrayList<>();
    parts.add(speaker());
    if (statement.spoken() != null) {
      parts.add(american(statement.spoken(), CHICAGO_MONTHS));
    }
    String verb = verbatim ? "quoted in " : "reported in ";
    String title = title();
    if (title == null) {
      parts.add(verb + publisher());
    } else {
      // A question or exclamation mark of the title takes the comma's place.
      boolean ends = title.endsWith("?") || title.endsWith("!");
      parts.add(verb + "“" + inner(title) + (ends ? "” " : ",” ") + publisher());
    }
    if (document.published() != null) {
      parts.add(american(document.published(), CHICAGO_MONTHS));
    }
    if (document.url() != null) {
      parts.add("accessed " + american(retrieved(), CHICAGO_MONTHS));
      parts.add(document.url());
    }
    return String.join(", ", parts) + ".";
  }

  /** A reference by ДСТУ 8302:2015. */
  String dstu() {
    List<String> parts = new ArrayList<>();
    if (title() != null) {
      parts.add(title());
    }
    parts.add(publisher());
    if (document.published() != null) {
      parts.add(Integer.toString(document.published().getYear()));
      parts.add(european(document.published(), UKRAINIAN_MONTHS));
    }
    return (verbatim ? "Цит. за: " : "Наведено за: ")
        + sentences(parts)
        + address("дата звернення");
  }

  /** A reference by ГОСТ Р 7.0.5-2008. */
  String gost() {
    List<String> parts = new ArrayList<>();
    parts.add(title() == null ? publisher() : title() + " // " + publisher());
    if (document.published() != null) {
      parts.add(Integer.toString(document.published().getYear()));
      parts.add(european(document.published(), RUSSIAN_MONTHS));
    }
    return (verbatim ? "Цит. по: " : "Приводится по: ")
        + sentences(parts)
        + address("дата обращения");
  }

  /** A schema.org {@code Quotation}, or a {@code Claim} when the words aren't the speaker's own. */
  public String jsonLd() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("@context", "https://schema.org");
    node.put("@type", verbatim ? "Quotation" : "Claim");
    node.put("text", words());
    node.put("inLanguage", statement.language().code());
    put(node, "dateCreated", statement.spoken());
    put(node, "creativeWorkStatus", statement.standing() ? null : statement.status());
    ObjectNode creator = node.putObject("creator");
    boolean named = statement.speaker() instanceof Speaker.Named;
    creator.put("@type", named ? "Person" : "Thing");
    creator.put(named ? "name" : "description", statement.speaker().shownAs());
    put(creator, "jobTitle", statement.role());
    put(creator, "affiliation", statement.side());
    ObjectNode article = node.putObject("isPartOf").put("@type", "Article");
    put(article, "headline", title());
    put(article, "publisher", document.source());
    put(article, "datePublished", document.published());
    put(article, "url", document.url());
    return node.toPrettyString();
  }

  private static void put(ObjectNode node, String name, @Nullable Object value) {
    if (value != null) {
      node.put(name, value.toString());
    }
  }

  private String words() {
    return statement.parts().stream()
        .map(part -> StatementBlocks.clean(part.text()))
        .reduce((one, other) -> one + Statement.GAP + other)
        .orElseThrow();
  }

  private String speaker() {
    String shown = StatementBlocks.clean(statement.speaker().shownAs());
    String speaker =
        statement.speaker() instanceof Speaker.Named ? shown : "Unnamed speaker (" + shown + ")";
    String capacity = StatementBlocks.capacity(statement);
    return capacity.isEmpty() ? speaker : speaker + ", " + capacity;
  }

  private String publisher() {
    return StatementBlocks.clean(document.source() == null ? document.name() : document.source());
  }

  private @Nullable String title() {
    return document.title() == null ? null : StatementBlocks.clean(document.title());
  }

  /** Quotation marks inside quotation marks are single ones. */
  private static String inner(String title) {
    StringBuilder text = new StringBuilder();
    boolean open = false;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (c == '"') {
        text.append(open ? '’' : '‘');
        open = !open;
      } else {
        text.append(c == '“' ? '‘' : c == '”' ? '’' : c);
      }
    }
    return text.toString();
  }

  private LocalDate retrieved() {
    return LocalDate.ofInstant(document.retrieved(), ZoneOffset.UTC);
  }

  private String address(String accessed) {
    if (document.url() == null) {
      return "";
    }
    LocalDate day = retrieved();
    return " URL: %s (%s: %02d.%02d.%d)."
        .formatted(
            document.url(), accessed, day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  /** The parts with a full stop after each that has none. */
  private static String sentences(List<String> parts) {
    return String.join(
        " ",
        parts.stream()
            .map(part -> ".!?…".indexOf(part.charAt(part.length() - 1)) >= 0 ? part : part + ".")
            .toList());
  }

  private static String american(LocalDate day, List<String> months) {
    return months.get(day.getMonthValue() - 1) + " " + day.getDayOfMonth() + ", " + day.getYear();
  }

  private static String european(LocalDate day, List<String> months) {
    return day.getDayOfMonth() + " " + months.get(day.getMonthValue() - 1);
  }
}
