package dev.ocellus.study.judgments;

import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.fusion.data.PhotoFolders;
import dev.ocellus.lucene.index.PhotoFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The photo files beside the judgments, and which of them are copies.
 *
 * @param folders where they are
 * @param files their number
 * @param missing judged photos without a file, sorted
 * @param sameBytes groups of files with the same content
 * @param nearCopies groups of files with different content that look alike: their perceptual hashes
 *     differ in few bits, and their brightness little; of files with the same content the first
 *     stands for all
 * @param unreadable one line a file that is no readable photo: "FILE: reason"
 */
public record PhotoSummary(
    List<Path> folders,
    int files,
    List<String> missing,
    List<List<Path>> sameBytes,
    List<List<Path>> nearCopies,
    List<String> unreadable) {

  /** Hears how the reading of photos goes on; safe for use by several threads. */
  public interface Progress {
    /** So many photos will be read. */
    void total(long photos);

    /** So many have been, all told. */
    void done(long photos);
  }

  /**
   * Reads every photo of the folders.
   *
   * @param images the judged photos, as judgments name them
   */
  static PhotoSummary of(PhotoFolders folders, Collection<String> images, Progress progress)
      throws IOException {
    List<String> unreadable = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path folder : folders.folders()) {
      files.addAll(new PhotoFolder(folder).list(unreadable::add).photos().values());
    }
    List<PhotoFingerprint> photos = read(files, progress);
    photos.stream()
        .map(PhotoFingerprint::problem)
        .filter(problem -> !problem.isEmpty())
        .forEach(unreadable::add);
    Map<String, List<Path>> byContent = new LinkedHashMap<>();
    List<Path> distinct = new ArrayList<>();
    List<Look> looks = new ArrayList<>();
    for (PhotoFingerprint photo : photos) {
      if (photo.sha256().isEmpty()) {
        continue;
      }
      List<Path> same = byContent.computeIfAbsent(photo.sha256(), key -> new ArrayList<>());
      same.add(photo.file());
      if (same.size() == 1 && photo.look().isPresent()) {
        distinct.add(photo.file());
        looks.add(photo.look().get());
      }
    }
    return new PhotoSummary(
        folders.folders(),
        files.size(),
        images.stream().filter(image -> folders.file(image).isEmpty()).sorted().toList(),
        byContent.values().stream().filter(same -> same.size() > 1).toList(),
        NearCopies.groups(looks).stream()
            .map(group -> group.stream().map(distinct::get).toList())
            .toList(),
        unreadable);
  }

  private static List<PhotoFingerprint> read(List<Path> files, Progress progress) {
    progress.total(files.size());
    var decoder = new PhotoDecoder();
    var done = new AtomicLong();
    return files.parallelStream()
        .map(
            file -> {
              PhotoFingerprint photo = PhotoFingerprint.of(file, decoder);
              progress.done(done.incrementAndGet());
              return photo;
            })
        .toList();
  }
}
