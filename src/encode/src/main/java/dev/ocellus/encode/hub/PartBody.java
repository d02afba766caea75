package dev.ocellus.encode.hub;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answer to a request for a file or its rest: the body of a success goes to the part on
 * disk, any other is dropped. The answer's value is a reason why it cannot be the file announced.
 */
final class PartBody implements BodyHandler<Optional<String>>, AutoCloseable {

  private final HubFile file;
  private final PartFile part;
  private final long have;
  private final LongConsumer onPosition;
  private volatile @Nullable FileSink sink;
  private volatile boolean misplaced;

  /**
   * Prepares for an answer.
   *
   * @param have bytes that are here, after which the answer should begin
   */
  PartBody(HubFile file, PartFile part, long have, LongConsumer onPosition) {
    this.file = file;
    this.part = part;
    this.have = have;
    this.onPosition = onPosition;
  }

  /** Whether the answer was another part of the file than the one asked for. */
  boolean misplaced() {
    return misplaced;
  }

  @Override
  public BodySubscriber<Optional<String>> apply(ResponseInfo info) {
    boolean rest = info.statusCode() == 206;
    if (info.statusCode() != 200 && !rest) {
      return BodySubscribers.replacing(Optional.empty());
    }
    // A server that knows no ranges, or whose file is another now, answers 200 with all of it.
    long from = rest ? have : 0;
    String range = info.headers().firstValue("Content-Range").orElse("");
    misplaced = rest && !range.startsWith("bytes " + from + "-");
    if (misplaced) {
      return BodySubscribers.replacing(Optional.empty());
    }
    long length = info.headers().firstValueAsLong("Content-Length").orElse(-1);
    if (length >= 0 && from + length != file.size()) {
      return BodySubscribers.replacing(
          Optional.of(
              "%s has %,d bytes there, not the %,d of the hub's listing; nothing was kept"
                  .formatted(file.path(), from + length, file.size())));
    }
    FileSink opened = new FileSink(part.data(), from, file.size(), onPosition);
    try {
      part.keepTag(info.headers().firstValue("ETag").orElse(""));
    } catch (IOException e) {
      opened.onError(e);
    }
    sink = opened;
    return opened;
  }

  /** Ends the writing, if an answer is still coming. */
  @Override
  public void close() {
    FileSink opened = sink;
    if (opened != null) {
      opened.close();
    }
  }
}
