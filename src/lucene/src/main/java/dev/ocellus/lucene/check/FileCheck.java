package dev.ocellus.lucene.check;

import dev.ocellus.encode.FileDigest;
import dev.ocellus.lucene.index.IndexedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The photos' files. */
final class FileCheck {

  private final Path folder;
  private final boolean deep;
  private final Findings findings;
  private final boolean isThere;

  /**
   * @param deep whether to compare hashes
   */
  FileCheck(Path folder, boolean deep, Findings findings) {
    this.folder = folder;
    this.deep = deep;
    this.findings = findings;
    this.isThere = Files.isDirectory(folder);
    if (!isThere) {
      findings.problem(
          CheckPart.FILES,
          "the photo folder "
              + folder
              + " is not there; its files were not checked. If it has moved: ocellus index --photos");
    }
  }

  /** Looks at a photo's file; returns false if there shall be no further. */
  boolean check(@Nullable IndexedPhoto photo) {
    if (isThere && photo != null) {
      Path file = folder.resolve(photo.id());
      if (!Files.isRegularFile(file)) {
        problem(photo, "its file is gone");
      } else {
        findings.files++;
        if (deep) {
          compare(photo, file);
        }
      }
    }
    return findings.photoDone();
  }

  private void compare(IndexedPhoto photo, Path file) {
    try {
      String sha256 = FileDigest.of(file).sha256();
      findings.hashed++;
      if (!sha256.equals(photo.sha256())) {
        problem(photo, "its file has changed since it was indexed");
      }
    } catch (IOException e) {
      problem(photo, "its file cannot be read (" + e + ")");
    }
  }

  private void problem(IndexedPhoto photo, String reason) {
    findings.problem(
        CheckPart.FILES,
        photo.id() + ": " + reason + "; bring the index up to date: ocellus index");
  }
}
