package dev.ocellus.study.judgments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearCopiesTest {

  private static Look look(long hash, int brightness) {
    int[] cells = new int[256];
    Arrays.fill(cells, brightness);
    return new Look(hash, cells);
  }

  private static List<List<Integer>> groups(long... hashes) {
    return NearCopies.groups(Arrays.stream(hashes).mapToObj(hash -> look(hash, 90)).toList());
  }

  @Test
  void sixBitsApartAreCopiesSevenAreNot() {
    long photo = 0x0123_4567_89AB_CDEFL;
    assertEquals(
        List.of(List.of(0, 2)), groups(photo, ~photo, photo ^ 0b111111, ~photo ^ 0b1111111));
  }

  @Test
  void photosOfOtherBrightnessAreNoCopies() {
    assertEquals(List.of(List.of(0, 1)), NearCopies.groups(List.of(look(5, 90), look(5, 98))));
    assertEquals(List.of(), NearCopies.groups(List.of(look(5, 90), look(5, 99))));
  }

  @Test
  void copiesOfCopiesAreOneGroup() {
    // 0 and 2 are 10 bits apart, each 5 from 1.
    assertEquals(List.of(List.of(0, 1, 2)), groups(0, 0b11111, 0b1111111111));
    assertEquals(List.of(), groups());
  }

  @Test
  void everyPairWithinTheDistanceIsFound() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      long photo = random.nextLong();
      long copy = photo;
      for (int bit = 0; bit < Look.HASH_DISTANCE; bit++) {
        copy ^= 1L << random.nextInt(Long.SIZE);
      }
      List<Long> hashes = new ArrayList<>(List.of(photo, copy));
      // Others differ from both in about half of the 64 bits.
      random.longs(20).forEach(hashes::add);
      assertEquals(
          List.of(List.of(0, 1)),
          groups(hashes.stream().mapToLong(Long::longValue).toArray()),
          "seed " + seed);
    }
  }
}
