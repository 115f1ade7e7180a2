package io.github.onrecord.message;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import io.github.onrecord.record.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The texts of one language, from {@code messages/messages_*.properties}; languages without texts
 * of their own are spoken to in English. Thread-safe.
 */
public final class Phrases {
  /** «… by U.S..» or «… 2031 г..»: an abbreviation put before a full stop takes it along. */
  private static final Pattern DOUBLED_STOP = Pattern.compile("(?<!\\.)\\.{2}(?!\\.)");

  private final Locale locale;
  private final ResourceBundle bundle;

  private Phrases(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "messages.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts of a language; English for {@link Language#OTHER}. */
  public static Phrases in(Language language) {
    // «9 March 2031» reads the same on both sides of the Atlantic, «March 9, 2031» doesn't.
    boolean english = language == Language.ENGLISH || language == Language.OTHER;
    return new Phrases(english ? Locale.UK : language.locale());
  }

  /**
   * The text of a key with its arguments put in.
   *
   * @param key a key of the message files
   * @param arguments values for {0}, {1} …; never interpreted as patterns
   */
  public String say(String key, Object... arguments) {
    String text = new MessageFormat(bundle.getString(key), locale).format(arguments);
    return DOUBLED_STOP.matcher(text).replaceAll(".");
  }

  /** A day, written out: «10 January 2022», «10 января 2022 г.». */
  public String day(LocalDate day) {
    DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMd", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** The day of an instant in UTC, written out. */
  public String day(Instant instant) {
    return day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  /** The day and time of an instant as clocks in {@code zone} show it, written out. */
  public String moment(Instant instant, ZoneId zone) {
    DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMdHm", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    // ICU doesn't know every zone that Java knows: it is given the local time as if it were UTC.
    return format.format(
        Date.from(LocalDateTime.ofInstant(instant, zone).toInstant(ZoneOffset.UTC)));
  }

  /** The locale of these texts. */
  public Locale locale() {
    return locale;
  }
}
