package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.misc.store.HardlinkCopyDirectoryWrapper;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoIndexWriterTest {

  private static final Path INDEX = Path.of("index");
  private static final IndexMetadata METADATA =
      new IndexMetadata("test/model", "test/model", 4, "en", "en-1", Path.of("photos"));

  private static PhotoIndexWriter writer(Directory directory) throws IOException {
    return new PhotoIndexWriter(
        directory, INDEX, SmallCollection.ANALYZER.analyzer(), METADATA, PhotoMarker.NONE);
  }

  /** A disk on which nothing more can be created once it is full. */
  private static final class FullDisk extends FilterDirectory {

    private boolean full;

    FullDisk() {
      super(new ByteBuffersDirectory());
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      return super.createOutput(name, context);
    }
  }

  @Test
  void aCommitRecordsHowItWasMade() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (PhotoIndexWriter writer = writer(directory)) {
        writer.put(SmallCollection.DOG);
        writer.put(SmallCollection.GEESE);
        writer.put(SmallCollection.BARE);
        assertEquals(3, writer.commit());
        // Only the live photos count: this one is replaced by itself.
        writer.put(SmallCollection.DOG);
        assertEquals(3, writer.commit());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexMetadata read =
            IndexMetadata.fromCommitData("index", reader.getIndexCommit().getUserData());
        assertEquals(METADATA, read);
      }
    }
  }

  @Test
  void whenTheDiskIsFullTheLastCommitStaysSearchable() throws IOException {
    try (FullDisk disk = new FullDisk()) {
      PhotoIndexWriter writer = writer(disk);
      writer.put(SmallCollection.DOG);
      writer.commit();
      writer.put(SmallCollection.GEESE);
      disk.full = true;
      IOException e = assertThrows(IOException.class, writer::commit);
      assertEquals("No space left on device", e.getMessage());
      writer.close();

      try (DirectoryReader reader = DirectoryReader.open(disk)) {
        assertEquals(1, new IndexSearcher(reader).count(PhotoSchema.PHOTOS));
      }
      disk.full = false;
      try (PhotoIndexWriter again = writer(disk)) {
        again.put(SmallCollection.GEESE);
        assertEquals(2, again.commit());
      }
    }
  }

  @Test
  void whenTheDiskIsFullPhotosAreNotReplaced() throws IOException {
    try (FullDisk disk = new FullDisk();
        Directory other = new ByteBuffersDirectory()) {
      PhotoIndexWriter writer = writer(disk);
      writer.put(SmallCollection.DOG);
      writer.commit();
      try (PhotoIndexWriter beside = writer.beside(other, INDEX)) {
        beside.put(SmallCollection.GEESE);
        beside.put(SmallCollection.BARE);
        beside.commit();
      }
      disk.full = true;
      assertThrows(IOException.class, () -> writer.replaceWith(other));
      writer.close();
      try (DirectoryReader reader = DirectoryReader.open(disk)) {
        assertEquals(1, new IndexSearcher(reader).count(PhotoSchema.PHOTOS));
      }
      disk.full = false;
      try (PhotoIndexWriter again = writer(disk)) {
        assertEquals(2, again.replaceWith(other));
      }
    }
  }

  @Test
  void photosOnTheSameDiskTakeNoFurtherSpace(@TempDir Path temp) throws IOException {
    assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("unix"));
    Path folder = temp.resolve("index");
    Path otherFolder = folder.resolve("other");
    try (Directory directory = new HardlinkCopyDirectoryWrapper(FSDirectory.open(folder));
        Directory other = FSDirectory.open(otherFolder);
        PhotoIndexWriter writer = writer(directory)) {
      try (PhotoIndexWriter beside = writer.beside(other, otherFolder)) {
        beside.put(SmallCollection.GEESE);
        beside.commit();
      }
      writer.replaceWith(other);
      List<Path> vectors;
      try (Stream<Path> files = Files.list(otherFolder)) {
        vectors = files.filter(file -> file.toString().matches(".*[.](cfs|vec)")).toList();
      }
      assertFalse(vectors.isEmpty());
      for (Path file : vectors) {
        assertEquals(2, Files.getAttribute(file, "unix:nlink"), file.toString());
      }
    }
  }

  @Test
  void whatWasNotCommittedIsRolledBack() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (PhotoIndexWriter writer = writer(directory)) {
        writer.put(SmallCollection.DOG);
        writer.commit();
        writer.put(SmallCollection.GEESE);
        writer.remove(SmallCollection.DOG.id());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        assertEquals(1, searcher.count(PhotoSchema.PHOTOS));
        int photo = searcher.search(PhotoSchema.PHOTOS, 1).scoreDocs[0].doc;
        IndexedPhoto read = new PhotoReader(reader).read(photo);
        assertEquals("dog.jpg", read.id());
        assertEquals(List.of("a dog runs"), read.captions());
      }
    }
  }
}
