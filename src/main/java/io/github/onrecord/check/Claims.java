package io.github.onrecord.check;

import io.github.onrecord.record.Span;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Claimant;
import io.github.onrecord.search.Claimants;
import io.github.onrecord.search.Claimants.Place;
import io.github.onrecord.search.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the quotations of a text, each with who is claimed to have said it.
 *
 * <p>The speaker is sought in the words that lead to the quotation in its sentence and in those
 * that follow it there: a clause that ends in a colon or comma right before it counts first, then
 * what follows. A quotation that goes on after «, said Venn,» is one quotation; one that follows
 * «said Venn.» without a speaker of its own is Venn's too. A text without quotation marks is a
 * quotation as a whole, but for a speaker named before a colon, or after a dash at its end.
 */
final class Claims {
  /** Author's words inside a quotation are no longer than this, in characters. */
  private static final int LONGEST_ASIDE = 120;

  /** A speaker before a colon, in a text without marks, takes no more characters than this. */
  private static final int LONGEST_LABEL = 120;

  /** Words of a name and an office at the end of a text without marks. */
  private static final int LONGEST_SIGNATURE = 16;

  /** Quotations of fewer words beside longer ones are names and terms. */
  private static final int SHORTEST_BESIDE_OTHERS = 3;

  private static final String DASHES = "—–―-";
  private static final String ENDS = ".!?…";

  private final Claimants claimants;

  Claims(Claimants claimants) {
    this.claimants = claimants;
  }

  /** A quotation in a text, and what stands beside it in its sentence. */
  private record Quotation(String text, String before, String after, String gapBefore) {}

  /** The quotations of a text in order; empty when no words are in it. */
  List<Claim> in(String text) {
    List<Span> spans = Marks.in(text);
    if (spans.isEmpty()) {
      return bare(text).stream().toList();
    }
    List<Claim> claims = new ArrayList<>();
    Claimant follows = null; // whom the words after the last quotation name
    List<Quotation> quotations = quotations(text, spans);
    for (int i = 0; i < quotations.size(); i++) {
      Quotation quotation = quotations.get(i);
      Claimant tail = tail(quotation, i + 1 < quotations.size() ? quotations.get(i + 1) : null);
      if (!claims.isEmpty() && goesOn(quotation)) {
        Claim before = claims.remove(claims.size() - 1);
        Claimant claimant = before.claimant() == null ? tail : before.claimant();
        claims.add(Claim.of(before.text() + Statement.GAP + quotation.text(), claimant));
        continue;
      }
      boolean introduced = introduces(quotation.before());
      Claimant head = follows != null && !introduced ? null : head(quotation);
      Claimant own = head != null && (tail == null || introduced) ? head : tail;
      if (own == null && quotation.before().isBlank()) {
        own = follows; // «…», said Venn. «…»
      }
      follows = head != null && head.equals(own) ? null : own;
      claims.add(claim(quotation.text(), own));
    }
    return withoutNames(claims);
  }

  // --- quotations and what stands beside them ---

