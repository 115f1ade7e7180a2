package io.github.onrecord;

import io.github.onrecord.answer.Answerer;
import io.github.onrecord.answer.CountingDesk;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.answer.QueryRewriter;
import io.github.onrecord.answer.RecordDesk;
import io.github.onrecord.answer.TermBridge;
import io.github.onrecord.check.Checker;
import io.github.onrecord.console.Program;
import io.github.onrecord.eval.Floors;
import io.github.onrecord.eval.Setup;
import io.github.onrecord.ingest.Feed;
import io.github.onrecord.ingest.FeedPoller;
import io.github.onrecord.ingest.FeedsFile;
import io.github.onrecord.ingest.FetchSettings;
import io.github.onrecord.ingest.Fetcher;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.LabelImport;
import io.github.onrecord.ingest.OfficialsFile;
import io.github.onrecord.ingest.Registry;
import io.github.onrecord.model.Embedder;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.model.Prompts;
import io.github.onrecord.model.Provider;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.Meanings;
import io.github.onrecord.search.Neighbours;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import io.github.onrecord.search.Sense;
import io.github.onrecord.store.ServingLock;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.Bot;
import io.github.onrecord.telegram.BotSettings;
import io.github.onrecord.telegram.Newsroom;
import io.github.onrecord.telegram.Webhook;
import io.github.onrecord.web.WebServer;
import io.github.onrecord.web.WebSettings;
import io.github.onrecord.web.WebhookPath;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How everything is built, by constructors, each part when it is first needed. */
final class Wiring implements Program {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  /** How long the start waits for vectors that are missing. */
  private static final Duration VECTORS_PATIENCE = Duration.ofSeconds(5);

  private final Supplier<Config> settings;
  private final Config config;
  private final Clock clock;
  private final RandomGenerator random;
  private final Prompts prompts;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Store store;
  private @Nullable Lexicon lexicon;
  private @Nullable RecordIndex index;
  private @Nullable Desk desk;
  private @Nullable Checker checker;
  private @Nullable Meanings meanings;
  private @Nullable LanguageModel model;
  private @Nullable Neighbours neighbours;
  private @Nullable Examples examples;
  private @Nullable Answerer answerer;
  private @Nullable FeedWatch feedWatch;
  private volatile @Nullable FeedPoller feedPoller;
  private boolean serving;

