package io.github.onrecord.ingest;

import io.github.onrecord.ingest.Block.Role;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides which lines of a page are its text.
 *
 * <p>In order: what marks itself as something else by tag, class or phrase is set aside; the
 * headline is found; blocks of links and comments are set aside as a whole; what stands before the
 * headline and after the element that holds the prose goes too; the rest is author lines,
 * summaries, headings, list items and paragraphs.
 */
final class PageRoles {
  /** The text's element holds at least so much of the page's prose. */
  private static final double MOST_PROSE = 0.85;

  /** A block of links or comments holds at most so much of the page's unlinked text. */
  private static final double SIDE_SHARE = 0.4;

  private final List<PageLine> lines;
  private final PageMap map;
  private final Boilerplate boilerplate;
  private final Bylines bylines;
  private final @Nullable Role[] roles;
  private final int headline;

  private PageRoles(
      List<PageLine> lines,
      PageMap map,
      List<String> titles,
      Boilerplate boilerplate,
      Bylines bylines) {
    this.lines = lines;
    this.map = map;
    this.boilerplate = boilerplate;
    this.bylines = bylines;
    this.roles = new Role[lines.size()];
    setAsideByMarks();
    headline = findHeadline(titles);
    if (headline >= 0) {
      roles[headline] = Role.HEADLINE;
    }
  }

  /** The role of each line. */
  static List<Role> of(
      List<PageLine> lines,
      PageMap map,
      List<String> titles,
      Boilerplate boilerplate,
      Bylines bylines) {
    PageRoles roles = new PageRoles(lines, map, titles, boilerplate, bylines);
    roles.setAsideBlocks();
    roles.setAsideOutside();
    roles.nameTheRest();
    return Arrays.stream(roles.roles).map(role -> role == null ? Role.PARAGRAPH : role).toList();
  }

  private boolean open(int i) {
    return roles[i] == null;
  }

  private void setAside(int i) {
    if (roles[i] != Role.HEADLINE && !isCorrection(i)) {
      roles[i] = Role.ASIDE;
    }
  }

  /** A notice that corrects something counts wherever an outlet puts it, but not in a comment. */
  private boolean isCorrection(int i) {
    PageLine line = lines.get(i);
    return line.isProse()
        && boilerplate.leads(Boilerplate.Kind.CORRECTION, line.text())
        && !map.isComments(line.element());
  }

  private PageMap.Mark mark(int i) {
    return map.mark(lines.get(i).element());
  }

