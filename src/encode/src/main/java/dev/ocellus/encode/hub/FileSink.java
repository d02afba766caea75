package dev.ocellus.encode.hub;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes an answer's body into a file, from some position on and never beyond its end. */
final class FileSink implements BodySubscriber<Optional<String>> {

  private final Path file;
  private final long from;
  private final long end;
  private final LongConsumer onPosition;
  private final CompletableFuture<Optional<String>> done = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private @Nullable FileChannel channel;
  private long position;

  /**
   * Prepares to write.
   *
   * @param from where the body's first byte belongs; what the file has beyond is cut off
   * @param end the file's size when it is complete
   * @param onPosition told after each write how much of the file is there
   */
  FileSink(Path file, long from, long end, LongConsumer onPosition) {
    this.file = file;
    this.from = from;
    this.end = end;
    this.onPosition = onPosition;
    this.position = from;
  }

  @Override
  public CompletionStage<Optional<String>> getBody() {
    return done;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(from).position(from);
      onPosition.accept(from);
      given.request(1);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    FileChannel open = channel;
    if (open == null || subscription == null) {
      return; // cancelled meanwhile
    }
    try {
      for (ByteBuffer buffer : buffers) {
        if (buffer.remaining() > end - position) {
          throw new IntegrityException(
              "%s: the hub sends more than the %,d bytes of its listing"
                  .formatted(file.getFileName(), end));
        }
        while (buffer.hasRemaining()) {
          position += open.write(buffer);
        }
      }
      onPosition.accept(position);
      subscription.request(1);
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    close();
    done.completeExceptionally(failure);
  }

  @Override
  public synchronized void onComplete() {
    close();
    done.complete(Optional.empty());
  }

  /** Ends the writing; what was written stays. */
  synchronized void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        done.completeExceptionally(onDisk(e));
      }
    }
  }

  private void fail(IOException e) {
    if (subscription != null) {
      subscription.cancel();
    }
    close();
    done.completeExceptionally(e instanceof IntegrityException ? e : onDisk(e));
  }

  /** A full disk is a bare IOException, which would look like the network's. */
  private IOException onDisk(IOException e) {
    if (e instanceof FileSystemException) {
      return e;
    }
    FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
    named.initCause(e);
    return named;
  }
}
