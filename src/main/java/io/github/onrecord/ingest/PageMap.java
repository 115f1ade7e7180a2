package io.github.onrecord.ingest;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * What each part of a page is by its own marks: tag, role, class and id names. A name alone never
 * sets aside most of the page's text, nor its headline or article.
 */
final class PageMap {
  private static final Set<String> ASIDE_TAGS =
      Set.of(
          "nav",
          "aside",
          "footer",
          "form",
          "button",
          "select",
          "textarea",
          "figure",
          "figcaption",
          "dialog",
          "template",
          "noscript",
          "menu",
          "caption",
          "label");

  private static final Set<String> ASIDE_ROLES =
      Set.of(
          "navigation",
          "banner",
          "complementary",
          "contentinfo",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "form");

  private static final Set<String> ARTICLE_TAGS = Set.of("html", "body", "main", "article");

  /** Whoever holds more of the page's unlinked text than this share is no part beside it. */
  private static final double MOST = 0.5;

  /** An article element with less of the page's text is a card of another article. */
  private static final double SMALLEST_ARTICLE = 0.25;

  /** What a part of a page is for. */
  enum Mark {
    PLAIN,
    ASIDE,
    BYLINE,
    /** The line under a headline. */
    DECK,
    /** The line under a headline, or the first paragraph. */
    LEAD,
    /** The header of the page or of an article: a headline or byline may stand in it. */
    HEADER
  }

  private final Boilerplate boilerplate;
  private final IdentityHashMap<Element, Integer> weights = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Mark> marks = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Boolean> important = new IdentityHashMap<>();
  private final int total;

  PageMap(Element root, Boilerplate boilerplate) {
    this.boilerplate = boilerplate;
    NodeTraversor.traverse(new Weigher(), root);
    total = Math.max(1, weight(root));
    for (Element element : root.select("h1, main, [itemprop=articleBody], [role=main]")) {
      addImportant(element);
    }
    for (Element article : root.select("article, [role=article]")) {
      // Comments and links to other pages are marked up as articles, too.
      if (share(article) >= SMALLEST_ARTICLE && !isComments(article)) {
        addImportant(article);
      }
    }
  }

  private void addImportant(Element element) {
    Element up = element;
    while (up != null && important.put(up, true) == null) {
      up = up.parent();
    }
  }

  /** Whether the element stands among readers' comments. */
  boolean isComments(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      if (!at.normalName().equals("body")
          && boilerplate.named(Boilerplate.Kind.COMMENTCLASS, names(at))
          && at.selectFirst("h1") == null) {
        return true;
      }
    }
    return false;
  }

  private static String names(Element element) {
    return element.className() + " " + element.id();
  }

  /** How many characters of unlinked text an element holds. */
  int weight(Element element) {
    return weights.getOrDefault(element, 0);
  }

  /** The element's share of the page's unlinked text, 0 to 1. */
  double share(Element element) {
    return (double) weight(element) / total;
  }

  /** What the element is for, by its own marks and those of what it stands in. */
  Mark mark(Element element) {
    Mark known = marks.get(element);
    if (known != null) {
      return known;
    }
    Element parent = element.parent();
    Mark outer = parent == null ? Mark.PLAIN : mark(parent);
    Mark own = ownMark(element);
    Mark mark =
        switch (outer) {
          case ASIDE -> Mark.ASIDE;
          case PLAIN -> own;
          case HEADER, BYLINE, DECK, LEAD -> own == Mark.PLAIN || own == Mark.HEADER ? outer : own;
        };
    marks.put(element, mark);
    return mark;
  }

  private Mark ownMark(Element element) {
    String tag = element.normalName();
    boolean mostOfIt = share(element) > MOST;
    if (ARTICLE_TAGS.contains(tag)) {
      return tag.equals("article") && !mostOfIt && isComments(element) ? Mark.ASIDE : Mark.PLAIN;
    }
    String names = names(element);
    if (boilerplate.named(Boilerplate.Kind.COMMENTCLASS, names)
        && !important.containsKey(element)) {
      return Mark.ASIDE; // However long: readers may write more than the author.
    }
    if (tag.equals("header") && !mostOfIt) {
      return Mark.HEADER;
    }
    boolean aside =
        ASIDE_TAGS.contains(tag)
            || ASIDE_ROLES.contains(element.attr("role"))
            || isHidden(element)
            || boilerplate.named(Boilerplate.Kind.CLASS, names);
    if (aside && !mostOfIt && !important.containsKey(element)) {
      return Mark.ASIDE;
    }
    if (mostOfIt || important.containsKey(element)) {
      return Mark.PLAIN;
    }
    if (boilerplate.named(Boilerplate.Kind.BYLINE, names) || tag.equals("address")) {
      return Mark.BYLINE;
    }
    if (boilerplate.named(Boilerplate.Kind.DECK, names)) {
      return Mark.DECK;
    }
    return boilerplate.named(Boilerplate.Kind.LEAD, names) ? Mark.LEAD : Mark.PLAIN;
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").replace(" ", "");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
  }

  private final class Weigher implements NodeVisitor {
    private int links;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text && links == 0) {
        Element parent = parentOf(node);
        if (parent != null) {
          weights.merge(parent, text.getWholeText().strip().length(), Integer::sum);
        }
      } else if (node instanceof Element element && element.normalName().equals("a")) {
        links++;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        links -= element.normalName().equals("a") ? 1 : 0;
        Element parent = parentOf(element);
        if (parent != null) {
          weights.merge(parent, weight(element), Integer::sum);
        }
      }
    }

    private static @Nullable Element parentOf(Node node) {
      return node.parent() instanceof Element parent ? parent : null;
    }
  }
}
