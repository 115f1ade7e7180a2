package io.github.onrecord.web;

import io.github.onrecord.record.Kind;
import io.github.onrecord.store.Selection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list asks for. What can't be understood is left out: the page shows which
 * filters count.
 *
 * @param of whose statements
 * @param topic the reader's words for a topic; empty for any
 * @param page from 1
 */
record Filter(
    Selection.Of of, @Nullable Kind kind, @Nullable Integer year, String topic, int page) {
  /** As long as what can be followed in the chat. */
  private static final int LONGEST_TOPIC = 200;

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,5}");

  /** Reads the parameters of an address. */
  static Filter read(Function<String, @Nullable String> parameters) {
    String year = text(parameters, "year");
    String page = text(parameters, "page");
    String topic = text(parameters, "topic");
    return new Filter(
        subject(parameters),
        kind(text(parameters, "kind")),
        YEAR.matcher(year).matches() ? Integer.valueOf(year) : null,
        topic.length() > LONGEST_TOPIC ? topic.substring(0, LONGEST_TOPIC) : topic,
        PAGE.matcher(page).matches() ? Integer.parseInt(page) : 1);
  }

  private static Selection.Of subject(Function<String, @Nullable String> parameters) {
    Long official = number(text(parameters, "official"));
    if (official != null) {
      return new Selection.ByOfficial(official);
    }
    String side = text(parameters, "side");
    if (!side.isEmpty()) {
      return new Selection.ForSide(side);
    }
    String occasion = text(parameters, "occasion");
    return occasion.isEmpty() ? new Selection.Everything() : new Selection.OnOccasion(occasion);
  }

  /** The number of a page's address, or null when it is none. */
  static @Nullable Long number(String text) {
    return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  private static @Nullable Kind kind(String text) {
    for (Kind kind : Kind.values()) {
      if (name(kind).equals(text)) {
        return kind;
      }
    }
    return null;
  }

  /** How a kind is called in addresses. */
  static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Function<String, @Nullable String> parameters, String name) {
    String value = parameters.apply(name);
    return value == null ? "" : value.strip();
  }

  Filter of(Selection.Of other) {
    return new Filter(other, kind, year, topic, page);
  }

  Filter page(int other) {
    return new Filter(of, kind, year, topic, other);
  }

  Selection selection() {
    return new Selection(of, kind, year);
  }

  /** Where the list stands. */
  String path() {
    return of instanceof Selection.ByOfficial official ? "/o/" + official.id() : "/statements";
  }

  /** The parameters of the list's address; empty ones count as left out. */
  Map<String, String> parameters() {
    Map<String, String> parameters = subjectParameters();
    if (of instanceof Selection.ByOfficial) {
      parameters.clear();
    }
    return filters(parameters, page);
  }

  /** The parameters of the feed of the same statements. */
  Map<String, String> feedParameters() {
    return filters(subjectParameters(), 1);
  }

  /** The parameters that say whose statements these are. */
  Map<String, String> subjectParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (of instanceof Selection.ByOfficial official) {
      parameters.put("official", Long.toString(official.id()));
    } else if (of instanceof Selection.ForSide side) {
      parameters.put("side", side.name());
    } else if (of instanceof Selection.OnOccasion occasion) {
      parameters.put("occasion", occasion.name());
    }
    return parameters;
  }

  private Map<String, String> filters(Map<String, String> parameters, int shownPage) {
    parameters.put("kind", kind == null ? "" : name(kind));
    parameters.put("year", year == null ? "" : year.toString());
    parameters.put("topic", topic);
    parameters.put("page", shownPage == 1 ? "" : Integer.toString(shownPage));
    return parameters;
  }
}
