package dev.ocellus.study.split;

import dev.ocellus.encode.PerceptualHash;
import dev.ocellus.encode.PhotoDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of files that show the same photo, under whatever name: their perceptual hashes differ in
 * {@value #NEAR} bits or fewer, or each is so near to a third.
 */
public final class PhotoGroups {

  /** Bits of 64 in which copies may differ; different photos differ in about 32. */
  public static final int NEAR = 6;

  private PhotoGroups() {}

  /**
   * The group of every photo.
   *
   * @return for each file the position of the first of its group
   * @throws dev.ocellus.encode.PhotoException if one cannot be read
   */
  public static List<Integer> of(List<Path> files) throws IOException {
    PhotoDecoder decoder = new PhotoDecoder();
    List<Long> hashes = new ArrayList<>();
    for (Path file : files) {
      hashes.add(PerceptualHash.of(decoder.decode(Files.readAllBytes(file)).pixels()));
    }
    return ofHashes(hashes);
  }

  static List<Integer> ofHashes(List<Long> hashes) {
    int[] first = IntStream.range(0, hashes.size()).toArray();
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Long.bitCount(hashes.get(i) ^ hashes.get(j)) <= NEAR) {
          int a = root(first, i);
          int b = root(first, j);
          first[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
    return IntStream.range(0, first.length).map(i -> root(first, i)).boxed().toList();
  }

  private static int root(int[] first, int photo) {
    int root = photo;
    while (first[root] != root) {
      root = first[root];
    }
    return root;
  }
}
