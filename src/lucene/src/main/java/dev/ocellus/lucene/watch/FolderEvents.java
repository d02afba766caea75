package dev.ocellus.lucene.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import dev.ocellus.lucene.index.FileStamps;
import dev.ocellus.lucene.index.PhotoFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the operating system that photos, folders of photos or the caption table changed. What
 * it hears of is forgotten in the stamps, so that the next run reads it again.
 */
final class FolderEvents implements Closeable {

  private final Path root;
  private final Path index;
  private final @Nullable Path captions;
  private final FileStamps stamps;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  /**
   * @param root the folder of photos, watched with its subfolders after {@link #register}
   * @param index not watched, even if it lies among the photos: every update changes it
   * @param captions the caption table, or null if there is none
   */
  FolderEvents(Path root, Path index, @Nullable Path captions, FileStamps stamps)
      throws IOException {
    this.root = root;
    this.index = index.toAbsolutePath().normalize();
    this.captions = captions == null ? null : captions.toAbsolutePath().normalize();
    this.stamps = stamps;
    this.service = root.getFileSystem().newWatchService();
  }

  /**
   * Begins to watch what is not watched yet: at first all folders, later those that are new.
   *
   * @throws IOException if the system watches no more folders
   */
  void register() throws IOException {
    Path table = captions == null ? null : captions.getParent();
    if (table != null && Files.isDirectory(table)) {
      register(table);
    }
    if (Files.isDirectory(root)) {
      Path target = PhotoFolder.target(root);
      Files.walkFileTree(target, new Registration(target));
    }
  }

  private void register(Path folder) throws IOException {
    // A folder that is watched already keeps its key.
    try {
      folders.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
    } catch (NoSuchFileException gone) {
      // Its parent tells.
    } catch (IOException e) {
      throw new IOException(
          "cannot watch %s: %s (on Linux fs.inotify.max_user_watches says how many folders can be)"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private final class Registration extends SimpleFileVisitor<Path> {

    private final Path target;

    private Registration(Path target) {
      this.target = target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes)
        throws IOException {
      Path folder = root.resolve(target.relativize(found));
      boolean passedOver = !folder.equals(root) && PhotoFolder.isHidden(folder);
      if (passedOver || folder.toAbsolutePath().normalize().equals(index)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      register(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // The run that follows names it.
    }
  }

  /**
   * Waits for something to happen.
   *
   * @return whether something did that an index has to follow
   */
  boolean await(Duration atMost) throws IOException {
    try {
      WatchKey key = service.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
      boolean changed = false;
      for (; key != null; key = service.poll()) {
        changed |= take(key);
      }
      return changed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("watching was interrupted");
    }
  }

  private boolean take(WatchKey key) {
    Path folder = folders.get(key);
    boolean changed = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind().equals(OVERFLOW)) {
        // Nobody knows what changed.
        stamps.forgetAll();
        changed = true;
      } else if (folder != null && event.context() instanceof Path name) {
        changed |= take(folder.resolve(name), event.kind());
      }
    }
    if (!key.reset()) {
      folders.remove(key);
      changed = true;
    }
    return changed;
  }

  private boolean take(Path path, WatchEvent.Kind<?> kind) {
    if (path.toAbsolutePath().normalize().equals(captions)) {
      return true;
    }
    if (!path.startsWith(root)) {
      return false; // A neighbour of the caption table.
    }
    if (PhotoFolder.isPhoto(path)) {
      stamps.forget(path);
      return true;
    }
    // A folder that came may hold photos, one that went held some. It changes with its files, too:
    // they are heard of by themselves.
    boolean folderCame =
        !PhotoFolder.isHidden(path) && kind.equals(ENTRY_CREATE) && Files.isDirectory(path);
    return folderCame || (kind.equals(ENTRY_DELETE) && folders.containsValue(path));
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
