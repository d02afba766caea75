package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/** The name of a photo in an index: its path in the photo folder, with forward slashes. */
public final class PhotoId {

  private PhotoId() {}

  /**
   * The id of a file.
   *
   * @param folder holds the file, directly or in a subfolder
   */
  static String of(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  /** Why a text cannot be a photo's id, to stand after it; null if it can. */
  public static @Nullable String problem(String id) {
    if (id.isBlank()) {
      return "is empty";
    }
    if (id.getBytes(StandardCharsets.UTF_8).length > IndexWriter.MAX_TERM_LENGTH) {
      return "is longer than " + IndexWriter.MAX_TERM_LENGTH + " bytes";
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      return "has control characters";
    }
    List<String> names = List.of(id.split("/", -1));
    return names.contains("") || names.contains(".") || names.contains("..")
        ? "is no path within a folder, such as 2023/dog.jpg"
        : null;
  }

  /**
   * Refuses what cannot be a photo's id.
   *
   * @throws IndexException with the reason
   */
  public static String checked(String id) {
    String problem = problem(id);
    if (problem != null) {
      throw new IndexException("'" + id + "' is no id of a photo: it " + problem);
    }
    return id;
  }
}
