package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/** Names sides: an adjective or an inflected form becomes the side's usual name. */
final class Sides {
  private final List<Side> known = new ArrayList<>();
  private final List<String> capitals = new ArrayList<>();

  Sides(List<Official> officials, String text) {
    for (Official official : officials) {
      Side side = official.side();
      if (side != null && !known.contains(side)) {
        known.add(side);
      }
    }
    if (!text.isEmpty()) {
      for (Token token : Token.of(text, new Span(0, text.length()))) {
        if (token.capital() && token.text().length() > 3 && !capitals.contains(token.text())) {
          capitals.add(token.text());
        }
      }
    }
  }

  /** The side meant by words of an office phrase («Ilmaran», «Тессарии», «U.S.»). */
  Side of(String written) {
    for (Side side : known) {
      if (Scene.sameSide(side.name(), written)) {
        return side;
      }
    }
    String best = written;
    String key = Token.key(written);
    for (String capital : capitals) {
      String other = Token.key(capital);
      int common = 0;
      while (common < Math.min(key.length(), other.length())
          && key.charAt(common) == other.charAt(common)) {
        common++;
      }
      boolean sameStem = common >= 4 && common >= Math.min(key.length(), other.length()) - 2;
      if (sameStem
          && !adjective(other)
          && (adjective(key) || (nominative(other) && !nominative(key)))) {
        best = capital;
        key = other;
      }
    }
    return new Side(best);
  }

  private static boolean adjective(String key) {
    return (key.matches(".*(ian|an|ese|ish|ic|ski|sky)") && key.length() > 4)
        || key.matches(".*(ск|цк|ськ)(ий|ой|ая|ого|ому|им|ім|ої|ій|ою|ую|а|ие|их)");
  }

  private static boolean nominative(String key) {
    return !key.matches(".*(ии|ию|ией|ії|ію|ією|у|ом|ы|и|і|ою|ой)");
  }
}
