package dev.ocellus.lucene.transfer;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.WritableIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One pass over the lines. */
final class ImportRun {

  private final Path file;
  private final ExportHeader header;
  private final LineReader lines;
  private final WritableIndex index;
  private final IndexProgress progress;
  private final PhotoLine form;
  private long added;
  private long changed;
  private long unchanged;
  private long problems;

  ImportRun(
      Path file,
      ExportHeader header,
      LineReader lines,
      WritableIndex index,
      IndexProgress progress) {
    this.file = file;
    this.header = header;
    this.lines = lines;
    this.index = index;
    this.progress = progress;
    this.form = new PhotoLine(index.metadata().fields());
  }

  ImportReport run() throws IOException {
    long expected = header.photos();
    progress.started(Math.max(0, expected));
    long done = 0;
    boolean cancelled = progress.cancelled();
    for (byte[] line = next(); line != null && !cancelled; line = next()) {
      take(line);
      progress.advanced(++done);
      index.commitNowAndThen();
      cancelled = progress.cancelled();
    }
    int photos = index.commit();
    boolean complete = expected < 0 || done >= expected;
    if (!complete && !cancelled) {
      progress.problem(
          "%s: %,d photos, but its first line says %,d; it is cut short"
              .formatted(file, done, expected));
    }
    return new ImportReport(photos, added, changed, unchanged, problems, complete, cancelled);
  }

  private byte @Nullable [] next() throws IOException {
    try {
      return lines.next();
    } catch (DataException e) {
      throw new DataException(file + ":" + lines.number() + ": " + e.getMessage(), e);
    }
  }

  private void take(byte[] line) throws IOException {
    IndexedPhoto photo;
    try {
      photo = form.read(line, index.metadata().dimension(), header.captionDimension());
    } catch (DataException e) {
      problem(e);
      return;
    }
    IndexedPhoto before = index.photo(photo.id());
    if (before != null && Arrays.equals(form.write(before), form.write(photo))) {
      unchanged++;
      return;
    }
    try {
      index.put(photo);
    } catch (IllegalArgumentException e) { // Vectors of other lengths than the index has.
      problem(e);
      return;
    }
    if (before == null) {
      added++;
    } else {
      changed++;
    }
  }

  private void problem(RuntimeException e) {
    problems++;
    progress.problem(file + ":" + lines.number() + ": " + e.getMessage() + "; passed over");
  }
}
