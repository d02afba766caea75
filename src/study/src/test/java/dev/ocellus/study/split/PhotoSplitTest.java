package dev.ocellus.study.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos of testdata, some of them a second time under another name. */
class PhotoSplitTest {

  private static final Path PHOTOS = Path.of("../../testdata/photos");

  @TempDir static Path temp;
  private static final List<Path> files = new ArrayList<>();

  /** For each file the photo that it shows. */
  private static final List<String> shown = new ArrayList<>();

  @BeforeAll
  static void copySomeUnderOtherNames() throws IOException {
    List<Path> originals;
    try (Stream<Path> found = Files.list(PHOTOS)) {
      originals = found.filter(f -> f.toString().endsWith(".jpg")).sorted().limit(30).toList();
    }
    for (Path original : originals) {
      files.add(original);
      shown.add(original.getFileName().toString());
    }
    for (int i = 0; i < 10; i++) {
      Path original = originals.get(3 * i);
      files.add(i % 2 == 0 ? copy(original, i) : smaller(original, i));
      shown.add(original.getFileName().toString());
    }
  }

  private static Path copy(Path original, int number) throws IOException {
    return Files.copy(original, temp.resolve("holiday" + number + ".jpg"));
  }

  /** Three quarters of the width and height, compressed anew. */
  private static Path smaller(Path original, int number) throws IOException {
    BufferedImage photo = ImageIO.read(original.toFile());
    int width = photo.getWidth() * 3 / 4;
    int height = photo.getHeight() * 3 / 4;
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(
        photo.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    Path file = temp.resolve("small" + number + ".jpg");
    assertTrue(ImageIO.write(small, "jpg", file.toFile()));
    return file;
  }

  @Test
  void aPhotoAndItsCopiesAreOneGroupAndOthersAreNot() throws IOException {
    List<Integer> groups = PhotoGroups.of(files);
    for (int i = 0; i < files.size(); i++) {
      assertEquals(shown.indexOf(shown.get(i)), groups.get(i), files.get(i).toString());
    }
  }

  @Test
  void noPhotoIsOnBothSidesNotEvenUnderAnotherName() throws IOException {
    List<Integer> groups = PhotoGroups.of(files);
    List<PhotoSplit> splits = new ArrayList<>(PhotoSplit.holdOut(groups));
    splits.addAll(PhotoSplit.folds(groups, 5));
    for (PhotoSplit split : splits) {
      Set<String> learned = new HashSet<>();
      Set<String> measured = new HashSet<>();
      for (int i = 0; i < files.size(); i++) {
        (split.tests(i) ? measured : learned).add(shown.get(i));
      }
      assertTrue(!learned.isEmpty() && !measured.isEmpty(), "a side is empty");
      Set<String> both = new HashSet<>(learned);
      both.retainAll(measured);
      assertEquals(Set.of(), both);
    }
  }

  @Test
  void aHoldOutMeasuresOnThreeTenthsAndFoldsOnEachPhotoOnce() throws IOException {
    List<Integer> groups = PhotoGroups.of(files);
    // 30 groups: 9 are held out, with their copies.
    PhotoSplit holdOut = PhotoSplit.holdOut(groups).getFirst();
    assertEquals(9, groups.stream().distinct().filter(first -> holdOut.tests(first)).count());
    List<PhotoSplit> folds = PhotoSplit.folds(groups, 5);
    for (int i = 0; i < files.size(); i++) {
      int photo = i;
      assertEquals(1, folds.stream().filter(fold -> fold.tests(photo)).count());
    }
  }

  @Test
  void copiesOfCopiesAreOfOneGroup() {
    // The second is 6 bits from the first, the third 6 from the second and 12 from the first; the
    // fourth is 7 from the third, one too many.
    assertEquals(
        List.of(0, 0, 0, 3),
        PhotoGroups.ofHashes(List.of(0L, 0b111111L, 0b111111_111111L, 0x7FFFFL)));
  }
}