  private void setAsideByMarks() {
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      if (mark(i) == PageMap.Mark.ASIDE
          || line.isLink()
          || boilerplate.isNotice(line.text())
          || (boilerplate.isMenu(line.text()) && !bylines.is(line.text()))
          || (boilerplate.leads(Boilerplate.Kind.RELATED, line.text()) && !startsSpeech(line))) {
        setAside(i);
      }
    }
  }

  /** «Подробнее: …» leads elsewhere; «Latest (he said) …» in a paragraph of prose doesn't. */
  private static boolean startsSpeech(PageLine line) {
    return line.linked() == 0 && Boilerplate.wordCount(line.text()) > 40;
  }

  private int findHeadline(List<String> titles) {
    int best = -1;
    double most = 2.5;
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      String tag = headingTag(line.element());
      double score = tag.equals("h1") ? 3 : tag.isEmpty() ? 0 : 1;
      String names =
          (line.element().className() + " " + line.element().id()).toLowerCase(Locale.ROOT);
      score += names.contains("headline") || names.contains("title") ? 1 : 0;
      score += line.isBold() ? 0.5 : 0;
      double alike =
          titles.stream().mapToDouble(t -> Titles.likeness(line.text(), t)).max().orElse(0);
      score += alike >= 0.4 && Boilerplate.wordCount(line.text()) > 2 ? 1 + 3 * alike : 0;
      score -= mark(i) == PageMap.Mark.ASIDE ? 4 : 0;
      score -= !open(i) && !line.isLink() ? 1 : 0;
      score -= line.isLink() && !tag.equals("h1") ? 2 : 0;
      if (score > most) {
        best = i;
        most = score;
      }
    }
    return best;
  }

  /** The heading that an element is or stands directly in, or "". */
  private static String headingTag(Element element) {
    Element at = element;
    for (int up = 0; at != null && up < 3; up++) {
      String tag = at.normalName();
      if (tag.length() == 2
          && tag.charAt(0) == 'h'
          && tag.charAt(1) >= '1'
          && tag.charAt(1) <= '6') {
        return tag;
      }
      at = at.parent();
    }
    return "";
  }

  /** Sets aside blocks that open with «related», «most read», «comments» as a whole. */
  private void setAsideBlocks() {
    int proseSoFar = 0;
    int prose = proseBetween(0, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      boolean comments = opensComments(line);
      if (i != headline && (comments || boilerplate.opensRelated(line.text()))) {
        setAside(i);
        Element block = blockOpenedBy(i);
        if (block != null) {
          for (int j = i; j < lines.size() && isIn(lines.get(j).element(), block); j++) {
            setAside(j);
          }
        } else if (comments && proseSoFar * 10 >= prose * 4) {
          for (int j = i; j < lines.size(); j++) {
            setAside(j);
          }
        } else {
          setAsideList(i + 1);
        }
      }
      proseSoFar += open(i) && line.isProse() ? line.text().length() : 0;
    }
  }

  private boolean opensComments(PageLine line) {
    return Boilerplate.wordCount(line.text()) <= 6
        && (boilerplate.is(Boilerplate.Kind.COMMENTS, line.text())
            || boilerplate.leads(Boilerplate.Kind.COMMENTS, line.text()));
  }

  /** The largest element that begins with this line and is a small part of the page, or null. */
  private @Nullable Element blockOpenedBy(int i) {
    Element block = null;
    Element at = lines.get(i).element();
    while (at != null
        && map.share(at) <= SIDE_SHARE
        && (i == 0 || !isIn(lines.get(i - 1).element(), at))
        && (headline < 0 || !isIn(lines.get(headline).element(), at))) {
      if (i + 1 < lines.size() && isIn(lines.get(i + 1).element(), at)) {
        block = at;
      }
      at = at.parent();
    }
    return block;
  }

  /** Sets aside the links, short lines and list that follow a line in the run of the text. */
  private void setAsideList(int from) {
    Element list = null;
    for (int i = from; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      Element in = line.element().closest("ul, ol");
      boolean sameList = list != null && list.equals(in);
      if (!line.isLink() && !sameList && (line.isProse() || i > from || in == null)) {
        return;
      }
      list = in;
      setAside(i);
    }
  }

  /** Sets aside what stands before the headline and after the element that holds the prose. */
  private void setAsideOutside() {
    int prose = proseBetween(0, lines.size());
    boolean headed = headline >= 0 && proseBetween(headline, lines.size()) * 2 >= prose;
    for (int i = 0; headed && i < headline; i++) {
      if (!bylines.is(lines.get(i).text())) {
        setAside(i);
      }
    }
    Element body = textElement();
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (body == null || isIn(lines.get(i).element(), body)) {
        last = i;
      }
    }
    for (int i = last + 1; i < lines.size(); i++) {
      setAside(i);
    }
  }

  private int proseBetween(int from, int to) {
    int prose = 0;
    for (int i = from; i < to; i++) {
      prose += open(i) && lines.get(i).isProse() ? lines.get(i).text().length() : 0;
    }
    return prose;
  }

  /** The innermost element that holds nearly all prose, with several lines in it. */
  private @Nullable Element textElement() {
    IdentityHashMap<Element, Integer> prose = new IdentityHashMap<>();
    IdentityHashMap<Element, Integer> count = new IdentityHashMap<>();
    int total = 0;
    Element root = null;
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      if (!open(i) || !line.isProse()) {
        continue;
      }
      total += line.text().length();
      for (Element at = line.element(); at != null; at = at.parent()) {
        prose.merge(at, line.text().length(), Integer::sum);
        count.merge(at, 1, Integer::sum);
        root = at;
      }
    }
    Element body = null;
    Element inner = root;
    while (inner != null) {
      body = inner;
      inner = null;
      for (Element child : body.children()) {
        if (prose.getOrDefault(child, 0) >= total * MOST_PROSE
            && count.getOrDefault(child, 0) >= 3) {
          inner = child;
        }
      }
    }
    return body;
  }

  private void nameTheRest() {
    int first = headline + 1;
    int firstProse = firstProse(first);
    int byline = nameBylines(first, firstProse);
    int subheads = 0;
    for (int i = first; i < lines.size(); i++) {
      subheads += open(i) && !headingTag(lines.get(i).element()).isEmpty() ? 1 : 0;
    }
    boolean begun = false;
    for (int i = 0; i < lines.size(); i++) {
      if (!open(i)) {
        continue;
      }
      roles[i] = begun || i < headline ? textRole(lines.get(i)) : openingRole(i, byline, subheads);
      begun |= roles[i] == Role.PARAGRAPH || roles[i] == Role.LIST_ITEM;
    }
    setTailAside();
  }

  private int firstProse(int from) {
    for (int i = from; i < lines.size(); i++) {
      if (open(i) && lines.get(i).isProse() && !isByline(i)) {
        return i;
      }
    }
    return lines.size();
  }

  /**
   * Names author and date lines; returns the index of the last one in the article's head, or -1.
   */
  private int nameBylines(int first, int firstProse) {
    int paragraphs = 0;
    int inHead = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!open(i)) {
        continue;
      }
      boolean stamp = bylines.isStamp(lines.get(i).text());
      boolean bareTime = stamp && bylines.date(lines.get(i).text()).isEmpty();
      boolean afterDeck = paragraphs == 1 && inHead < 0 && !bareTime;
      boolean head = i < first || i < firstProse || afterDeck;
      if (stamp || (isByline(i) && (head || followedByNoProse(i)))) {
        roles[i] = Role.BYLINE;
        inHead = head && i >= first ? i : inHead;
      } else if (i >= first && lines.get(i).isProse()) {
        paragraphs++;
      }
    }
    return inHead;
  }

  private boolean isByline(int i) {
    PageLine line = lines.get(i);
    int words = Boilerplate.wordCount(line.text());
    return bylines.is(line.text())
        || (mark(i) == PageMap.Mark.BYLINE
            && words <= 25
            && headingTag(line.element()).isEmpty()
            && !(words > 8 && PageLine.endsSentence(line.text())));
  }

  private boolean followedByNoProse(int i) {
    return proseBetween(i + 1, lines.size()) == 0;
  }

  /** The role of a line between the headline and the first paragraph. */
  private Role openingRole(int i, int byline, int subheads) {
    PageLine line = lines.get(i);
    boolean beforeByline = headline >= 0 && i < byline;
    boolean heading = !headingTag(line.element()).isEmpty();
    boolean underHeadline = headline >= 0 && i == headline + 1;
    PageMap.Mark mark = mark(i);
    if (beforeByline
        || (mark == PageMap.Mark.DECK && headline >= 0)
        || (mark == PageMap.Mark.HEADER && headline >= 0 && !line.isProse())
        || (heading && underHeadline && subheads == 1)) {
      return Role.HEADLINE;
    }
    return textRole(line);
  }

  private static Role textRole(PageLine line) {
    Element element = line.element();
    if (!line.isProse() && isData(element.closest("table"))) {
      return Role.ASIDE; // what a cell says depends on its row and column, which lines don't tell
    }
    if (element.closest("li") != null) {
      return Role.LIST_ITEM;
    }
    String text = line.text();
    boolean boldTitle =
        line.isBold() && !PageLine.endsSentence(text) && Boilerplate.wordCount(text) <= 12;
    boolean term = element.normalName().equals("dt") && !PageLine.endsSentence(text);
    return !headingTag(element).isEmpty() || boldTitle || term ? Role.HEADING : Role.PARAGRAPH;
  }

  /** Whether a table holds data, and isn't there to lay out a page. */
  private static boolean isData(@Nullable Element table) {
    return table != null
        && table.selectFirst("table table, p, h1, h2") == null
        && (table.selectFirst("th, caption") != null || table.select("tr:has(td + td)").size() > 1);
  }

  /** Sets aside short lines after the last sentence: signatures, tags, section names. */
  private void setTailAside() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      boolean text = roles[i] == Role.PARAGRAPH || roles[i] == Role.HEADING;
      if (roles[i] == Role.HEADLINE
          || roles[i] == Role.LIST_ITEM
          || (text && (lines.get(i).isProse() || PageLine.endsSentence(lines.get(i).text())))) {
        return;
      }
      if (text) {
        roles[i] = Role.ASIDE;
      }
    }
  }

  private static boolean isIn(Element element, Element outer) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
