package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The folder inside an index's folder where the photos get another encoder's vectors: an index of
 * its own. Only who holds the index's write lock may touch it.
 */
final class ReencodingFolder {

  /** Not of the form of Lucene's file names, so that Lucene leaves it alone. */
  private static final String NAME = "reencoding";

  private final Path folder;

  /**
   * @param index the index's folder
   */
  ReencodingFolder(Path index) {
    this.folder = index.resolve(NAME);
  }

  Path path() {
    return folder;
  }

  /** Opens it to be gone on with, or begins it. */
  Directory open() throws IOException {
    return FSDirectory.open(folder);
  }

  /** What it holds; null if there is none, or nothing in it that can be gone on with. */
  @Nullable IndexMetadata metadata() {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    try (Directory directory = open()) {
      return DirectoryReader.indexExists(directory)
          ? IndexMetadata.fromCommitData(
              folder.toString(), SegmentInfos.readLatestCommit(directory).getUserData())
          : null;
    } catch (IOException | IndexException e) {
      // Whatever is wrong with it, photos and captions are in the index still.
      return null;
    }
  }

  /** Deletes it, if it is there: its commits first, so that a kill on the way leaves no half. */
  void delete() throws IOException {
    if (Files.isDirectory(folder)) {
      deleteFiles(IndexFileNames.SEGMENTS + "*");
      deleteFiles("*");
      Files.delete(folder);
    }
  }

  private void deleteFiles(String glob) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
