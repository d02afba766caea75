package dev.ocellus.bench.parts;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What photos show, as their captions have it: a thing that any caption names is shown. */
final class ShownThings {

  /** Things, each with the words that name it. */
  private static final Map<String, Set<String>> NAMES =
      Map.ofEntries(
          thing(
              "people",
              "person man men woman women boy boys girl girls child children kid kids lady ladies"
                  + " guy guys baby toddler player players crowd he she his her group couple"
                  + " someone surfer skateboarder biker rider cyclist climber skier snowboarder"
                  + " swimmer hiker runner"),
          thing("man", "men guy guys"),
          thing("woman", "women lady ladies"),
          thing("child", "children kid kids boy boys girl girls baby toddler"),
          thing("boy", "boys"),
          thing("girl", "girls"),
          thing("dog", "dogs puppy puppies"),
          thing(
              "water",
              "lake ocean river sea pool wave waves surf surfing surfer swimming swim swims pond"
                  + " stream waterfall splash splashing"),
          thing("snow", "snowy ski skis skiing skier snowboard snowboarder snowboarding sled"),
          thing("grass", "grassy lawn field"),
          thing("beach", "beaches shore"),
          thing("ball", "balls baseball football basketball soccer tennis"),
          thing("bicycle", "bike bikes bicycles biker cyclist biking"),
          thing("mountain", "mountains"),
          thing("street", "road sidewalk"),
          thing("car", "cars"),
          thing("sand", "sandy beach"),
          thing("rock", "rocks rocky cliff"));

  private final Map<String, Map<String, Integer>> shown = new HashMap<>();
  private final Map<String, Set<String>> firstSays = new HashMap<>();

  private static Map.Entry<String, Set<String>> thing(String name, String others) {
    Set<String> names = new HashSet<>(Arrays.asList(others.split(" ")));
    names.add(name);
    return Map.entry(name, names);
  }

  /**
   * @param captions a photo's first row is the caption that the index has
   */
  ShownThings(CaptionTable captions) {
    for (CaptionRow row : captions.rows()) {
      Set<String> words =
          new HashSet<>(Arrays.asList(row.text().toLowerCase(Locale.ROOT).split("[^a-z]+")));
      firstSays.putIfAbsent(row.image(), words);
      NAMES.forEach(
          (thing, names) -> {
            if (names.stream().anyMatch(words::contains)) {
              shown
                  .computeIfAbsent(thing, t -> new HashMap<>())
                  .merge(row.image(), 1, Integer::sum);
            }
          });
    }
  }

  static List<String> things() {
    return NAMES.keySet().stream().sorted().toList();
  }

  /** Whether any caption of the photo names the thing. */
  boolean shows(String photo, String thing) {
    return shown.getOrDefault(thing, Map.of()).containsKey(photo);
  }

  /** Whether the first caption of the photo has the very word, in singular or plural. */
  boolean firstSays(String photo, String thing) {
    Set<String> words = firstSays.getOrDefault(photo, Set.of());
    return words.contains(thing)
        || words.contains(thing + "s")
        || (thing.equals("people") && words.contains("person"))
        || (thing.equals("man") && words.contains("men"))
        || (thing.equals("woman") && words.contains("women"))
        || (thing.equals("child") && words.contains("children"));
  }
}
