package io.github.onrecord.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Knows what kind of document it is given, by its content, and has the right reader read it. */
final class Readers implements DocumentReader {
  private final PlainTextReader plain;
  private final MarkdownReader markdown;
  private final HtmlReader pages;
  private final FeedReader feeds;
  private final TelegramReader telegram;
  private final PdfReader pdfs;

  Readers() {
    Boilerplate boilerplate = new Boilerplate();
    Bylines bylines = new Bylines(new CalendarText(), boilerplate);
    LanguageGuess languages = new LanguageGuess();
    plain = new PlainTextReader(boilerplate, bylines, languages);
    markdown = new MarkdownReader(boilerplate, bylines, languages);
    pages = new HtmlReader(boilerplate, bylines, languages);
    feeds = new FeedReader(pages, languages);
    telegram = new TelegramReader(plain);
    pdfs = new PdfReader(plain);
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    List<DocumentText> documents = readerFor(original).read(original);
    for (DocumentText document : documents) {
      if (document.text().length() > Limits.CHARACTERS) {
        throw new UnreadableException(
            "Its text is longer than a thousand pages; cut it into parts.");
      }
    }
    return documents;
  }

  private DocumentReader readerFor(Original original) throws UnreadableException {
    if (isPdf(original.bytes())) {
      return pdfs;
    }
    String head = TextDecoder.decode(original).strip();
    head = head.substring(0, Math.min(head.length(), 2000)).toLowerCase(Locale.ROOT);
    if (head.startsWith("<")) {
      boolean page = head.contains("<html") || head.contains("<!doctype html");
      boolean xml = head.startsWith("<?xml") || head.contains("<rss") || head.contains("<feed");
      return xml && !page ? feeds : pages;
    }
    String name = original.name().toLowerCase(Locale.ROOT);
    if (head.startsWith("{") && (name.endsWith(".json") || head.contains("\"messages\""))) {
      return telegram;
    }
    if (name.endsWith(".md") || name.endsWith(".markdown") || isMarkdown(original)) {
      return markdown;
    }
    return name.endsWith(".html") || name.endsWith(".htm") ? pages : plain;
  }

  /** A PDF's mark stands within its first 1024 bytes. */
  private static boolean isPdf(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    return head.contains("%PDF-");
  }

  private static boolean isMarkdown(Original original) {
    return "text/markdown".equals(original.mediaType());
  }
}
