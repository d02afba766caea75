package dev.ocellus.encode.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What is here of a file: its first bytes, and the entity tag of the whole that they are of. */
final class PartFile {

  private final Path data;
  private final Path tag;

  PartFile(Path target) {
    this.data = target.resolveSibling(target.getFileName() + ".part");
    this.tag = target.resolveSibling(target.getFileName() + ".part.etag");
  }

  Path data() {
    return data;
  }

  boolean exists() {
    return Files.exists(data);
  }

  long size() throws IOException {
    return exists() ? Files.size(data) : 0;
  }

  Optional<String> tag() throws IOException {
    return Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
  }

  /** Weak tags do not promise the same bytes, and may not stand in an If-Range. */
  void keepTag(String etag) throws IOException {
    if (etag.startsWith("\"")) {
      Files.writeString(tag, etag);
    } else {
      Files.deleteIfExists(tag);
    }
  }

  /** The part is all: it becomes the file. */
  void becomes(Path target) throws IOException {
    Files.move(data, target, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(tag);
  }

  void discard() throws IOException {
    Files.deleteIfExists(data);
    Files.deleteIfExists(tag);
  }
}