  /**
   * Reads the settings and the prompts and opens the store.
   *
   * @param settings reads the settings, now and at each {@link #reload}
   * @param seed whether a store that doesn't exist yet begins with the seed article
   */
  Wiring(Supplier<Config> settings, boolean seed, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.config = settings.get();
    this.clock = clock;
    this.random = random;
    this.prompts = Prompts.load(config.prompts());
    boolean isNew = !Files.exists(config.store());
    Registry registry = registry();
    this.store = opened(Store.open(config.store(), clock));
    registry.putInto(store.record());
    if (seed && isNew) {
      Seed.plant(ingestion());
    }
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public Ingestion ingestion() {
    return config.modelReads() && hasModel()
        ? new Ingestion(store.record(), FetchSettings.DEFAULT, this::meanings, model(), clock)
        : new Ingestion(store.record(), FetchSettings.DEFAULT, this::meanings, clock);
  }

  /** The lexicon is loaded when two languages are first compared. */
  private Set<String> meanings(String word, Language language) {
    if (meanings == null) {
      meanings = new Meanings(lexicon());
    }
    return meanings.of(word, language);
  }

  @Override
  public LabelImport labels() {
    return new LabelImport(store.record(), clock);
  }

  @Override
  public Desk desk() {
    if (desk == null) {
      desk = desk(index());
    }
    return desk;
  }

  @Override
  public Checker checker() {
    if (checker == null) {
      checker = new Checker(index());
    }
    return checker;
  }

  private RecordIndex index() {
    if (index == null) {
      index = opened(RecordIndex.open(store.record(), store.uuid(), indexFolder(), lexicon()));
    }
    return index;
  }

  /** Who knows what is near by meaning, or null without an embedding model. */
  private @Nullable Neighbours neighbours() {
    if (neighbours == null && config.embedding().provider() != Provider.NONE) {
      Embedder embedder = opened(Embedder.connect(config.embedding()));
      neighbours =
          opened(
              Neighbours.open(
                  store.record(),
                  store.uuid(),
                  indexFolder().resolve("vectors"),
                  new Sense() {
                    @Override
                    public String name() {
                      return embedder.name();
                    }

                    @Override
                    public Optional<List<float[]>> of(List<String> texts) {
                      return embedder.embed(texts);
                    }
                  },
                  clock,
                  VECTORS_PATIENCE));
    }
    return neighbours;
  }

  @Override
  public List<String> verifyIndex() {
    List<String> findings =
        new ArrayList<>(RecordIndex.verify(store.record(), store.uuid(), indexFolder(), lexicon()));
    if (!findings.isEmpty()) {
      findings.add("Delete the folder " + indexFolder() + "; the next start makes it anew.");
    }
    return findings;
  }

  private Lexicon lexicon() {
    if (lexicon == null) {
      lexicon = Lexicon.load(lexiconFolder(), indexFolder());
    }
    return lexicon;
  }

  @Override
  public Setup setup() {
    String version = OnRecord.class.getPackage().getImplementationVersion();
    return new Setup(
        version == null ? "run from classes" : version, config.model().label(), lexicon().size());
  }

  @Override
  public Floors floors() {
    return Floors.read(config.folder());
  }

  @Override
  public Desk desk(float stricter) {
    RecordIndex over = index();
    return new RecordDesk(
        over,
        new QuestionReader(over, clock),
        new Retriever(over, neighbours(), stricter),
        Answerer.withoutModel(),
        null);
  }

  private Desk desk(RecordIndex index) {
    QuestionReader reader = new QuestionReader(index, clock);
    Retriever retriever = new Retriever(index, neighbours(), 0);
    if (!hasModel()) {
      return new RecordDesk(index, reader, retriever, Answerer.withoutModel(), null);
    }
    LanguageModel model = model();
    TermBridge meanings = new Meanings(lexicon())::of;
    answerer = Answerer.withModel(model, meanings, random, clock);
    return new RecordDesk(index, reader, retriever, answerer, new QueryRewriter(model));
  }

  private LanguageModel model() {
    if (model == null) {
      model =
          opened(
              LanguageModel.connect(
                  config.model(), prompts, new ModelLedger(store.modelUse()), clock));
    }
    return model;
  }

  @Override
  public List<String> examples(Language language) {
    return exampleQuestions().apply(language);
  }

  private Examples exampleQuestions() {
    if (examples == null) {
      examples = new Examples(config.examples(), desk(), store.record());
    }
    return examples;
  }

  @Override
  public boolean hasBot() {
    return config.telegram() != null;
  }

  @Override
  public boolean hasModel() {
    return config.model().provider() != Provider.NONE;
  }

  @Override
  public Optional<String> serve() throws InterruptedException {
    Config.Telegram telegram =
        Objects.requireNonNull(config.telegram(), "serve is only called when there is a bot");
    BotSettings settings =
        new BotSettings(
            telegram.apiUrl(),
            telegram.token(),
            telegram.pollTimeout(),
            config.digestTime(),
            config.digestZone(),
            config.follows(),
            config.keep(),
            config.publicAddress(),
            telegram.webhook(),
            config.limits(),
            hasModel() ? config.model().label() : null);
    opened(ServingLock.take(config.store()));
    List<String> findings = store.verify();
    if (!findings.isEmpty()) {
      findings.forEach(finding -> LOG.error("{}", finding));
      return Optional.of(notWhole(findings));
    }
    CountingDesk counting = new CountingDesk(desk());
    Bot bot =
        opened(
            new Bot(
                settings,
                store,
                counting,
                checker()::check,
                exampleQuestions(),
                new Newsroom(telegram.editors(), new EditorIntake(ingestion(), feeds())),
                clock));
    synchronized (this) {
      serving = true;
      watchFeeds(feeds());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "onrecord-shutdown"));
    bot.start();
    serveWeb(bot, counting);
    return bot.awaitEnd();
  }

