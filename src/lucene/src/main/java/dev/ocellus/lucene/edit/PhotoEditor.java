package dev.ocellus.lucene.edit;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoId;
import dev.ocellus.lucene.index.PictureEncoder;
import dev.ocellus.lucene.index.WritableIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds, changes and deletes single photos of an index. What is not changed is not encoded again: a
 * photo with other tags needs no encoder at all, one with another caption only that caption's
 * vector. Marks of the content policy follow the captions.
 *
 * <p>The index is locked against other writers until the editor is closed; searches go on, and see
 * the changes after {@link #commit}. Closing undoes what was not committed. Safe for use by several
 * threads, which take turns.
 *
 * <p>A later run of {@link dev.ocellus.lucene.index.PhotoIndexer} makes the index follow the folder
 * again: without a caption table it keeps captions and fields; photos without a file go, deleted
 * ones whose file is still there come back.
 */
public final class PhotoEditor implements AutoCloseable {

  private final WritableIndex index;
  private final String name;
  private final EditEncoder encoder;

  private PhotoEditor(Path folder, WritableIndex index, EditEncoder encoder) {
    this.name = folder.toString();
    this.index = index;
    this.encoder = encoder;
  }

  /**
   * Opens an index; its encoder is loaded when something has to be encoded.
   *
   * @throws IndexException if there is no index, or another writer is at work
   */
  public static PhotoEditor open(Path index) throws IOException {
    return open(index, null);
  }

  /**
   * Opens an index with an encoder of the caller's, who closes it.
   *
   * @throws IndexException as {@link #open(Path)}, or if the index was built with another encoder
   */
  public static PhotoEditor open(Path index, @Nullable Encoder encoder) throws IOException {
    WritableIndex writable = WritableIndex.open(index);
    try {
      return new PhotoEditor(
          index, writable, new EditEncoder(writable.metadata(), writable.analyzer(), encoder));
    } catch (RuntimeException e) {
      writable.close();
      throw e;
    }
  }

  /** A photo as the index has it, with the changes so far; null if there is none of this id. */
  public synchronized @Nullable IndexedPhoto photo(String id) throws IOException {
    return index.photo(id);
  }

  /**
   * Gives the index a field that photos may then have values of.
   *
   * @throws IndexException if the index has it with another kind, or a field cannot be called so
   */
  public synchronized void addField(String field, FieldKind kind) {
    index.addFields(FieldCatalogue.BUILT_IN.with(field, kind));
  }

  /**
   * Adds a file of the photo folder, or takes its new content. A photo that the index had keeps
   * what {@code edit} leaves.
   *
   * @throws IndexException if the file is not where {@code ocellus index} would find it
   * @throws PhotoException if it is no photo that can be read
   */
  public synchronized EditOutcome add(Path file, PhotoEdit edit) throws IOException {
    String id = new FolderFile(index.metadata().photoFolder()).id(file);
    return add(id, Files.readAllBytes(file), edit);
  }

  /**
   * Adds a photo by its bytes, or gives an indexed one this content.
   *
   * @param id its name in the index: a path in the photo folder, with forward slashes
   * @param photo a photo file's bytes
   * @throws IndexException if the id cannot be one, or the edit does not fit the index
   * @throws PhotoException if the bytes are no photo that can be read
   */
  public synchronized EditOutcome add(String id, byte[] photo, PhotoEdit edit) throws IOException {
    IndexedPhoto before = index.photo(PhotoId.checked(id));
    String sha256 = PictureEncoder.sha256(photo);
    if (before != null && before.sha256().equals(sha256)) {
      return change(before, edit);
    }
    IndexedPhoto same = index.photoOfContent(sha256);
    IndexedPhoto.Picture picture = same == null ? encoder.picture(photo) : same.picture();
    IndexedPhoto seen =
        before == null
            ? new IndexedPhoto(id, sha256, picture, List.of(), List.of())
            : new IndexedPhoto(
                id, sha256, picture, before.captions(), before.encodedCaptions(), before.fields());
    index.put(edited(seen, edit));
    return before == null ? EditOutcome.ADDED : EditOutcome.CHANGED;
  }

  /**
   * Changes an indexed photo.
   *
   * @throws IndexException if there is no photo of this id, or the edit does not fit the index
   */
  public synchronized EditOutcome edit(String id, PhotoEdit edit) throws IOException {
    IndexedPhoto before = index.photo(id);
    if (before == null) {
      throw unknown(id);
    }
    return change(before, edit);
  }

  /**
   * Deletes a photo with its captions.
   *
   * @throws IndexException if there is no photo of this id
   */
  public synchronized void delete(String id) throws IOException {
    if (index.photo(id) == null) {
      throw unknown(id);
    }
    index.remove(id);
  }

  /** Shows the changes to searches; returns the number of photos in the index. */
  public synchronized int commit() throws IOException {
    return index.commit();
  }

  private EditOutcome change(IndexedPhoto before, PhotoEdit edit) throws IOException {
    IndexedPhoto after = edited(before, edit);
    if (after.captions().equals(before.captions()) && after.fields().equals(before.fields())) {
      return EditOutcome.UNCHANGED;
    }
    index.put(after);
    return EditOutcome.CHANGED;
  }

  private IndexedPhoto edited(IndexedPhoto photo, PhotoEdit edit) {
    IndexedPhoto typed = photo.withFields(edit.applyTo(photo.fields(), index.metadata().fields()));
    List<String> captions = edit.captions();
    return captions == null || captions.equals(photo.captions())
        ? typed
        : encoder.withCaptions(typed, captions);
  }

  private IndexException unknown(String id) {
    return new IndexException(
        "no photo '%s' in %s; ids are paths in the photo folder, as searches show them"
            .formatted(id, name));
  }

  @Override
  public synchronized void close() throws IOException {
    try (index;
        encoder) {
      // Both are closed whatever the other does.
    }
  }
}
