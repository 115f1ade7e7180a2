package io.github.onrecord.telegram;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.store.Sending;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Messages of the outbox as calls of the Bot API. */
final class Sends {
  private Sends() {}

  /** The message's page; one that may have come before says so. */
  static Page page(Sending sending) {
    Page page = Letters.page(sending.message());
    // A change that is made again is not seen twice.
    return sending.repeated() && page.edits() == null
        ? marked(page, Letters.memo(sending.message()))
        : page;
  }

  static SendDocument file(Sending sending, Page page, Page.Attachment file) {
    InputStream content = new ByteArrayInputStream(file.content().getBytes(StandardCharsets.UTF_8));
    SendDocument send =
        new SendDocument(
            Long.toString(sending.message().chatId()), new InputFile(content, file.name()));
    send.setCaption(page.text());
    return send;
  }

  static EditMessageText edit(Sending sending, Page page, int messageId) {
    EditMessageText edit =
        EditMessageText.builder()
            .chatId(sending.message().chatId())
            .messageId(messageId)
            .text(page.text())
            .build();
    edit.setEntities(page.entities().stream().map(Sends::entity).toList());
    if (!page.keys().isEmpty()) {
      edit.setReplyMarkup(new InlineKeyboardMarkup(page.keys().stream().map(Sends::row).toList()));
    }
    edit.setLinkPreviewOptions(noPreview());
    return edit;
  }

  static SendMessage text(Sending sending, Page page) {
    SendMessage send = new SendMessage(Long.toString(sending.message().chatId()), page.text());
    send.setEntities(page.entities().stream().map(Sends::entity).toList());
    if (!page.keys().isEmpty()) {
      send.setReplyMarkup(new InlineKeyboardMarkup(page.keys().stream().map(Sends::row).toList()));
    }
    if (page.replyTo() != null) {
      // A message that is gone is no reason not to answer.
      send.setReplyParameters(
          ReplyParameters.builder()
              .messageId(page.replyTo())
              .allowSendingWithoutReply(true)
              .build());
    }
    send.setLinkPreviewOptions(noPreview());
    return send;
  }

  private static LinkPreviewOptions noPreview() {
    LinkPreviewOptions options = new LinkPreviewOptions();
    options.setIsDisabled(true);
    return options;
  }

  /** The page with a line that says that it may have come before, where there is room for it. */
  private static Page marked(Page page, Memo memo) {
    Block remark = Voice.bot(memo.spoken()).repeated().blocks().get(0);
    String text = page.text() + "\n\n" + remark.plain();
    if (text.length() > Pages.LIMIT) {
      return page;
    }
    List<Page.Entity> entities = new ArrayList<>(page.entities());
    entities.add(
        new Page.Entity(
            "italic", text.length() - remark.plain().length(), remark.plain().length(), null));
    return page.saying(text, entities);
  }

  private static MessageEntity entity(Page.Entity entity) {
    MessageEntity result = new MessageEntity(entity.type(), entity.offset(), entity.length());
    result.setUrl(entity.url());
    return result;
  }

  private static InlineKeyboardRow row(List<Page.InlineKey> keys) {
    return new InlineKeyboardRow(keys.stream().map(Sends::button).toList());
  }

  private static InlineKeyboardButton button(Page.InlineKey key) {
    InlineKeyboardButton button = new InlineKeyboardButton(key.label());
    button.setCallbackData(key.data());
    button.setUrl(key.url());
    if (key.copy() != null) {
      button.setCopyText(CopyTextButton.builder().text(key.copy()).build());
    }
    return button;
  }
}
