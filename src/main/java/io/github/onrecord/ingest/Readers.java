package io.github.onrecord.ingest;

import java.util.List;
import java.util.Locale;

/** Knows what kind of document it is given, by its content, and has the right reader read it. */
final class Readers implements DocumentReader {
  private final PlainTextReader plain;
  private final MarkdownReader markdown;
  private final HtmlReader pages;
  private final FeedReader feeds;

  Readers() {
    Boilerplate boilerplate = new Boilerplate();
    Bylines bylines = new Bylines(new CalendarText(), boilerplate);
    LanguageGuess languages = new LanguageGuess();
    plain = new PlainTextReader(boilerplate, bylines, languages);
    markdown = new MarkdownReader(boilerplate, bylines, languages);
    pages = new HtmlReader(boilerplate, bylines, languages);
    feeds = new FeedReader(pages, languages);
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    return readerFor(original).read(original);
  }

  private DocumentReader readerFor(Original original) throws UnreadableException {
    String head = TextDecoder.decode(original).strip();
    head = head.substring(0, Math.min(head.length(), 2000)).toLowerCase(Locale.ROOT);
    if (head.startsWith("<")) {
      boolean page = head.contains("<html") || head.contains("<!doctype html");
      boolean xml = head.startsWith("<?xml") || head.contains("<rss") || head.contains("<feed");
      return xml && !page ? feeds : pages;
    }
    String name = original.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".md") || name.endsWith(".markdown") || isMarkdown(original)) {
      return markdown;
    }
    return name.endsWith(".html") || name.endsWith(".htm") ? pages : plain;
  }

  private static boolean isMarkdown(Original original) {
    return "text/markdown".equals(original.mediaType());
  }
}
