package io.github.onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents from the web, as a polite stranger who trusts nobody: robots.txt is respected;
 * size, time (of the whole body) and redirects are limited; private networks are out of reach; no
 * cookies, no credentials. Thread-safe.
 */
public final class Fetcher {
  private final FetchSettings settings;
  private final OkHttpClient client;
  private final Robots robots;

  public Fetcher(FetchSettings settings, Clock clock) {
    this.settings = settings;
    client =
        new OkHttpClient.Builder()
            .dns(settings.privateAddresses() ? Dns.SYSTEM : new PublicAddresses(Dns.SYSTEM))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .callTimeout(settings.deadline())
            .build();
    robots = new Robots(settings.userAgent(), clock);
  }

  /** What a server says of the version it sent, to be asked for changes later. */
  record Validators(@Nullable String etag, @Nullable String lastModified) {
    static final Validators NONE = new Validators(null, null);
  }

  /**
   * A server's answer.
   *
   * @param status the HTTP status, 200 or 304
   * @param original the document; null when it hasn't changed (304)
   * @param validators for the next request
   */
  record Fetched(int status, @Nullable Original original, Validators validators) {}

  /** A server or the way to it fails; it may be worth to try again. */
  static final class FetchException extends UnreadableException {
    private static final long serialVersionUID = 1;
    private final @Nullable Duration retryAfter;

    FetchException(String sentence, @Nullable Duration retryAfter) {
      super(sentence);
      this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait, or null. */
    @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** Fetches a document. */
  Original fetch(String name, URI address) throws UnreadableException {
    Original original = fetch(name, address, Validators.NONE).original();
    if (original == null) {
      throw new UnreadableException("The server says that it hasn't changed, unasked.");
    }
    return original;
  }

  /** Fetches a document unless it is the version that the validators stand for. */
  Fetched fetch(String name, URI address, Validators validators) throws UnreadableException {
    HttpUrl url = HttpUrl.get(checked(address));
    for (int hop = 0; hop <= settings.maxRedirects(); hop++) {
      requireReachable(url);
      if (!robots.allow(url, this::robotsFile)) {
        throw new UnreadableException("The site's robots.txt asks programs not to read it.");
      }
      try (Response response = client.newCall(request(url, validators)).execute()) {
        HttpUrl next = redirect(response, url);
        if (next == null) {
          return fetched(name, url, response);
        }
        url = next;
      } catch (IOException e) {
        throw failure(e);
      }
    }
    throw new UnreadableException("It redirects more than " + settings.maxRedirects() + " times.");
  }

  private Request request(HttpUrl url, Validators validators) {
    Request.Builder request =
        new Request.Builder().url(url).header("User-Agent", settings.userAgent());
    if (validators.etag() != null) {
      request.header("If-None-Match", validators.etag());
    }
    if (validators.lastModified() != null) {
      request.header("If-Modified-Since", validators.lastModified());
    }
    return request.build();
  }

  private static @Nullable HttpUrl redirect(Response response, HttpUrl from)
      throws UnreadableException {
    int status = response.code();
    if (status < 300 || status >= 400 || status == 304) {
      return null;
    }
    String location = response.header("Location");
    HttpUrl next = location == null ? null : from.resolve(location);
    if (next == null) {
      throw new UnreadableException("It redirects to something that is no web address.");
    }
    return next;
  }

  private Fetched fetched(String name, HttpUrl url, Response response)
      throws IOException, UnreadableException {
    Validators validators =
        new Validators(response.header("ETag"), response.header("Last-Modified"));
    if (response.code() == 304) {
      return new Fetched(304, null, validators);
    }
    if (response.code() != 200) {
      throw new FetchException("The server answers " + response.code() + ".", retryAfter(response));
    }
    ResponseBody body = response.body();
    byte[] bytes = body == null ? new byte[0] : bytes(body, settings.maxBytes());
    MediaType type = body == null ? null : body.contentType();
    Charset charset = type == null ? null : TextDecoder.charset(type.parameter("charset"));
    String media = type == null ? null : type.type() + "/" + type.subtype();
    Original original = new Original(name, bytes, media, charset, url.toString());
    return new Fetched(200, original, validators);
  }

  private static byte[] bytes(ResponseBody body, int most) throws IOException, UnreadableException {
    try (InputStream in = body.byteStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new UnreadableException(
            "It is larger than " + Math.max(1, most / (1024 * 1024)) + " MB.");
      }
      return bytes;
    }
  }

  private Robots.File robotsFile(HttpUrl url) throws UnreadableException {
    HttpUrl at = url;
    for (int hop = 0; hop <= settings.maxRedirects(); hop++) {
      requireReachable(at);
      try (Response response = client.newCall(request(at, Validators.NONE)).execute()) {
        HttpUrl next = redirect(response, at);
        if (next == null) {
          ResponseBody body = response.body();
          byte[] bytes = body == null ? new byte[0] : bytes(body, settings.maxBytes());
          return new Robots.File(response.code(), new String(bytes, StandardCharsets.UTF_8));
        }
        at = next;
      } catch (IOException e) {
        throw failure(e);
      }
    }
    return Robots.File.MISSING;
  }

  private static String checked(URI address) throws UnreadableException {
    if (!PageFacts.isWeb(address.toString()) || address.getHost() == null) {
      throw new UnreadableException("Only http and https addresses are fetched.");
    }
    if (address.getRawUserInfo() != null) {
      throw new UnreadableException("Addresses with a user name in them are not fetched.");
    }
    return address.toString();
  }

  /** Refuses numeric addresses of private networks, which are never looked up by name. */
  private void requireReachable(HttpUrl url) throws UnreadableException {
    String host = url.host();
    boolean numeric = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    if (settings.privateAddresses() || !numeric) {
      return;
    }
    try {
      if (!PublicAddresses.isPublic(InetAddress.getByName(host))) {
        throw unreachable();
      }
    } catch (UnknownHostException e) {
      throw new UnreadableException("There is no such host: " + host + ".");
    }
  }

  private static UnreadableException unreachable() {
    return new UnreadableException("It is an address of a private network, which is not fetched.");
  }

  private UnreadableException failure(IOException e) {
    if (e instanceof PublicAddresses.PrivateAddressException) {
      return unreachable();
    }
    if (e instanceof UnknownHostException) {
      return new FetchException("There is no such host, or no network.", null);
    }
    if (e instanceof InterruptedIOException) {
      return new FetchException(
          "It took longer than " + settings.deadline().toSeconds() + " seconds.", null);
    }
    return new FetchException("The connection failed.", null);
  }

  private static @Nullable Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After");
    return seconds == null || !seconds.matches("[0-9]{1,6}")
        ? null
        : Duration.ofSeconds(Long.parseLong(seconds));
  }
}
