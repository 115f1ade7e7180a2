package io.github.onrecord.web;

import io.github.onrecord.telegram.Webhook;
import io.github.onrecord.telegram.WebhookDoor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where Telegram brings updates.
 *
 * @param webhook where that is
 * @param door takes them
 */
public record WebhookPath(Webhook webhook, WebhookDoor door) {

  void add(RoutesConfig routes) {
    routes.post(webhook.url().getRawPath(), this::receive);
  }

  private void receive(Context context) throws IOException {
    @Nullable String secret = context.header(WebhookDoor.SECRET_HEADER);
    // Nothing is read from whoever doesn't know the secret.
    if (!door.knows(secret)) {
      context.status(HttpStatus.FORBIDDEN).result("");
      return;
    }
    try (InputStream stream = context.bodyInputStream()) {
      byte[] body = stream.readNBytes(WebhookDoor.LARGEST + 1);
      context
          .status(
              body.length > WebhookDoor.LARGEST
                  ? HttpStatus.CONTENT_TOO_LARGE
                  : status(door.receive(secret, body)))
          .result("");
    }
  }

  private static HttpStatus status(WebhookDoor.Receipt receipt) {
    return switch (receipt) {
      case TAKEN -> HttpStatus.OK;
      case STRANGER -> HttpStatus.FORBIDDEN;
      case UNREADABLE -> HttpStatus.BAD_REQUEST;
      case NOT_YET -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
