package io.github.onrecord.web;

import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.store.Selection;
import io.github.onrecord.store.Store;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String HTML = "text/html; charset=utf-8";

  /** Assets are few and small; their address says nothing of their version. */
  private static final String FOR_AN_HOUR = "public, max-age=3600";

  private final WebSettings settings;
  private final Store store;
  private final Site site;
  private final Instant started;
  private final Javalin server;

  /**
   * A server that doesn't run yet.
   *
   * @param webhook where Telegram brings updates, or null when it is asked for them
   */
  public WebServer(
      WebSettings settings,
      Store store,
      Topics topics,
      Health health,
      Metrics metrics,
      @Nullable WebhookPath webhook,
      Clock clock) {
    this.settings = settings;
    this.store = store;
    this.site = new Site(store, topics);
    this.started = clock.instant();
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.http.generateEtags = false;
              config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              routes(config.routes);
              new OperatorPaths(health, metrics).add(config.routes, this::nothing);
              if (webhook != null) {
                webhook.add(config.routes);
              }
            });
  }

  /**
   * Begins to listen.
   *
   * @throws UncheckedIOException when the address can't be listened at; the message says what to do
   */
  public void start() {
    try {
      server.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      throw new UncheckedIOException(
          "Nothing can listen at %s:%d: is another program there? Set web.host and web.port."
              .formatted(settings.host(), settings.port()),
          new IOException(e));
    }
    LOG.info("Pages are served at {}:{}.", settings.host(), port());
  }

  /** The port that it listens at. */
  public int port() {
    return server.port();
  }

  private void routes(RoutesConfig routes) {
    routes.before(
        context -> SecurityHeaders.forAll(settings.publicAddress()).forEach(context::header));
    routes.get(
        "/", context -> page(context, asked -> Optional.of(asked.lists().front(site.overview()))));
    routes.get("/s/{id}", context -> page(context, this::statement));
    routes.get("/o/{who}", this::official);
    routes.get("/d/{id}", context -> page(context, this::document));
    routes.get(
        "/statements",
        context -> page(context, asked -> list(asked, Filter.read(context::queryParam))));
    routes.get("/feed.atom", this::feed);
    routes.get("/style.css", context -> asset(context, "style.css", "text/css; charset=utf-8"));
    routes.get("/icon.svg", context -> asset(context, "icon.svg", "image/svg+xml"));
    routes.error(HttpStatus.NOT_FOUND.getCode(), "*", this::nothing);
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("A page couldn't be made: {}", context.endpoint().path, e);
          Asked asked = asked(context);
          context.status(HttpStatus.INTERNAL_SERVER_ERROR).contentType(HTML);
          context.result(
              asked
                  .layout()
                  .render(asked.pages().sentence("page.failed.title", "page.failed", "/")));
        });
  }

  /** A request, and what its reader's pages are made with. */
  private record Asked(Context context, Language language, Links links, Phrases phrases) {
    Pages pages() {
      return new Pages(phrases, links);
    }

    ListPages lists() {
      return new ListPages(phrases, links);
    }

    Layout layout() {
      return new Layout(phrases, language, links);
    }
  }

  private interface Maker {
    Optional<Layout.Page> make(Asked asked);
  }

  private Asked asked(Context context) {
    Language chosen = ReaderLanguage.chosen(context.queryParam("lang"));
    Language language =
        chosen != null ? chosen : ReaderLanguage.accepted(context.header(Header.ACCEPT_LANGUAGE));
    return new Asked(
        context, language, new Links(settings.publicAddress(), chosen), Phrases.in(language));
  }

  /** Answers with a page, unless the reader has it already. */
  private void page(Context context, Maker maker) {
    Asked asked = asked(context);
    if (!known(context, asked.language())) {
      Optional<Layout.Page> page = maker.make(asked);
      if (page.isPresent()) {
        context.contentType(HTML).result(asked.layout().render(page.get()));
      } else {
        nothing(context);
      }
    }
  }

  private Optional<Layout.Page> statement(Asked asked) {
    return number(asked.context(), "id")
        .flatMap(site::statement)
        .map(found -> asked.pages().statement(found));
  }

  private Optional<Layout.Page> document(Asked asked) {
    return number(asked.context(), "id").flatMap(id -> site.document(id, asked.pages()));
  }

  private Optional<Layout.Page> list(Asked asked, Filter filter) {
    return site.list(filter, asked.phrases()).map(asked.lists()::list);
  }

  /** An official by number, or by a name that leads to the number. */
  private void official(Context context) {
    Optional<Long> id = number(context, "who");
    if (id.isPresent()) {
      Filter filter = Filter.read(context::queryParam).of(new Selection.ByOfficial(id.get()));
      page(context, asked -> list(asked, filter));
      return;
    }
    String name = context.pathParam("who").strip();
    List<Official> officials = site.officials(name);
    if (officials.size() == 1) {
      // Not for ever: somebody else of that name may come on record.
      context.redirect(asked(context).links().official(officials.get(0).id()), HttpStatus.FOUND);
    } else if (officials.isEmpty()) {
      nothing(context);
    } else {
      page(context, asked -> Optional.of(asked.lists().which(name, officials)));
    }
  }

  private void feed(Context context) {
    Asked asked = asked(context);
    if (known(context, asked.language())) {
      return;
    }
    Optional<Feeds.Content> content = site.feed(Filter.read(context::queryParam), asked.phrases());
    if (content.isEmpty()) {
      nothing(context);
      return;
    }
    Feeds feeds = new Feeds(asked.phrases(), asked.links(), store.uuid());
    context
        .contentType("application/atom+xml; charset=utf-8")
        .result(feeds.render(content.get(), updated()));
  }

  private void nothing(Context context) {
    Asked asked = asked(context);
    context.status(HttpStatus.NOT_FOUND).contentType(HTML);
    // What isn't there today may be there tomorrow.
    context.header(Header.CACHE_CONTROL, "no-store");
    context.res().setHeader(Header.ETAG, null);
    context.res().setHeader(Header.LAST_MODIFIED, null);
    context.result(
        asked.layout().render(asked.pages().sentence("page.nothing.title", "page.nothing", "/")));
  }

  private static Optional<Long> number(Context context, String parameter) {
    return Optional.ofNullable(Filter.number(context.pathParam(parameter)));
  }

  /**
   * Notes how new the answer is; when the reader has it already, says so and answers nothing else.
   * A page depends on the record, the language and the program, whose every start counts as a new
   * one.
   */
  private boolean known(Context context, Language language) {
    String tag =
        "\"%d-%s-%d\""
            .formatted(store.record().lastChange(), language.code(), started.getEpochSecond());
    context.header(Header.ETAG, tag);
    context.header(Header.LAST_MODIFIED, httpDate(updated()));
    context.header(Header.CACHE_CONTROL, "no-cache");
    context.header(Header.VARY, Header.ACCEPT_LANGUAGE);
    boolean same = tag.equals(withoutWeakness(context.header(Header.IF_NONE_MATCH)));
    if (same) {
      context.status(HttpStatus.NOT_MODIFIED);
    }
    return same;
  }

  /** A proxy that compresses marks the tag as weak. */
  private static @Nullable String withoutWeakness(@Nullable String tag) {
    return tag != null && tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private Instant updated() {
    Instant changed = store.record().lastUpdated().orElse(started);
    return (changed.isAfter(started) ? changed : started).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String httpDate(Instant moment) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  private static void asset(Context context, String name, String type) throws IOException {
    try (InputStream asset =
        Objects.requireNonNull(WebServer.class.getResourceAsStream("/web/" + name), name)) {
      context
          .header(Header.CACHE_CONTROL, FOR_AN_HOUR)
          .contentType(type)
          .result(new String(asset.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Lets requests under way end, and listens no more. */
  @Override
  public void close() {
    server.stop();
  }
}
