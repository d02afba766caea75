package dev.ocellus.bench;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Captions of a table by photo, and more photos with captions made out of them. */
final class CaptionPhotos {

  /** Share of a made caption's words that are another caption's. */
  private static final double EXCHANGED = 0.2;

  private CaptionPhotos() {}

  /** The captions of every photo, in the table's order. */
  static List<List<String>> read(Path table) throws IOException {
    Map<String, List<String>> photos = new LinkedHashMap<>();
    for (CaptionRow row : CaptionTable.read(table).rows()) {
      photos.computeIfAbsent(row.image(), image -> new ArrayList<>()).add(row.text());
    }
    return new ArrayList<>(photos.values());
  }

  /**
   * The photos and as many made ones as it takes: captions of a photo with a fifth of their words
   * exchanged for words of other captions, which keeps words as frequent as they are.
   */
  static List<List<String>> grown(List<List<String>> photos, int captions, Random random) {
    List<String> words = new ArrayList<>();
    photos.forEach(photo -> photo.forEach(text -> words.addAll(List.of(text.split(" ")))));
    List<List<String>> grown = new ArrayList<>();
    int count = 0;
    for (int i = 0; count < captions; i++) {
      List<String> photo = photos.get(i % photos.size());
      if (i >= photos.size()) {
        photo = photo.stream().map(text -> exchanged(text, words, random)).toList();
      }
      grown.add(photo);
      count += photo.size();
    }
    return grown;
  }

  private static String exchanged(String text, List<String> words, Random random) {
    String[] own = text.split(" ");
    for (int i = 0; i < own.length; i++) {
      if (random.nextDouble() < EXCHANGED) {
        own[i] = words.get(random.nextInt(words.size()));
      }
    }
    return String.join(" ", own);
  }
}