  private static List<Quotation> quotations(String text, List<Span> spans) {
    List<Quotation> quotations = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      int from = i == 0 ? 0 : spans.get(i - 1).end() + 1;
      int to = i + 1 < spans.size() ? spans.get(i + 1).start() - 1 : text.length();
      String before = text.substring(from, span.start() - 1);
      quotations.add(
          new Quotation(
              span.of(text),
              lastSentence(before),
              firstSentence(text.substring(Math.min(span.end() + 1, to), to)),
              i == 0 ? "" : before));
    }
    return quotations;
  }

  /** What stands of a sentence before a quotation; nothing when the sentence has ended. */
  private static String lastSentence(String text) {
    int end = text.stripTrailing().length();
    int start = 0;
    for (int at = 0; at < end; at++) {
      if (endsSentence(text, at)) {
        start = at + 1;
      }
    }
    return text.substring(start, end).strip();
  }

  /** What stands of a sentence after a quotation: up to its end. */
  private static String firstSentence(String text) {
    String bare = text.stripLeading();
    boolean nextLine = text.substring(0, text.length() - bare.length()).indexOf('\n') >= 0;
    if (bare.isEmpty()
        || (nextLine && DASHES.indexOf(bare.charAt(0)) < 0 && bare.charAt(0) != '(')) {
      return "";
    }
    for (int at = 0; at < bare.length(); at++) {
      if (endsSentence(bare, at)) {
        return bare.substring(0, at);
      }
    }
    return bare;
  }

  /** Whether a sentence ends here: not after an initial or a short word such as «Mr», «г». */
  private static boolean endsSentence(String text, int at) {
    char c = text.charAt(at);
    if (c == '\n') {
      return true;
    }
    boolean last = at + 1 >= text.length();
    if (ENDS.indexOf(c) < 0 || !(last || Character.isWhitespace(text.charAt(at + 1)))) {
      return false;
    }
    int word = at;
    while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    return c != '.' || at - word > 2 || at == word;
  }

  /** Whether a quotation goes on with the one before: «…», said Venn, «and …». */
  private boolean goesOn(Quotation quotation) {
    String gap = quotation.gapBefore().strip();
    if (gap.length() < 2 || gap.length() > LONGEST_ASIDE || endsWithin(gap)) {
      return false;
    }
    char last = gap.charAt(gap.length() - 1);
    int first =
        quotation.text().codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(0);
    return (last == ',' || DASHES.indexOf(last) >= 0)
        && !Character.isUpperCase(first)
        && claimants.tellsOfSpeech(gap);
  }

  private static boolean endsWithin(String text) {
    for (int at = 0; at < text.length() - 1; at++) {
      if (endsSentence(text, at)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Claimant head(Quotation quotation) {
    return claimants.in(quotation.before(), Place.BEFORE).orElse(null);
  }

  private @Nullable Claimant tail(Quotation quotation, @Nullable Quotation next) {
    // «…» and Venn said: «…»: what ends in a colon belongs to what comes, but for «…», said Pell,
    // while Venn said: «…».
    String after = trimmed(quotation.after());
    if (next != null && quotation.after().stripTrailing().endsWith(":")) {
      after = after.substring(0, Math.max(0, after.lastIndexOf(',')));
      if (!claimants.beginsWithSpeech(after)) {
        return null;
      }
    }
    return claimants.in(after, Place.AFTER).orElse(null);
  }

  /** Without the commas, dashes and brackets at the ends. */
  private static String trimmed(String clause) {
    int from = 0;
    int to = clause.length();
    while (from < to && !Character.isLetterOrDigit(clause.codePointAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(clause.codePointBefore(to))) {
      to--;
    }
    return clause.substring(from, to);
  }

  private static boolean introduces(String before) {
    String bare = before.stripTrailing();
    return bare.endsWith(":") || bare.endsWith(",") || bare.endsWith("-") || bare.endsWith("—");
  }

  private static List<Claim> withoutNames(List<Claim> claims) {
    boolean longer =
        claims.stream().anyMatch(claim -> claim.wording().size() >= SHORTEST_BESIDE_OTHERS);
    return longer
        ? claims.stream()
            .filter(c -> c.claimant() != null || c.wording().size() >= SHORTEST_BESIDE_OTHERS)
            .toList()
        : claims;
  }

  // --- one quotation ---

  /** A quotation in marks: a label and a quotation inside it, or author's words, are taken out. */
  private Claim claim(String text, @Nullable Claimant claimant) {
    List<Span> inner = Marks.in(text);
    if (inner.size() == 1 && claimant == null) {
      Span span = inner.get(0);
      String label = text.substring(0, span.start() - 1).strip();
      boolean rest = text.substring(span.end()).codePoints().anyMatch(Character::isLetterOrDigit);
      if (label.endsWith(":") && !rest) {
        Optional<Claimant> named = claimants.in(label, Place.BEFORE);
        if (named.isPresent()) {
          return withoutAsides(span.of(text), named.get());
        }
      }
    }
    return withoutAsides(text, claimant);
  }

  /** «We came, — said Venn, — to count»: without what the author says in between. */
  private Claim withoutAsides(String text, @Nullable Claimant claimant) {
    Claimant named = claimant;
    StringBuilder own = new StringBuilder();
    int from = 0;
    for (int dash = aside(text, 0); dash >= 0; dash = aside(text, from)) {
      int end = dash + 1;
      while (end < text.length() && !dash(text, end)) {
        end++;
      }
      String words = trimmed(text.substring(dash, end));
      if (named == null) {
        named = claimants.in(words, Place.AFTER).orElse(null);
      }
      own.append(own.isEmpty() ? "" : Statement.GAP).append(text.substring(from, dash).strip());
      from = Math.min(text.length(), end + 1);
    }
    if (from == 0) {
      return Claim.of(text, named);
    }
    String rest = text.substring(from);
    if (rest.codePoints().anyMatch(Character::isLetterOrDigit)) {
      own.append(Statement.GAP).append(rest.strip());
    }
    return Claim.of(own.toString().strip(), named);
  }

  /** Index of the next dash after which the author speaks, or -1. */
  private int aside(String text, int from) {
    for (int at = Math.max(1, from); at < text.length(); at++) {
      if (!dash(text, at) || !afterPunctuation(text, from, at)) {
        continue;
      }
      int end = at + 1;
      while (end < text.length() && !dash(text, end)) {
        end++;
      }
      if (end - at <= LONGEST_ASIDE && claimants.beginsWithSpeech(text.substring(at + 1, end))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean afterPunctuation(String text, int from, int at) {
    int before = at - 1;
    while (before > from && Character.isSpaceChar(text.charAt(before))) {
      before--;
    }
    return before > from && (ENDS.indexOf(text.charAt(before)) >= 0 || text.charAt(before) == ',');
  }

  /** Whether a dash with white space beside it stands here. */
  private static boolean dash(String text, int at) {
    return DASHES.indexOf(text.charAt(at)) >= 0
        && (at + 1 >= text.length() || Character.isSpaceChar(text.charAt(at + 1)))
        && (at == 0 || Character.isSpaceChar(text.charAt(at - 1)));
  }

  // --- a text without marks ---

  /** The whole text as a quotation, but for a speaker named before a colon or after a dash. */
  Optional<Claim> bare(String text) {
    String whole = text.strip();
    int colon = whole.indexOf(':');
    if (colon > 0 && colon <= LONGEST_LABEL) {
      String label = whole.substring(0, colon + 1);
      Optional<Claimant> named = claimants.in(label, Place.BEFORE);
      if (named.isPresent() && Wording.of(whole.substring(colon + 1)).size() > 0) {
        return Optional.of(withoutAsides(whole.substring(colon + 1).strip(), named.get()));
      }
    }
    int end = signature(whole);
    if (end > 0) {
      Optional<Claimant> named =
          claimants
              .in(trimmed(whole.substring(end)), Place.AFTER)
              .filter(claimant -> signs(claimant, whole.substring(end)));
      if (named.isPresent()) {
        return Optional.of(Claim.of(whole.substring(0, end).strip(), named.get()));
      }
    }
    Claim claim = withoutAsides(whole, null);
    return claim.wording().size() == 0 ? Optional.empty() : Optional.of(claim);
  }

  /**
   * Whether nothing but somebody stands at the end. A country doesn't sign, and whoever isn't on
   * record only by a name alone: «it is an invoice — Send it».
   */
  private static boolean signs(Claimant claimant, String end) {
    int words = Wording.of(end).size();
    return switch (claimant.how()) {
      case NAME, OFFICE -> words <= LONGEST_SIGNATURE;
      case STRANGE_NAME -> words == Wording.of(claimant.asWritten()).size();
      case SIDE -> false;
    };
  }

  /** Where «— Orla Venn» or «(Orla Venn)» or «, said Orla Venn» begins at the end; 0 if nowhere. */
  private int signature(String text) {
    for (int at = text.length() - 1; at > 0 && text.length() - at <= LONGEST_LABEL; at--) {
      char c = text.charAt(at);
      if (dash(text, at) || c == '(' || (c == '\n' && text.length() - at > 1)) {
        return at;
      }
      if (c == ',' && claimants.beginsWithSpeech(text.substring(at + 1))) {
        return at;
      }
    }
    return 0;
  }
}
