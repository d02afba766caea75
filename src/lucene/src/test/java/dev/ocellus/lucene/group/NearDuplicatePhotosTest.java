package dev.ocellus.lucene.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Altered copies of real photos, indexed by the encoder that comes with Ocellus. */
class NearDuplicatePhotosTest {

  /** Photos alike in what they show: two kinds of cats, two young birds, two arrays of arches. */
  private static final List<String> PHOTOS =
      List.of("kitten", "chelsea", "duck", "gosling", "castle", "aqueduct");

  /** Those of which there are altered copies too. */
  private static final List<String> COPIED = List.of("kitten", "duck", "castle");

  @TempDir Path folder;

  @Test
  void copiesStandAsOnePhotoAndDifferentPhotosDoNot() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Map<String, SortedSet<String>> expected = new TreeMap<>();
    for (String name : PHOTOS) {
      Path photo = TestPhotos.copy(name + ".jpg", photos.resolve(name + ".jpg"));
      SortedSet<String> group = new TreeSet<>(List.of(name + ".jpg"));
      if (COPIED.contains(name)) {
        for (String copy : List.of("coarse", "small", "cropped")) {
          group.add(name + "-" + copy + ".jpg");
        }
        copy(ImageIO.read(photo.toFile()), photos.resolve(name).toString());
      }
      expected.put(name + ".jpg", group);
    }
    assertEquals(expected, groups(photos));
  }

  private static void copy(BufferedImage photo, String name) throws IOException {
    int width = photo.getWidth();
    int height = photo.getHeight();
    copy(photo, width, height, 0, .3f, Path.of(name + "-coarse.jpg"));
    copy(photo, width / 2, height / 2, 0, .9f, Path.of(name + "-small.jpg"));
    copy(photo, width, height, .05, .9f, Path.of(name + "-cropped.jpg"));
  }

  /** Writes a photo at a size, without a share of its width and height, by a JPEG quality. */
  private static void copy(
      BufferedImage photo, int width, int height, double crop, float quality, Path file)
      throws IOException {
    int left = (int) (photo.getWidth() * crop / 2);
    int top = (int) (photo.getHeight() * crop / 2);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(
        photo,
        0,
        0,
        width,
        height,
        left,
        top,
        photo.getWidth() - left,
        photo.getHeight() - top,
        null);
    graphics.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam options = writer.getDefaultWriteParam();
    options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    options.setCompressionQuality(quality);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(copy, null, null), options);
    } finally {
      writer.dispose();
    }
  }

  /** The groups' members by the name of the photo that was not altered. */
  private Map<String, SortedSet<String>> groups(Path photos) throws IOException {
    Path index = folder.resolve("index");
    new PhotoIndexer(IndexOptions.of(photos, index)).run(IndexProgress.NONE);
    Map<String, SortedSet<String>> groups = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      List<ScoreDoc> hits = List.of(searcher.search(PhotoSchema.PHOTOS, 1000).scoreDocs);
      for (HitGroup group : NearDuplicates.DEFAULT.group(reader, hits)) {
        SortedSet<String> members = new TreeSet<>();
        for (ScoreDoc hit : group.members()) {
          members.add(searcher.storedFields().document(hit.doc).get(PhotoSchema.ID));
        }
        groups.put(members.last().replaceFirst("-\\w+\\.jpg$", ".jpg"), members);
      }
    }
    return groups;
  }
}
