package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people are told about what is kept of them. */
public final class PrivacyMessages {
  private final Phrases phrases;

  public PrivacyMessages(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * What is kept, how long, who else reads it, and what one can do about it.
   *
   * @param days how long questions and answers are kept
   * @param model name of the language model that questions are sent to, or null when there is none
   */
  public Message policy(long days, @Nullable String model) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(phrases.say("privacy.title"))), false));
    blocks.add(
        plain(
            AnswerMessages.bullets(
                List.of(
                    phrases.say("privacy.words", days),
                    phrases.say("privacy.settings"),
                    phrases.say("privacy.numbers")))));
    blocks.add(plain(phrases.say("privacy.not")));
    blocks.add(
        plain(model == null ? phrases.say("privacy.nobody") : phrases.say("privacy.model", model)));
    blocks.add(plain(phrases.say("privacy.rights")));
    return new Message(blocks, List.of());
  }

  /** Whether everything shall really be deleted. */
  public Message ask(boolean group) {
    return new Message(
        List.of(plain(phrases.say(group ? "forget.ask.group" : "forget.ask"))),
        List.of(
            List.of(
                new Button.Action(phrases.say("button.forget.yes"), "forget:yes"),
                new Button.Action(phrases.say("button.forget.no"), "forget:no"))));
  }

  /** Everything is deleted. */
  public Message forgotten() {
    return only("forget.done");
  }

  /** Nothing is deleted. */
  public Message kept() {
    return only("forget.kept");
  }

  /** What stands below the file with one's own data. */
  public Message handedOut() {
    return only("mydata.file");
  }

  /** One's own data isn't shown where others read along. */
  public Message notHere() {
    return only("mydata.group");
  }

  private Message only(String key) {
    return new Message(List.of(plain(phrases.say(key))), List.of());
  }

  private static Block plain(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }
}
