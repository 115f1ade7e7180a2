package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into the channel posts that were copied or forwarded into it: each begins with a line
 * as Telegram writes it, «Channel, [05.03.2031 09:12]» or «Forwarded from Channel».
 */
final class CopiedPosts {
  /** The name of a channel has at most so many characters (Telegram's limit is 128). */
  private static final int NAME = 128;

  private CopiedPosts() {}

  /**
   * A post.
   *
   * @param text its text with the line that names the channel
   * @param channel the channel it comes from, or null
   */
  record Post(String text, @Nullable String channel) {}

  /** The posts in a text; the whole text as one when there is none. */
  static List<Post> in(String text, Boilerplate boilerplate, Bylines bylines) {
    List<Post> posts = new ArrayList<>();
    StringBuilder post = new StringBuilder();
    String channel = null;
    boolean said = false;
    for (String line : text.split("(?<=\n)", -1)) {
      String named = channel(line.strip(), boilerplate);
      boolean stamped = named != null && bylines.date(line).isPresent();
      if (named != null && said && (stamped || channel != null)) {
        posts.add(new Post(post.toString(), channel));
        post.setLength(0);
        channel = null;
        said = false;
      }
      if (named != null && !said) {
        channel = named;
      }
      said |= named == null && !line.isBlank();
      post.append(line);
    }
    posts.add(new Post(post.toString(), channel));
    return posts.stream().filter(p -> !p.text().isBlank()).toList();
  }

  /** The channel that such a line names, or null. */
  static @Nullable String channel(String line, Boilerplate boilerplate) {
    if (line.length() > NAME + 40) {
      return null;
    }
    String from = boilerplate.after(Boilerplate.Kind.FORWARDED, line);
    if (from != null && !from.isEmpty() && !PageLine.endsSentence(line)) {
      return from.replaceAll("^[\\[:\\s]+|\\]$", "");
    }
    int bracket = line.lastIndexOf(", [");
    boolean stamped =
        bracket > 0
            && (line.endsWith("]") || line.endsWith("]:"))
            && line.indexOf(':', bracket) > 0
            && Character.isDigit(line.charAt(bracket + 3));
    return stamped ? line.substring(0, bracket).strip() : null;
  }
}
