package io.github.onrecord;

import io.github.onrecord.message.PublicAddress;
import io.github.onrecord.model.Budget;
import io.github.onrecord.model.EmbeddingSettings;
import io.github.onrecord.model.ModelSettings;
import io.github.onrecord.model.Provider;
import io.github.onrecord.record.Language;
import io.github.onrecord.telegram.Limits;
import io.github.onrecord.telegram.Webhook;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked. See {@code config/onrecord.conf} for what each means.
 *
 * @param folder the operator's config folder, or null when only the packed defaults count
 * @param prompts the folder of prompt files, or null for the packed ones
 * @param store the record's SQLite file
 * @param telegram the bot, or null when there is no token
 * @param web the HTTP server, or null when there is none
 * @param publicAddress where the public reaches the pages, or null when they aren't public
 * @param model the language model
 * @param embedding the embedding model
 * @param modelReads whether the model proposes statements of the documents that are taken in
 * @param digestTime when daily summaries come unless a subscriber says otherwise
 * @param digestZone the zone of {@code digestTime}
 * @param follows how many things a chat may follow
 * @param limits how much the bot answers at once
 * @param keep how long people's questions and answers are kept
 * @param logLevel what is less important isn't logged
 * @param examples questions offered to newcomers, by language
 */
record Config(
    @Nullable Path folder,
    @Nullable Path prompts,
    Path store,
    @Nullable Telegram telegram,
    @Nullable Web web,
    @Nullable PublicAddress publicAddress,
    ModelSettings model,
    EmbeddingSettings embedding,
    boolean modelReads,
    LocalTime digestTime,
    ZoneId digestZone,
    int follows,
    Limits limits,
    Duration keep,
    Level logLevel,
    Map<Language, List<String>> examples) {

  /**
   * The bot's door.
   *
   * @param token the bot's secret; never shown by {@link #toString}
   * @param pollTimeout how long one request waits for updates
   * @param webhook how Telegram brings updates, or null when it is asked for them
   * @param editors Telegram's numbers of those who may change the record
   */
  record Telegram(
      URI apiUrl,
      String token,
      Duration pollTimeout,
      @Nullable Webhook webhook,
      Set<Long> editors) {
    @Override
    public String toString() {
      return "Telegram[" + apiUrl + "]";
    }
  }

  /** Where the HTTP server listens; the port is 1 to 65535. */
  record Web(String host, int port) {}

  /** Environment variables that stand for a config key. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "ONRECORD_STORE", "store.file",
          "TELEGRAM_API_URL", "telegram.api-url",
          "MODEL_PROVIDER", "model.provider",
          "MODEL_BASE_URL", "model.base-url",
          "MODEL_NAME", "model.name");

  /**
   * Reads the settings.
   *
   * @param folder the folder given with {@code --config}; null for {@code config} beside the
   *     working directory, if there is one
   * @param store the file given with {@code --store}, or null
   * @param environment the process's environment
   * @throws ConfigException naming what is at fault and what is allowed
   */
  static Config load(@Nullable Path folder, @Nullable Path store, Map<String, String> environment) {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new ConfigException(
          "--config: " + folder + " is not a folder; give the one that holds onrecord.conf.");
    }
    Path found = folder != null ? folder : existing(Path.of("config"));
    ConfigFile file = ConfigFile.read(found, overrides(environment));
    return new Config(
        found,
        existing(found == null ? Path.of("prompts") : found.resolveSibling("prompts")),
        store != null ? store : Path.of(file.text("store.file")),
        telegram(file, environment),
        web(file),
        publicAddress(file),
        model(file, environment),
        embedding(file, environment),
        file.truth("model.reads-documents"),
        file.parsed("digest.time", "a time of day as \"08:30\"", LocalTime::parse),
        file.parsed("digest.zone", "a time zone as \"Europe/Kyiv\"", ZoneId::of),
        file.number("follow.most", 1, 500),
        new Limits(
            file.number("limits.person-per-minute", 1, 1000),
            file.number("limits.chat-per-minute", 1, 1000),
            file.number("limits.queue", 1, 1_000_000)),
        Duration.ofDays(file.number("privacy.keep-days", 1, 3650)),
        file.parsed("log.level", "one of " + String.join(", ", Logs.names()), Logs::level),
        examples(file));
  }

  private static Map<String, ConfigFile.Variable> overrides(Map<String, String> environment) {
    Map<String, ConfigFile.Variable> overrides = new LinkedHashMap<>();
    VARIABLES.forEach(
        (name, key) -> {
          String value = environment.getOrDefault(name, "");
          if (!value.isBlank()) {
            overrides.put(key, new ConfigFile.Variable(name, value));
          }
        });
    return overrides;
  }

  private static @Nullable Telegram telegram(ConfigFile file, Map<String, String> environment) {
    URI url = file.parsed("telegram.api-url", "an http or https address", Config::server);
    Duration timeout = file.duration("telegram.poll-timeout", 1, 60);
    String token = secret(file, environment, "TELEGRAM_BOT_TOKEN", "telegram.token-file");
    Set<Long> editors = editors(file);
    return token.isEmpty()
        ? null
        : new Telegram(url, token, timeout, webhook(file, environment), editors);
  }

  private static EmbeddingSettings embedding(ConfigFile file, Map<String, String> environment) {
    String baseUrl = file.text("embedding.base-url");
    String key = secret(file, environment, "EMBEDDING_API_KEY", "embedding.api-key-file");
    try {
      return new EmbeddingSettings(
          file.parsed("embedding.provider", "openai, ollama or none", Config::provider),
          baseUrl.isEmpty() ? null : baseUrl,
          key.isEmpty() ? null : key,
          file.text("embedding.name"),
          file.duration("embedding.deadline", 1, 60));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "The embedding model's settings don't fit together: " + e.getMessage(), e);
    }
  }

  private static Provider provider(String name) {
    return Provider.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Webhook webhook(ConfigFile file, Map<String, String> environment) {
    if (file.text("telegram.webhook.url").isEmpty()) {
      return null;
    }
    if (web(file) == null) {
      throw new ConfigException(
          "telegram.webhook.url needs a server to which Telegram brings updates: set web.port.");
    }
    URI url = file.parsed("telegram.webhook.url", "an https address with a path", Config::server);
    String given =
        secret(file, environment, "TELEGRAM_WEBHOOK_SECRET", "telegram.webhook.secret-file");
    try {
      return new Webhook(url, given.isEmpty() ? anySecret() : given);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "telegram.webhook doesn't fit together: " + e.getMessage() + ".", e);
    }
  }

  /** Telegram is told the secret at every start, so it needn't be the same one. */
  private static String anySecret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static @Nullable Web web(ConfigFile file) {
    int port = file.number("web.port", 0, 65535);
    String host =
        file.parsed(
            "web.host",
            "an address or a host's name",
            name -> {
              if (name.isBlank() || name.contains("/")) {
                throw new IllegalArgumentException(name);
              }
              return name;
            });
    return port == 0 ? null : new Web(host, port);
  }

  private static @Nullable PublicAddress publicAddress(ConfigFile file) {
    return file.text("web.public-url").isEmpty()
        ? null
        : file.parsed(
            "web.public-url", "an https address as \"https://record.example\"", PublicAddress::of);
  }

  private static Set<Long> editors(ConfigFile file) {
    Set<Long> editors = new LinkedHashSet<>();
    for (long number : file.numbers("telegram.editors", 1, Long.MAX_VALUE)) {
      editors.add(number);
    }
    return Set.copyOf(editors);
  }

  private static ModelSettings model(ConfigFile file, Map<String, String> environment) {
    Provider provider =
        file.parsed(
            "model.provider", "openai, anthropic, gemini, ollama or none", Config::provider);
    String baseUrl = file.text("model.base-url");
    String key = secret(file, environment, "MODEL_API_KEY", "model.api-key-file");
    try {
      return new ModelSettings(
          provider,
          baseUrl.isEmpty() ? null : baseUrl,
          key.isEmpty() ? null : key,
          file.text("model.name"),
          file.duration("model.deadline", 1, 120),
          file.number("model.max-concurrent", 1, 64),
          new Budget(
              file.number("model.max-calls-per-day", 0, Integer.MAX_VALUE),
              file.number("model.max-tokens-per-day", 0, Integer.MAX_VALUE),
              file.number("model.max-calls-per-person", 0, Integer.MAX_VALUE),
              file.number("model.max-tokens-per-person", 0, Integer.MAX_VALUE),
              file.amount("model.max-cost-per-day"),
              file.amount("model.price-of-million-input-tokens"),
              file.amount("model.price-of-million-output-tokens")));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("The model's settings don't fit together: " + e.getMessage(), e);
    }
  }

  private static String secret(
      ConfigFile file, Map<String, String> environment, String variable, String key) {
    String given = environment.getOrDefault(variable, "").strip();
    return given.isEmpty() ? file.secretFrom(key) : given;
  }

  private static Map<Language, List<String>> examples(ConfigFile file) {
    Map<Language, List<String>> examples = new LinkedHashMap<>();
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN)) {
      examples.put(language, file.texts("examples." + language.code()));
    }
    return Map.copyOf(examples);
  }

  private static URI server(String text) {
    URI uri = URI.create(text);
    if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }

  private static @Nullable Path existing(Path folder) {
    return Files.isDirectory(folder) ? folder : null;
  }
}