  private String notWhole(List<String> findings) {
    return "The record is not whole, so no bot answers from it ("
        + findings.get(0)
        + (findings.size() > 1 ? " And " + (findings.size() - 1) + " more findings" : "")
        + "): put the last good backup in the place of "
        + config.store()
        + ", without its -wal and -shm files, and start again; the command verify says whether a"
        + " copy is whole.";
  }

  @Override
  public synchronized void reload() {
    if (!serving || open.isEmpty()) {
      return;
    }
    try {
      Config read = settings.get();
      List<Feed> feeds = feeds();
      watchFeeds(feeds);
      LOG.info(
          "Log level ({}) and feeds ({}) are read again; other settings count from the next start",
          read.logLevel(),
          feeds.size());
    } catch (ConfigException e) {
      LOG.warn("The settings stay as they were: {}", e.getMessage());
    }
  }

  private void watchFeeds(List<Feed> feeds) {
    if (feedWatch != null) {
      feedWatch.watch(poller(feeds));
    } else if (!feeds.isEmpty()) {
      feedWatch = opened(new FeedWatch(clock));
      feedWatch.watch(poller(feeds));
    }
  }

  private FeedPoller poller(List<Feed> feeds) {
    Fetcher fetcher = new Fetcher(FetchSettings.DEFAULT, clock);
    FeedPoller poller =
        new FeedPoller(
            feeds,
            ingestion(),
            fetcher,
            clock,
            random,
            report -> LOG.info("{}: {}", report.name(), report.figures()));
    feedPoller = poller;
    return poller;
  }

  private void serveWeb(Bot bot, CountingDesk counting) {
    Config.Web web = config.web();
    if (web == null) {
      return;
    }
    WebSettings settings = new WebSettings(web.host(), web.port(), config.publicAddress());
    Config.Telegram telegram = config.telegram();
    Webhook webhook = telegram == null ? null : telegram.webhook();
    Desk topics = desk();
    Measures measures =
        new Measures(
            store,
            index(),
            bot,
            counting,
            () -> answerer == null ? Map.of() : answerer.refusals(),
            hasModel() ? model() : null,
            () -> feedPoller,
            clock);
    WebServer server =
        opened(
            new WebServer(
                settings,
                store,
                (topic, ids) ->
                    topics.among(topics.read(topic, List.of()).as(Intent.WHAT_WAS_SAID), ids),
                measures.health(),
                measures.metrics(),
                webhook == null ? null : new WebhookPath(webhook, bot.door().orElseThrow()),
                clock));
    try {
      server.start();
    } catch (UncheckedIOException e) {
      throw new ConfigException(String.valueOf(e.getMessage()), e);
    }
  }

  private Registry registry() {
    try {
      return new Registry(OfficialsFile.read(config.folder()));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(String.valueOf(e.getMessage()), e);
    }
  }

  private List<Feed> feeds() {
    try {
      return FeedsFile.read(config.folder());
    } catch (IllegalArgumentException e) {
      throw new ConfigException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("Not closed in order", e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** The index lies beside the record; it can be deleted and is made anew. */
  private Path indexFolder() {
    Path file = config.store().toAbsolutePath();
    return file.resolveSibling(file.getFileName() + ".index");
  }

  private @Nullable Path lexiconFolder() {
    if (config.folder() == null) {
      return null;
    }
    Path folder = config.folder().resolve("lexicon");
    return Files.isDirectory(folder) ? folder : null;
  }
}
