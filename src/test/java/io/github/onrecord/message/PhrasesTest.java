package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import io.github.onrecord.record.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts in three languages. */
class PhrasesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ru", "uk"})
  void everyLanguageSaysTheSameThings(String code) throws IOException {
    assertThat(texts(code).keySet()).isEqualTo(texts("en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "uk"})
  void everyTextIsAPatternThatTakesTheArgumentsOfTheEnglishOne(String code) throws IOException {
    Properties english = texts("en");
    Locale locale = Locale.forLanguageTag(code);
    texts(code)
        .forEach(
            (key, text) ->
                assertThatCode(
                        () ->
                            assertThat(arguments((String) text, locale))
                                .as("%s of %s", key, code)
                                .isLessThanOrEqualTo(
                                    arguments(english.getProperty((String) key), Locale.ENGLISH)))
                    .as("%s of %s", key, code)
                    .doesNotThrowAnyException());
  }

  @Test
  void numbersTakeTheirPlurals() {
    Phrases russian = Phrases.in(Language.RUSSIAN);

    assertThat(russian.say("answer.more", 1))
        .isEqualTo("В записях об этом есть ещё 1 высказывание.");
    assertThat(russian.say("answer.more", 3))
        .isEqualTo("В записях об этом есть ещё 3 высказывания.");
    assertThat(russian.say("answer.more", 11))
        .isEqualTo("В записях об этом есть ещё 11 высказываний.");
  }

  @Test
  void daysAreWrittenOut() {
    LocalDate day = LocalDate.of(2031, 3, 9);

    assertThat(Phrases.in(Language.ENGLISH).day(day)).isEqualTo("9 March 2031");
    assertThat(Phrases.in(Language.RUSSIAN).day(day)).isEqualTo("9 марта 2031\u202fг.");
    assertThat(Phrases.in(Language.UKRAINIAN).day(day)).isEqualTo("9 березня 2031\u202fр.");
  }

  @Test
  void anAbbreviationBeforeAFullStopTakesItAlong() {
    assertThat(Phrases.in(Language.ENGLISH).say("nothing.no_topic.speaker", "U.Q."))
        .isEqualTo("Nothing on record about this by U.Q.");
  }

  @Test
  void whatIsPutInIsNeverAPattern() {
    assertThat(Phrases.in(Language.ENGLISH).say("statement.source", "{0} '{1}' #"))
        .isEqualTo("as given by {0} '{1}' #");
  }

  private static int arguments(String pattern, Locale locale) {
    return new MessageFormat(pattern, locale).getArgumentNames().size();
  }

  private static Properties texts(String code) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            PhrasesTest.class.getResourceAsStream("/messages/messages_" + code + ".properties"),
            StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    }
  }
}
