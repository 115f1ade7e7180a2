package io.github.onrecord.ingest;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Forms of a person's name: its cases in Russian and Ukrainian, and its key across alphabets. */
final class Names {
  private static final List<String> ENDINGS =
      List.of(
          "ыми", "ими", "ого", "его", "ому", "ему", "ові", "еві", "єві", "ами", "ями", "ой", "ей",
          "ою", "ею", "єю", "ією", "ом", "ем", "єм", "ым", "им", "ім", "ий", "ый", "ая", "яя", "ую",
          "юю", "ых", "их", "ія", "ії", "ію", "ия", "ии", "ию", "ій", "а", "я", "у", "ю", "е", "є",
          "и", "і", "ї", "о", "ы", "ь", "й");

  /** A Transliterator isn't documented as thread-safe: calls are guarded. */
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private Names() {}

  static boolean cyrillic(String word) {
    return !word.isEmpty()
        && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
  }

  /** A word of a name and what may be its stem, longest first. */
  static Set<String> stems(String key) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(key);
    if (cyrillic(key)) {
      for (String ending : ENDINGS) {
        if (key.endsWith(ending) && key.length() - ending.length() >= 2) {
          stems.add(key.substring(0, key.length() - ending.length()));
        }
      }
    }
    return stems;
  }

  /** Whether two words of names can be forms of one. */
  static boolean same(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (!cyrillic(a) || !cyrillic(b)) {
      return false;
    }
    int shorter = Math.min(a.length(), b.length());
    for (String stem : stems(a)) {
      if (stem.length() >= Math.max(2, shorter - 2) && stems(b).contains(stem)) {
        return true;
      }
    }
    return false;
  }

  /** A first name in the nominative, from a form that isn't. */
  static String firstNominative(String form, boolean woman) {
    String key = form.toLowerCase(Locale.ROOT);
    String stem = form.substring(0, form.length() - 1);
    if (!cyrillic(form) || form.length() < 3) {
      return form;
    }
    if (woman) {
      if (key.endsWith("ии") || key.endsWith("ию")) {
        return stem + "я";
      }
      if (key.endsWith("ії") || key.endsWith("ію")) {
        return stem + "я";
      }
      if (key.matches(".*(ой|ою|ей|ею|єю)")) {
        String cut = form.substring(0, form.length() - 2);
        return cut + (key.matches(".*(ей|ею|єю)") ? "я" : "а");
      }
      return key.matches(".*[ыиіуюе]") ? stem + (key.endsWith("ю") ? "я" : "а") : form;
    }
    if (key.endsWith("ом") || key.endsWith("ем")) {
      return form.substring(0, form.length() - 2)
          + (key.matches(".*[лнрт]ем") ? "ь" : key.endsWith("ем") ? "й" : "");
    }
    if (key.matches(".*[еаиоіу][яю]")) {
      return stem + "й";
    }
    if (key.matches(".*[яю]")) {
      return stem + "ь";
    }
    return key.matches(".*[ау]") ? stem : form;
  }

  /** A surname in the nominative, from a form that isn't. */
  static String lastNominative(String form, boolean woman) {
    String key = form.toLowerCase(Locale.ROOT);
    if (!cyrillic(form) || form.length() < 4) {
      return form;
    }
    if (woman) {
      if (key.matches(".*(ской|цкой|ську|ської|ською|скую)")) {
        return form.replaceAll("(ой|ую)$", "ая").replaceAll("(ої|ою|у)$", "а");
      }
      return key.matches(".*(ов|ев|ін|ин|їн)(ой|у|ої|ою)")
          ? form.replaceAll("(ой|ої|ою|у)$", "а")
          : form;
    }
    if (key.matches(".*(ск|цк|ськ|цьк)(ого|ому|им)")) {
      return form.replaceAll("(ого|ому|им)$", "ий");
    }
    if (key.matches(".*[лнрт](я|ю|ем)")) {
      return form.replaceAll("(я|ю|ем)$", "ь");
    }
    if (key.matches(".*[аеоуиі](я|ю|ем|єм)")) {
      return form.replaceAll("(я|ю|ем|єм)$", "й");
    }
    if (key.matches(".*[бвгджзклмнпрстфхцчшщ](а|у|ом|ем|ым|им|ові|еві)")) {
      return form.replaceAll("(ом|ем|ым|им|ові|еві|а|у)$", "");
    }
    return form;
  }

  /** A key under which spellings of one name in the three languages are near each other. */
  static String key(String name) {
    String latin;
    synchronized (LATIN) {
      latin =
          LATIN.transliterate(
              name.replace('г', 'h').replace('Г', 'H').replace('х', 'h').replace('Х', 'H'));
    }
    return latin
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z ]", "")
        .replace("shch", "s")
        .replace("sch", "s")
        .replace("sh", "s")
        .replace("ch", "c")
        .replace("zh", "z")
        .replace("kh", "h")
        .replace("gh", "h")
        .replace("ph", "f")
        .replace("th", "t")
        .replace("ck", "k")
        .replace("qu", "kv")
        .replace('q', 'k')
        .replace('w', 'v')
        .replace('x', 'k')
        .replace('g', 'h')
        .replace('j', 'i')
        .replace('y', 'i')
        .replace("ie", "e")
        .replace("ia", "a")
        .replace("iu", "u")
        .replace("io", "o")
        .replaceAll("(.)\\1", "$1")
        .strip();
  }

  /** Levenshtein distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[b.length()];
  }
}
