package dev.ocellus.bench;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.group.HitGroup;
import dev.ocellus.lucene.group.NearDuplicates;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/**
 * Which altered copies of photos are grouped with them as near-duplicates, and which photos of a
 * folder are, though their files are different.
 *
 * <p>Arguments: a folder of JPEG photos; how many of them (default 1000); of how many of those,
 * evenly spread, copies are made (default 100).
 */
public final class NearDuplicateRates {

  private static final String MARK = "@";

  private NearDuplicateRates() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1) {
      throw new IllegalArgumentException("usage: NearDuplicateRates PHOTOS [COUNT] [COPIED]");
    }
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    int copied = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    Path index = Files.createTempDirectory("ocellus-bench-index");
    try (var photos = new SamplePhotos(Path.of(arguments[0]), count)) {
      List<Path> files = photos.files();
      for (int i = 0; i < copied; i++) {
        copy(files.get((int) ((long) i * files.size() / copied)));
      }
      new PhotoIndexer(IndexOptions.of(photos.folder(), index)).run(IndexProgress.NONE);
      print(groups(index), files.size(), copied);
    } finally {
      SamplePhotos.delete(index);
    }
  }

  private static void copy(Path photo) throws IOException {
    for (AlteredCopy copy : AlteredCopy.values()) {
      String name = photo.getFileName() + MARK + copy.key() + ".jpg";
      copy.write(ImageIO.read(photo.toFile()), photo.resolveSibling(name));
    }
  }

  /** Names of the photos in each group, the one that the group stands for first. */
  private static List<List<String>> groups(Path index) throws IOException {
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      StoredFields stored = reader.storedFields();
      ScoreDoc[] photos =
          new IndexSearcher(reader).search(PhotoSchema.PHOTOS, reader.maxDoc()).scoreDocs;
      // By name, so that a photo comes before its copies.
      Map<String, ScoreDoc> byName = new TreeMap<>();
      for (ScoreDoc photo : photos) {
        byName.put(stored.document(photo.doc).get(PhotoSchema.ID), photo);
      }
      List<List<String>> groups = new ArrayList<>();
      for (HitGroup group : NearDuplicates.DEFAULT.group(reader, List.copyOf(byName.values()))) {
        List<String> names = new ArrayList<>();
        for (ScoreDoc photo : group.members()) {
          names.add(stored.document(photo.doc).get(PhotoSchema.ID));
        }
        groups.add(names);
      }
      return groups;
    }
  }

  private static String photo(String name) {
    return name.contains(MARK) ? name.substring(0, name.indexOf(MARK)) : name;
  }

  private static void print(List<List<String>> groups, int photos, int copied) {
    for (AlteredCopy copy : AlteredCopy.values()) {
      String suffix = MARK + copy.key() + ".jpg";
      long joined =
          groups.stream()
              .mapToLong(
                  group ->
                      group.stream()
                          .skip(1)
                          .filter(name -> name.endsWith(suffix))
                          .filter(name -> photo(name).equals(photo(group.getFirst())))
                          .count())
              .sum();
      System.out.printf("%s: %d of %d joined with their photo%n", copy.key(), joined, copied);
    }
    List<List<String>> others =
        groups.stream()
            .map(group -> group.stream().map(NearDuplicateRates::photo).distinct().toList())
            .filter(group -> group.size() > 1)
            .sorted(Comparator.comparing(List::getFirst))
            .toList();
    System.out.printf("groups of different files among %d photos: %d%n", photos, others.size());
    others.forEach(group -> System.out.println("  " + String.join(" ", group)));
  }
}
