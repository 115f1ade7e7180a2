package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person as one document presents them; filled while the document is read, by one thread. */
final class Person {
  private final List<Office> offices = new ArrayList<>();
  private String first;
  private String last;
  private boolean nominative;
  private Gender gender = Gender.UNKNOWN;
  private boolean guessed;
  private boolean isPrivate;
  private boolean former;
  private boolean guest;
  private boolean present;
  private final List<Office> recorded = new ArrayList<>();
  private @Nullable Official known;

  /**
   * An office as the document states it.
   *
   * @param text the words
   * @param keys stems of the words that tell it from others, without side and rank words
   * @param side whom it serves, as written, or null
   * @param at where it is stated
   * @param body whether only a body is named to which the person belongs
   */
  record Office(String text, List<String> keys, @Nullable String side, int at, boolean body) {
    Office {
      keys = List.copyOf(keys);
    }
  }

  Person(String first, String last, boolean nominative) {
    this.first = first;
    this.last = last;
    this.nominative = nominative;
  }

  /** The given name or initial as written, maybe empty. */
  String first() {
    return first;
  }

  String last() {
    return last;
  }

  String name() {
    return first.isEmpty() ? last : first + " " + last;
  }

  /** Another form of the name; a nominative and a longer one is kept. */
  void seenAs(String otherFirst, String otherLast, boolean isNominative) {
    boolean fuller = first.isEmpty() || (first.length() <= 2 && otherFirst.length() > 2);
    if ((fuller && !otherFirst.isEmpty())
        || (isNominative && !nominative && (!otherFirst.isEmpty() || first.isEmpty()))) {
      first = otherFirst;
      last = otherLast;
      nominative = isNominative;
    }
  }

  boolean nominative() {
    return nominative;
  }

  void rename(String newFirst, String newLast) {
    first = newFirst;
    last = newLast;
    nominative = true;
  }

  Gender gender() {
    return gender;
  }

  /** What the text shows; the first word on it counts, but any counts more than a guess. */
  void gender(Gender seen) {
    if (seen != Gender.UNKNOWN && seen != Gender.PEOPLE && (gender == Gender.UNKNOWN || guessed)) {
      gender = seen;
      guessed = false;
    }
  }

  /** Whether a form of this gender may be about them: what was only guessed doesn't decide. */
  boolean couldBe(Gender form) {
    return guessed || gender.fits(form);
  }

  /** What the given name's ending suggests. */
  void guessGender(Gender likely) {
    if (gender == Gender.UNKNOWN && likely != Gender.UNKNOWN) {
      gender = likely;
      guessed = true;
    }
  }

  /** Posts that the record knows of, for understanding «the minister»; not as stated here. */
  List<Office> recorded() {
    return recorded;
  }

  /** Whether the document gives the full name, not the record alone. */
  boolean present() {
    return present;
  }

  void markPresent() {
    present = true;
  }

  /** Whether the document states an office, not only a body. */
  boolean hasOffice() {
    return offices.stream().anyMatch(o -> !o.body());
  }

  List<Office> offices() {
    return offices;
  }

  void holds(Office office) {
    if (offices.stream().noneMatch(o -> o.text().equalsIgnoreCase(office.text()))) {
      offices.add(office);
    }
  }

  void markPrivate() {
    isPrivate = true;
  }

  void markFormer() {
    former = true;
  }

  /** Marks somebody who answers in an official transcript or interview. */
  void markGuest() {
    guest = true;
  }

  void known(Official official) {
    known = official;
    for (Post post : official.posts()) {
      List<String> keys = new ArrayList<>();
      if (!post.role().isEmpty()) {
        for (Token token : Token.of(post.role(), new Span(0, post.role().length()))) {
          if (token.word() && token.key().length() > 2) {
            keys.add(OfficeWords.key(token));
          }
        }
      }
      recorded.add(
          new Office(
              post.role(),
              keys,
              official.side() == null ? null : official.side().name(),
              -1,
              false));
    }
  }

  @Nullable Official known() {
    return known;
  }

  boolean isPrivate() {
    return isPrivate;
  }

  /** Whether the person speaks for a side, as far as the document or the record tells. */
  boolean official() {
    if (isPrivate || (former && offices.isEmpty())) {
      return false;
    }
    return !offices.isEmpty() || known != null || guest;
  }

  /** The last office stated before a point of the text, or else the first one, or null. */
  @Nullable Office officeAt(int at) {
    Office best = null;
    for (Office office : offices) {
      if (best == null || office.at() <= at) {
        best = office;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return name() + offices + (isPrivate ? " private" : "") + (former ? " former" : "");
  }
}
