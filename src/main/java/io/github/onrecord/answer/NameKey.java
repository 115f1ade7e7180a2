package io.github.onrecord.answer;

import java.util.Map;

/**
 * A name's sound, so that it is known in another alphabet: «Хольт», «Холт» and «Holt» have one key.
 * Vowels at the end are left out, since Cyrillic cases change them.
 */
final class NameKey {
  /** Fewer letters than this name nobody. */
  private static final int SHORTEST = 3;

  private static final Map<Character, String> SOUNDS =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('ґ', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('є', "e"),
          Map.entry('ж', "j"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('і', "i"),
          Map.entry('ї', "i"),
          Map.entry('й', "i"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "g"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "sh"),
          Map.entry('ы', "i"),
          Map.entry('э', "e"),
          Map.entry('ю', "iu"),
          Map.entry('я', "ia"),
          Map.entry('h', "g"),
          Map.entry('y', "i"),
          Map.entry('w', "v"),
          Map.entry('q', "k"),
          Map.entry('x', "ks"),
          Map.entry('j', "j"),
          Map.entry('c', "k"));

  private NameKey() {}

  /** The key of a word in lower case; empty when it is too short to name anybody. */
  static String of(String word) {
    String letters =
        word.replace("sch", "sh")
            .replace("qu", "kv")
            .replace("kh", "h")
            .replace("zh", "j")
            .replace("ph", "f");
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      boolean digraph = c == 'c' && i + 1 < letters.length() && letters.charAt(i + 1) == 'h';
      boolean shape = c == 's' && i + 1 < letters.length() && letters.charAt(i + 1) == 'h';
      String sound;
      if (digraph || shape) {
        sound = digraph ? "ch" : "sh";
        i++;
      } else {
        sound = SOUNDS.getOrDefault(c, Character.isLetterOrDigit(c) ? String.valueOf(c) : "");
      }
      if (sound.isEmpty() || "ьъ".contains(sound) || key.toString().endsWith(sound)) {
        continue; // signs, and letters written twice
      }
      key.append(sound);
    }
    int end = key.length();
    while (end > 0 && "aeiou".indexOf(key.charAt(end - 1)) >= 0) {
      end--;
    }
    return end < SHORTEST ? "" : key.substring(0, end);
  }
}
