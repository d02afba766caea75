package dev.ocellus.server.photo;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.encode.Thumbnail;
import dev.ocellus.server.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Small copies of photos, kept in memory up to a size, each made once however many ask for it. Kept
 * by the content that was indexed: another photo of the same name is another one. Safe for use by
 * several threads.
 */
public final class Thumbnails {

  private record Key(String sha256, int size) {}

  private final PhotoDecoder decoder = new PhotoDecoder();
  private final Executor pool;
  private final AsyncCache<Key, byte[]> made;

  /**
   * @param pool where they are made
   * @param bytes at most so many are kept
   */
  public Thumbnails(Executor pool, long bytes) {
    this.pool = pool;
    this.made =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, byte[] jpeg) -> jpeg.length + 200)
            .executor(Runnable::run)
            .buildAsync();
  }

  /**
   * The small copy of a photo, as a JPEG file; also of one that is gone from the disk, if it is
   * still kept.
   *
   * @return fails with a {@link Problem} if the photo cannot be decoded
   * @throws Problem if the photo is gone, or too many wait to be made
   */
  CompletableFuture<byte[]> of(IndexedFile photo, int size) {
    Key key = new Key(photo.sha256(), size);
    CompletableFuture<byte[]> kept = made.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    PhotoFile file = PhotoFile.of(photo);
    return made.get(
        key, (same, none) -> CompletableFuture.supplyAsync(() -> make(file, size), pool));
  }

  private byte[] make(PhotoFile file, int size) {
    try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      return Thumbnail.jpeg(decoder.decode(in.readAllBytes()), size);
    } catch (PhotoException e) {
      throw new Problem(
          HttpStatus.NOT_FOUND_404,
          "unreadable-photo",
          "the photo's file cannot be decoded: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
