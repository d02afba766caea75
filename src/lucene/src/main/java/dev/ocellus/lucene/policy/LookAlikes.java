package dev.ocellus.lucene.policy;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Characters that are taken for Latin letters: those that Unicode's compatibility decomposition
 * knows (full-width, mathematical, circled, accented letters), and letters of other scripts that
 * Unicode's table of confusables (UTS 39) gives for a to z.
 */
final class LookAlikes {

  private static final Map<Integer, String> LETTERS = letters();

  private LookAlikes() {}

  private static Map<Integer, String> letters() {
    Map<Integer, String> letters = new HashMap<>();
    // Cyrillic
    put(letters, "аАạ", "a");
    put(letters, "вВЬьъ", "b");
    put(letters, "сСϲҫ", "c");
    put(letters, "ԁԀժ", "d");
    put(letters, "еЕёЁєЄҽ", "e");
    put(letters, "ғ", "f");
    put(letters, "ԍɡց", "g");
    put(letters, "нНһҺ", "h");
    put(letters, "іІїЇӏӀ", "i");
    put(letters, "јЈ", "j");
    put(letters, "кКҝ", "k");
    put(letters, "ⅼ", "l");
    put(letters, "мМ", "m");
    put(letters, "пИи", "n");
    put(letters, "оОՕօ", "o");
    put(letters, "рР", "p");
    put(letters, "ԛ", "q");
    put(letters, "гяЯ", "r");
    put(letters, "ѕЅ", "s");
    put(letters, "тТ", "t");
    put(letters, "ս", "u");
    put(letters, "ѵѴ", "v");
    put(letters, "ԝԜшШ", "w");
    put(letters, "хХ", "x");
    put(letters, "уУүҮ", "y");
    // Greek
    put(letters, "αΑ", "a");
    put(letters, "βΒ", "b");
    put(letters, "δ", "d");
    put(letters, "εΕ", "e");
    put(letters, "ηΗ", "h");
    put(letters, "ιΙ", "i");
    put(letters, "κΚ", "k");
    put(letters, "Μ", "m");
    put(letters, "Ν", "n");
    put(letters, "οΟσ", "o");
    put(letters, "ρΡ", "p");
    put(letters, "τΤ", "t");
    put(letters, "υ", "u");
    put(letters, "ν", "v");
    put(letters, "ω", "w");
    put(letters, "χΧ", "x");
    put(letters, "γΥ", "y");
    put(letters, "Ζ", "z");
    // Latin letters that have no decomposition
    put(letters, "ɑ", "a");
    put(letters, "ʙ", "b");
    put(letters, "ᴄ", "c");
    put(letters, "đƌɗᴅ", "d");
    put(letters, "ɛᴇ", "e");
    put(letters, "ɢɠ", "g");
    put(letters, "ʜɦ", "h");
    put(letters, "ıɪɩ", "i");
    put(letters, "ᴋƙ", "k");
    put(letters, "łʟ", "l");
    put(letters, "ɴ", "n");
    put(letters, "øØᴏ", "o");
    put(letters, "ʀɾ", "r");
    put(letters, "ꜱ", "s");
    put(letters, "ᴛŧ", "t");
    put(letters, "ʏɣ", "y");
    return letters;
  }

  private static void put(Map<Integer, String> letters, String alike, String letter) {
    alike.codePoints().forEach(c -> letters.put(c, letter));
  }

  /**
   * Reads every character as the Latin letter that it looks like, where there is one, and leaves
   * out what is not seen: accents, zero-width characters, soft hyphens.
   */
  static Reading undo(Reading reading) {
    Reading.Builder builder = new Reading.Builder(reading);
    String text = reading.text();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      builder.append(undo(c), i, next);
      i = next;
    }
    return builder.build();
  }

  private static String undo(int c) {
    if (c < 0x80) {
      return Character.toString(c);
    }
    StringBuilder seen = new StringBuilder();
    // The letter itself first: Cyrillic short i decomposes into i and a breve.
    Normalizer.normalize(LETTERS.getOrDefault(c, Character.toString(c)), Normalizer.Form.NFKD)
        .codePoints()
        .filter(LookAlikes::isSeen)
        .forEach(part -> seen.append(LETTERS.getOrDefault(part, Character.toString(part))));
    return seen.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
      default -> true;
    };
  }
}
