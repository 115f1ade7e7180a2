package io.github.onrecord.telegram;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.store.Sending;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Messages of the outbox as calls of the Bot API. */
final class Sends {
  private static final String PICTURE = "card.png";

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

  static SendPhoto photo(Sending sending, Page page, byte[] png) {
    SendPhoto send = new SendPhoto(Long.toString(sending.message().chatId()), picture(png));
    send.setCaption(page.text());
    send.setCaptionEntities(entities(page));
    send.setReplyParameters(replying(page));
    send.setMessageThreadId(page.thread());
    return send;
  }

  /** A card drawn anew, in the place of what was sent before. */
  static EditMessageMedia repainted(Sending sending, Page page, int messageId, byte[] png) {
    InputMediaPhoto photo = new InputMediaPhoto(new ByteArrayInputStream(png), PICTURE);
    photo.setCaption(page.text());
    photo.setCaptionEntities(entities(page));
    return EditMessageMedia.builder()
        .chatId(sending.message().chatId())
        .messageId(messageId)
        .media(photo)
        .build();
  }

  private static InputFile picture(byte[] png) {
    return new InputFile(new ByteArrayInputStream(png), PICTURE);
  }

  static EditMessageText edit(Sending sending, Page page, int messageId) {
    EditMessageText edit =
        EditMessageText.builder()
            .chatId(sending.message().chatId())
            .messageId(messageId)
            .text(page.text())
            .build();
    edit.setEntities(entities(page));
    if (!page.keys().isEmpty()) {
      edit.setReplyMarkup(new InlineKeyboardMarkup(page.keys().stream().map(Sends::row).toList()));
    }
    edit.setLinkPreviewOptions(noPreview());
    return edit;
  }

  static SendMessage text(Sending sending, Page page) {
    SendMessage send = new SendMessage(Long.toString(sending.message().chatId()), page.text());
    send.setEntities(entities(page));
    if (!page.keys().isEmpty()) {
      send.setReplyMarkup(new InlineKeyboardMarkup(page.keys().stream().map(Sends::row).toList()));
    }
    send.setReplyParameters(replying(page));
    send.setMessageThreadId(page.thread());
    send.setLinkPreviewOptions(noPreview());
    return send;
  }

  /** The beginning of a message, as it is shown while the rest is still being made. */
  static SendMessageDraft draft(long chatId, int draftId, Page page) {
    SendMessageDraft draft = new SendMessageDraft(chatId, draftId);
    draft.setText(page.text());
    draft.setEntities(entities(page));
    return draft;
  }

  /** The styles of a page's text. */
  static List<MessageEntity> entities(Page page) {
    return page.entities().stream().map(Sends::entity).toList();
  }

  private static @Nullable ReplyParameters replying(Page page) {
    // A message that is gone is no reason not to answer.
    return page.replyTo() == null
        ? null
        : ReplyParameters.builder()
            .messageId(page.replyTo())
            .allowSendingWithoutReply(true)
            .build();
  }

  /** The link's own page would hide what the message says. */
  static LinkPreviewOptions noPreview() {
    LinkPreviewOptions options = new LinkPreviewOptions();
    options.setIsDisabled(true);
    return options;
  }

  /** The page with a line that says that it may have come before, where there is room for it. */
  private static Page marked(Page page, Memo memo) {
    Block remark = Voice.bot(memo.spoken()).repeated().blocks().get(0);
    String text = page.text() + "\n\n" + remark.plain();
    if (text.length() > page.limit()) {
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
