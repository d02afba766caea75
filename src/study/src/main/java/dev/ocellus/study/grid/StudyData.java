package dev.ocellus.study.grid;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.PhotoFolders;
import dev.ocellus.fusion.data.TestQueries;
import dev.ocellus.lucene.policy.PolicyFilter;
import dev.ocellus.study.split.PhotoGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judged photos and texts, by numbers from 0.
 *
 * @param images the photos' names
 * @param files where they are
 * @param groups for each photo the group of those that show the same
 * @param texts the judged texts, then further sample texts
 * @param ownPhoto for each text the photo that it was written for, or -1
 * @param pairs judged pairs but those of a photo and its own caption
 * @param captions of these photos
 * @param otherCaptions captions of photos that were not judged: text vectors learn from them
 * @param queries texts that search for their photo
 * @param samples texts whose best photos are shown
 * @param problems what was passed over
 */
record StudyData(
    List<String> images,
    List<Path> files,
    List<Integer> groups,
    List<String> texts,
    List<Integer> ownPhoto,
    List<StudyPair> pairs,
    List<CaptionRow> captions,
    List<String> otherCaptions,
    List<Integer> queries,
    List<Integer> samples,
    List<String> problems) {

  private static final long SEED = 42;
  private static final int SAMPLES = 6;

  /**
   * Reads a folder.
   *
   * @param policy by which texts and photos are dropped, or null
   * @throws DataException if it has no judgments, or no photos of them
   */
  static StudyData read(Path folder, Scale scale, @Nullable PolicyFilter policy)
      throws IOException {
    Judgments judgments = Judgments.read(folder);
    AllowedTexts allowed = AllowedTexts.of(folder, judgments, policy);
    List<JudgedPair> usable =
        allowed.pairs().stream()
            .filter(pair -> !pair.ownCaption() && !pair.queryText().isEmpty())
            .toList();
    PhotoFolders folders = PhotoFolders.of(folder);
    Map<String, Path> photos = photos(folder, folders, usable, scale.photos());
    List<String> images = List.copyOf(photos.keySet());
    Map<String, Integer> numbers = numbers(images);
    Map<String, Integer> textNumbers = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    List<Integer> ownPhoto = new ArrayList<>();
    List<StudyPair> pairs = new ArrayList<>();
    for (JudgedPair pair : usable) {
      Integer photo = numbers.get(pair.image());
      if (photo == null) {
        continue;
      }
      int text = textNumbers.computeIfAbsent(pair.queryId(), id -> textNumbers.size());
      if (text == texts.size()) {
        texts.add(pair.queryText());
        ownPhoto.add(numbers.getOrDefault(Judgments.photoOf(pair.queryId()), -1));
      }
      pairs.add(new StudyPair(pair, photo, text));
    }
    List<Integer> queries = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      if (ownPhoto.get(text) >= 0) {
        queries.add(text);
      }
    }
    queries = draw(queries, scale.queries());
    List<Integer> samples = samples(folder, policy, texts, ownPhoto, queries);
    return new StudyData(
        images,
        List.copyOf(photos.values()),
        PhotoGroups.of(List.copyOf(photos.values())),
        texts,
        ownPhoto,
        pairs,
        allowed.captions().stream().filter(row -> numbers.containsKey(row.image())).toList(),
        otherCaptions(judgments, allowed, scale.captions()),
        queries,
        samples,
        judgments.problems());
  }

  private static Map<String, Path> photos(
      Path folder, PhotoFolders folders, List<JudgedPair> pairs, int most) {
    Map<String, Path> found = new LinkedHashMap<>();
    Set<String> judged = new TreeSet<>();
    pairs.forEach(pair -> judged.add(pair.image()));
    List<String> drawn = draw(List.copyOf(judged), most);
    for (String image : drawn) {
      Optional<Path> file = folders.file(image);
      file.ifPresent(path -> found.put(image, path));
    }
    if (found.size() < 2) {
      throw new DataException(
          folder
              + ": fewer than two judged photos; they must be in its folder images, train_images or"
              + " test_images");
    }
    return found;
  }

  private static Map<String, Integer> numbers(List<String> names) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    return numbers;
  }

  private static List<String> otherCaptions(Judgments judgments, AllowedTexts allowed, int most) {
    Set<String> judged = new HashSet<>();
    judgments.pairs().forEach(pair -> judged.add(pair.image()));
    return draw(
        allowed.captions().stream()
            .filter(row -> !judged.contains(row.image()))
            .map(CaptionRow::text)
            .toList(),
        most);
  }

  /** Texts of the folder's test queries, else some of those that search. */
  private static List<Integer> samples(
      Path folder,
      @Nullable PolicyFilter policy,
      List<String> texts,
      List<Integer> ownPhoto,
      List<Integer> queries)
      throws IOException {
    if (!Files.isRegularFile(folder.resolve(TestQueries.FILE))) {
      return queries.subList(0, Math.min(SAMPLES, queries.size()));
    }
    List<Integer> samples = new ArrayList<>();
    Set<String> asked = new LinkedHashSet<>();
    TestQueries.read(folder).queries().forEach(row -> asked.add(row.text()));
    List<String> answered = List.copyOf(asked);
    if (policy != null) {
      answered = policy.keep(answered, text -> "", text -> text);
    }
    for (String text : answered.stream().limit(SAMPLES).toList()) {
      samples.add(texts.size());
      texts.add(text);
      ownPhoto.add(-1);
    }
    return samples;
  }

  /** So many of a list at most, drawn by a fixed seed, in the list's order. */
  static <T> List<T> draw(List<T> from, int most) {
    if (from.size() <= most) {
      return from;
    }
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      positions.add(i);
    }
    Collections.shuffle(positions, new Random(SEED));
    return positions.subList(0, most).stream().sorted().map(from::get).toList();
  }
}
