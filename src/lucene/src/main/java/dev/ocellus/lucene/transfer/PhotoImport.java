package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.TunedFusion;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.WritableIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PhotoExport} wrote into an index of the same encoder, or into a new one. Needs
 * no encoder and holds one photo at a time. Stopped or killed, the same import goes on where it
 * was: what the index has already is not written again.
 */
public final class PhotoImport {

  private final Path index;
  private final @Nullable Path photoFolder;

  /**
   * @param index the index's folder; made if it is not there
   * @param photoFolder where the photos are, for a new index; null for the folder that the export
   *     names
   */
  public PhotoImport(Path index, @Nullable Path photoFolder) {
    this.index = index;
    this.photoFolder = photoFolder;
  }

  /**
   * Adds the photos of a file, in place of those of the same ids. A line that is no photo for this
   * index is told, "FILE:LINE: reason", and passed over.
   *
   * @throws DataException if the file is no export, or one of another version
   * @throws IndexException if the index is of another encoder or language or has a field of another
   *     kind, or if another writer is at work
   * @throws IOException if the disk fails; the last commit stays searchable
   */
  public ImportReport read(Path file, IndexProgress progress) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      ExportHeader header = header(file, lines);
      IndexMetadata recorded = WritableIndex.recorded(index);
      if (recorded != null) {
        check(recorded, header.metadata());
      }
      try (WritableIndex writable = WritableIndex.openOrCreate(index, metadata(header))) {
        if (recorded == null) {
          // Before the first commit: whenever it is killed, the next import writes it or need not.
          writeFusion(header.fusion());
        }
        writable.addFields(header.metadata().fields());
        return new ImportRun(file, header, lines, writable, progress).run();
      }
    }
  }

  private static ExportHeader header(Path file, LineReader lines) throws IOException {
    try {
      byte[] first = lines.next();
      if (first == null) {
        throw new DataException("empty");
      }
      return ExportHeader.of(first);
    } catch (DataException | IndexException e) {
      throw new DataException(file + ":1: " + e.getMessage(), e);
    }
  }

  private IndexMetadata metadata(ExportHeader header) {
    return photoFolder == null
        ? header.metadata()
        : header.metadata().withPhotoFolder(photoFolder.toAbsolutePath().normalize());
  }

  private void check(IndexMetadata recorded, IndexMetadata exported) {
    if (!recorded.hasEncoderOf(exported)) {
      throw new IndexException(
          "%s has vectors of %s (%d dimensions), the export those of %s (%d); import it into another index"
              .formatted(
                  index,
                  recorded.modelId(),
                  recorded.dimension(),
                  exported.modelId(),
                  exported.dimension()));
    }
    if (!recorded.language().equals(exported.language())) {
      throw new IndexException(
          "the captions of %s are %s, those of the export %s; import it into another index"
              .formatted(index, recorded.language(), exported.language()));
    }
    if (photoFolder != null) {
      throw new IndexException(
          index + " has a photo folder already; --photos is for a new index alone");
    }
  }

  private void writeFusion(@Nullable JsonNode fusion) throws IOException {
    if (fusion == null) {
      return;
    }
    Path file = new TunedFusion(index).file();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, ExportJson.write(fusion));
      FusionFile.read(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
