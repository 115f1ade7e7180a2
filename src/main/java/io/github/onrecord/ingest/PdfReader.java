package io.github.onrecord.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads PDFs that have a text layer. Lines are joined to paragraphs again and words that were
 * hyphenated at a line's end made whole; page numbers and lines that head or foot most pages are
 * left out, since they would cut sentences in two.
 */
final class PdfReader implements DocumentReader {
  private static final int MOST_PAGES = 500;

  private final PlainTextReader plain;

  PdfReader(PlainTextReader plain) {
    this.plain = plain;
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    try (PDDocument pdf = Loader.loadPDF(original.bytes())) {
      if (pdf.getNumberOfPages() > MOST_PAGES) {
        throw new UnreadableException(
            "It has more than " + MOST_PAGES + " pages; cut it into parts.");
      }
      String text = unwrapped(pages(pdf));
      if (text.isBlank()) {
        throw new UnreadableException(
            "It is a PDF without a text layer (a scan?); run text recognition on it first.");
      }
      DocumentText read = plain.read(original.name(), null, original.address(), text);
      return List.of(titled(read, pdf.getDocumentInformation()));
    } catch (InvalidPasswordException e) {
      throw new UnreadableException("It is a PDF locked with a password.");
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new UnreadableException("It is a broken PDF.");
    }
  }

  private static DocumentText titled(DocumentText read, PDDocumentInformation information) {
    String title = information.getTitle();
    if (read.title() != null || title == null || title.isBlank()) {
      return read;
    }
    return new DocumentText(
        read.name(),
        read.item(),
        read.url(),
        read.source(),
        PageFacts.fold(title),
        read.language(),
        read.published(),
        read.zone(),
        read.text(),
        read.blocks());
  }

  private static List<List<String>> pages(PDDocument pdf) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setLineSeparator("\n");
    stripper.setParagraphEnd("\n");
    List<List<String>> pages = new ArrayList<>();
    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      pages.add(new ArrayList<>(List.of(stripper.getText(pdf).strip().split("\n", -1))));
    }
    dropRunningLines(pages);
    return pages;
  }

  /** Drops page numbers, and first and last lines that stand on most pages. */
  private static void dropRunningLines(List<List<String>> pages) {
    Map<String, Integer> edges = new HashMap<>();
    for (List<String> page : pages) {
      edges.merge(page.get(0).strip(), 1, Integer::sum);
      if (page.size() > 1) {
        edges.merge(page.get(page.size() - 1).strip(), 1, Integer::sum);
      }
    }
    for (List<String> page : pages) {
      if (pages.size() > 1 && isRunning(page.get(page.size() - 1), edges, pages.size())) {
        page.remove(page.size() - 1);
      }
      if (pages.size() > 1 && !page.isEmpty() && isRunning(page.get(0), edges, pages.size())) {
        page.remove(0);
      }
    }
  }

  private static boolean isRunning(String line, Map<String, Integer> edges, int pages) {
    String bare = line.strip();
    boolean number = bare.matches("[-–— ]*[0-9]{1,4}([ /][0-9]{1,4})?[-–— ]*");
    return number || (pages > 2 && edges.getOrDefault(bare, 0) * 2 > pages);
  }

  /** The text with each paragraph on a line of its own. */
  private static String unwrapped(List<List<String>> pages) {
    List<String> lines = new ArrayList<>();
    for (List<String> page : pages) {
      while (!page.isEmpty() && page.get(page.size() - 1).isBlank()) {
        page.remove(page.size() - 1);
      }
      page.forEach(line -> lines.add(line.strip()));
    }
    String text = TextBuilder.wellFormed(String.join("\n", lines));
    StringBuilder whole = new StringBuilder();
    for (PlainLines.Paragraph paragraph : PlainLines.of(text)) {
      if (!whole.isEmpty()) {
        whole.append(paragraph.afterEmpty() ? "\n\n" : "\n");
      }
      if (!paragraph.mark().isEmpty()) {
        whole.append(paragraph.mark()).append(' ');
      }
      whole.append(joined(paragraph.span().of(text)));
    }
    return whole.toString();
  }

  private static String joined(String paragraph) {
    StringBuilder joined = new StringBuilder();
    for (String line : paragraph.split("\n", -1)) {
      int end = joined.length() - 1;
      boolean hyphenated =
          end > 0
              && (joined.charAt(end) == '-' || joined.charAt(end) == '\u00ad')
              && Character.isLetter(joined.charAt(end - 1))
              && !line.isEmpty()
              && Character.isLowerCase(line.charAt(0));
      if (hyphenated) {
        joined.setLength(end);
      } else if (!joined.isEmpty()) {
        joined.append(' ');
      }
      joined.append(line);
    }
    return joined.toString();
  }
}
