package dev.ocellus.encode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a model's files with what they were when it was installed or bundled.
 *
 * @param files every file, and what became of it
 */
public record ModelCheck(List<CheckedFile> files) {

  /** What became of a file. */
  public enum State {
    /** As it was. */
    INTACT,
    /** Another content. */
    CHANGED,
    /** Not there. */
    MISSING
  }

  /**
   * One file.
   *
   * @param name path within the model
   * @param size in bytes, as it is now; 0 if it is missing
   * @param sha256 what it should be, lower-case hexadecimal
   * @param state what became of it
   */
  public record CheckedFile(String name, long size, String sha256, State state) {}

  /** Whether every file is as it was. */
  public boolean intact() {
    return files.stream().allMatch(file -> file.state() == State.INTACT);
  }

  /** The files that are not as they were. */
  public List<CheckedFile> damaged() {
    return files.stream().filter(file -> file.state() != State.INTACT).toList();
  }

  /**
   * Reads and compares every file.
   *
   * @throws ModelException if the model has neither a lock nor SHA256SUMS
   */
  public static ModelCheck of(ModelFiles model) throws IOException {
    List<CheckedFile> checked = new ArrayList<>();
    for (ModelLock.LockedFile file : ModelLock.filesOf(model)) {
      checked.add(check(model, file));
    }
    return new ModelCheck(checked);
  }

  private static CheckedFile check(ModelFiles model, ModelLock.LockedFile file) throws IOException {
    if (!model.has(file.name())) {
      return new CheckedFile(file.name(), 0, file.sha256(), State.MISSING);
    }
    Optional<Path> path = model.path(file.name());
    FileDigest digest;
    if (path.isPresent()) {
      digest = FileDigest.of(path.get());
    } else {
      byte[] bytes = model.bytes(file.name());
      digest = FileDigest.of(new ByteArrayInputStream(bytes), bytes.length);
    }
    State state = digest.sha256().equals(file.sha256()) ? State.INTACT : State.CHANGED;
    return new CheckedFile(file.name(), digest.size(), file.sha256(), state);
  }
}
