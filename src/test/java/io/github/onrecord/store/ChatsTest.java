package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import io.github.onrecord.store.Subscriptions.Made;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatsTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Store store;
  private Chats chats;

  @BeforeEach
  void open() {
    store = StoreFile.open(folder, clock);
    chats = store.chats();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void ask(long chat, long person, long message, String question) {
    chats.remember(new Asked(chat, person, message, question, clock.instant()));
  }

  private List<String> questions(long chat, long person) {
    return chats.conversation(chat, person).stream().map(Asked::question).toList();
  }

  @Test
  void remembersTheLanguageChosen() {
    assertThat(chats.language(7)).isEmpty();
    chats.setLanguage(7, Language.UKRAINIAN);
    assertThat(chats.language(7)).contains(Language.UKRAINIAN);
    chats.setLanguage(7, null);
    assertThat(chats.language(7)).isEmpty();
  }

  @Test
  void remembersSettings() {
    assertThat(chats.setting(7, "context")).isEmpty();
    chats.setSetting(7, "context", "long");
    chats.setSetting(7, "context", "short");
    assertThat(chats.setting(7, "context")).contains("short");
    assertThat(chats.setting(8, "context")).isEmpty();
  }

  @Test
  void remembersThePersonsLastQuestionsInTheChatOldestFirst() {
    for (int i = 1; i <= Chats.REMEMBERED + 2; i++) {
      ask(7, 70, i, "question " + i);
    }
    ask(7, 71, 99, "somebody else's");
    ask(8, 70, 99, "elsewhere");

    assertThat(questions(7, 70))
        .hasSize(Chats.REMEMBERED)
        .startsWith("question 3")
        .endsWith("question " + (Chats.REMEMBERED + 2));
  }

  @Test
  void anEditedQuestionTakesThePlaceOfTheFirst() {
    ask(7, 70, 1, "What did thay say?");
    ask(7, 70, 2, "And then?");
    ask(7, 70, 1, "What did they say?");
    assertThat(questions(7, 70)).containsExactly("What did they say?", "And then?");
  }

  @Test
  void aChatThatCannotBeReachedGetsNothingMore() {
    Subscription subscription = subscribe(7);
    store.outbox().put(new Outgoing(7, Outgoing.Kind.ANSWER, "a", List.of(), null));
    chats.end(7, "blocked by the user");

    assertThat(store.outbox().claim(10)).isEmpty();
    assertThat(store.subscriptions().toLookAt(clock.instant())).isEmpty();
    assertThat(
            store
                .subscriptions()
                .deliver(new Made(subscription.id(), LocalDate.EPOCH, 0, List.of())))
        .isFalse();
  }

  private Subscription subscribe(long chat) {
    return store
        .subscriptions()
        .subscribe(chat, SummaryWish.daily(LocalTime.of(8, 30), ZONE, Language.ENGLISH));
  }
}
