package io.github.onrecord.ingest;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLFilter;
import org.xml.sax.helpers.XMLFilterImpl;

/** Parses XML from strangers: no document types, no entities, no outside files, no deep nesting. */
final class SafeXml {
  private static final int DEEPEST = 200;

  private SafeXml() {}

  static Document parse(String xml) throws UnreadableException {
    SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    builder.setXMLFilter(depthLimit());
    try {
      return builder.build(new StringReader(xml.strip()));
    } catch (JDOMException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String text = String.valueOf(cause.getMessage());
      throw new UnreadableException(
          text.contains("DOCTYPE")
              ? "Its XML has a document type declaration, which is refused (it may hide an entity"
                  + " bomb)."
              : "Its XML is broken: " + PageFacts.fold(text));
    } catch (IOException e) {
      throw new UnreadableException("Its XML can't be read.");
    }
  }

  private static XMLFilter depthLimit() {
    return new XMLFilterImpl() {
      private int depth;

      @Override
      public void startElement(String uri, String local, String name, Attributes attributes)
          throws SAXException {
        if (++depth > DEEPEST) {
          throw new SAXException("elements are nested more than " + DEEPEST + " deep");
        }
        super.startElement(uri, local, name, attributes);
      }

      @Override
      public void endElement(String uri, String local, String name) throws SAXException {
        depth--;
        super.endElement(uri, local, name);
      }
    };
  }
}
