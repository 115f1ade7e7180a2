package io.github.onrecord.card;

/** No card can be drawn on this machine; the message is a sentence that says what to do. */
public final class CardException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CardException(Throwable cause) {
    super(
        "Cards can't be drawn here, because this Java finds no way to draw letters. Install"
            + " fontconfig and a Java with its desktop libraries (Debian: fontconfig,"
            + " libfreetype6).",
        cause);
  }
}
