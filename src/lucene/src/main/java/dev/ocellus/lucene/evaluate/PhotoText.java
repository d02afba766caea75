package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.JudgedPair;
import java.util.Set;

/**
 * A photo and a text to be scored.
 *
 * @param image the photo's id
 * @param text what it may show
 * @param leaveOut captions of the photo that are not to be known, word for word
 */
public record PhotoText(String image, String text, Set<String> leaveOut) {

  public PhotoText {
    leaveOut = Set.copyOf(leaveOut);
  }

  /** A table's row, the photo's captions all known. */
  public static PhotoText of(CaptionRow row) {
    return new PhotoText(row.image(), row.text(), Set.of());
  }

  /** A judged pair, the photo's captions all known. */
  public static PhotoText of(JudgedPair pair) {
    return new PhotoText(pair.image(), pair.queryText(), Set.of());
  }

  /** The same with some of the photo's captions not known. */
  public PhotoText without(Set<String> captions) {
    return new PhotoText(image, text, captions);
  }
}
