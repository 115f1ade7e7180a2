package io.github.onrecord.digest;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import io.github.onrecord.record.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the time zone that a person names: «Europe/Kyiv», «Київ», «New York», «UTC+2».
 *
 * <p>Cities come from ICU in the three languages, and from {@code digest/cities.tsv} where ICU has
 * no zone of the city's name.
 */
public final class Zones {
  private static final List<Language> LANGUAGES =
      List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN);

  private static final Pattern CYRILLIC = Pattern.compile("[\\p{IsCyrillic} -]{4,40}");

  /** Endings by which the cases of a city's name differ. */
  private static final Pattern ENDING =
      Pattern.compile("(?:ом|ем|єм|ою|ею|єю|ой|ей|[аеиоуыэюяіїєьй]{1,2})$");

  private Zones() {}

  /** Every name that is known, folded; read when the first is asked for. */
  private static final class Known {
    static final Map<String, ZoneId> BY_NAME = Map.copyOf(names());
    static final Map<String, Set<ZoneId>> BY_STEM = stems(BY_NAME);
  }

  private static Map<String, ZoneId> names() {
    Map<String, ZoneId> byName = new HashMap<>();
    Set<String> known = ZoneId.getAvailableZoneIds();
    for (String id : known) {
      // The last part of a zone's name is a city, as spelt when the zone was named: «Kiev».
      // But Etc/GMT+2 means two hours behind, the opposite of what people mean by it.
      if (!id.startsWith("Etc/")) {
        byName.putIfAbsent(fold(id.substring(id.lastIndexOf('/') + 1)), ZoneId.of(modern(id)));
      }
    }
    for (String id : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
      String modern = modern(id);
      if (known.contains(modern)) {
        for (Language language : LANGUAGES) {
          String city =
              TimeZoneNames.getInstance(ULocale.forLocale(language.locale()))
                  .getExemplarLocationName(id);
          if (city != null) {
            byName.put(fold(city), ZoneId.of(modern));
          }
        }
      }
    }
    readCities(byName);
    known.forEach(id -> byName.put(fold(id), ZoneId.of(id)));
    return byName;
  }

  /** The zone, or empty when none is known by that name. */
  public static Optional<ZoneId> find(String name) {
    String folded = fold(name);
    ZoneId zone = Known.BY_NAME.get(folded);
    if (zone != null) {
      return Optional.of(zone);
    }
    Optional<ZoneId> offset = offset(folded);
    return offset.isPresent() ? offset : inflected(folded);
  }

  /** «в Киеве», «за Києвом»: a city in another case, unless two cities differ only by that. */
  private static Optional<ZoneId> inflected(String folded) {
    Set<ZoneId> zones = Known.BY_STEM.getOrDefault(stem(folded), Set.of());
    return zones.size() == 1 && CYRILLIC.matcher(folded).matches()
        ? zones.stream().findFirst()
        : Optional.empty();
  }

  private static Map<String, Set<ZoneId>> stems(Map<String, ZoneId> byName) {
    Map<String, Set<ZoneId>> stems = new HashMap<>();
    byName.forEach(
        (name, zone) -> {
          if (CYRILLIC.matcher(name).matches()) {
            stems.computeIfAbsent(stem(name), key -> new HashSet<>()).add(zone);
          }
        });
    return Map.copyOf(stems);
  }

  /** A city's name without its case; Ukrainian «Київ» becomes «Києв-» in all other cases. */
  private static String stem(String folded) {
    return ENDING
        .matcher(folded)
        .replaceFirst("")
        .replaceFirst("їв$", "єв")
        .replaceFirst("ів$", "ов");
  }

  private static Optional<ZoneId> offset(String folded) {
    String offset = folded.replaceFirst("^(utc|gmt)\\s?", "");
    if (!offset.startsWith("+") && !offset.startsWith("-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneOffset.of(offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String modern(String id) {
    String modern = TimeZone.getIanaID(id);
    return modern != null && ZoneId.getAvailableZoneIds().contains(modern) ? modern : id;
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е')
        .replace('−', '-')
        .replaceAll("['’ʼ`.,]", "")
        .replaceAll("(?<=\\p{L})[-_ ]+(?=\\p{L})", " ")
        .strip();
  }

  private static void readCities(Map<String, ZoneId> byName) {
    try (InputStream in = Zones.class.getResourceAsStream("/digest/cities.tsv")) {
      if (in == null) {
        throw new IllegalStateException("digest/cities.tsv is missing from the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] columns = line.split("\t", -1);
        for (int i = 1; i < columns.length; i++) {
          for (String city : columns[i].split("\\|", -1)) {
            byName.put(fold(city), ZoneId.of(columns[0]));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
