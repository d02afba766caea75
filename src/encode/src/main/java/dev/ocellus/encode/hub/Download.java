package dev.ocellus.encode.hub;

import dev.ocellus.encode.FileDigest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * One file's way to the disk: into {@code FILE.part}, on from where an earlier run was cut, and
 * once it is complete and its hash is right, to its own name.
 */
final class Download {

  private final HubClient client;
  private final HubAnswer answer;
  private final HubFile file;
  private final URI address;
  private final Path target;
  private final PartFile part;
  private final LongConsumer onPosition;
  private final AtomicLong furthest = new AtomicLong();
  private final AtomicLong lastByte = new AtomicLong(System.nanoTime());

  /**
   * Prepares a download.
   *
   * @param address where the file is
   * @param target where it goes
   * @param onPosition told how much of the file is here
   */
  Download(
      HubClient client,
      HubAnswer answer,
      HubFile file,
      URI address,
      Path target,
      LongConsumer onPosition) {
    this.client = client;
    this.answer = answer;
    this.file = file;
    this.address = address;
    this.target = target;
    this.part = new PartFile(target);
    this.onPosition = onPosition;
  }

  /**
   * Brings the file here.
   *
   * @return what it is, as the listing announced it
   * @throws IntegrityException if the hub sends something else than its listing announced
   */
  FileDigest run(Patience patience, PullListener listener) throws IOException {
    Files.createDirectories(target.resolveSibling(""));
    if (Files.exists(target)) {
      FileDigest digest = FileDigest.of(target);
      if (isAnnounced(digest)) {
        onPosition.accept(file.size());
        return digest;
      }
      Files.delete(target);
    }
    boolean resumed = part.exists();
    String what = client.endpoint().base().getHost() + ", " + file.path();
    while (true) {
      patience.retry(what, listener, furthest::get, this::fetch);
      FileDigest digest = FileDigest.of(part.data());
      if (isAnnounced(digest)) {
        part.becomes(target);
        return digest;
      }
      beginAnew();
      if (!resumed) {
        throw new IntegrityException(
            "%s from %s is not what the hub's listing announced (%s); nothing was kept"
                .formatted(file.path(), client.endpoint(), difference(digest)));
      }
      // The first bytes were an earlier run's: they may be what is wrong.
      listener.note(what + ": the resumed file is not the one announced; beginning anew");
      resumed = false;
    }
  }

  private boolean isAnnounced(FileDigest digest) {
    String sha256 = file.sha256();
    return digest.size() == file.size()
        && (sha256 != null
            ? sha256.equals(digest.sha256())
            : file.gitBlob().equals(digest.gitBlob()));
  }

  private String difference(FileDigest digest) {
    String sha256 = file.sha256();
    return sha256 != null
        ? "sha256 " + digest.sha256() + ", not " + sha256
        : "git blob " + digest.gitBlob() + ", not " + file.gitBlob();
  }

  /** One request for what is missing; returns when the part has the file's size. */
  private long fetch() throws IOException {
    if (part.size() > file.size()) {
      beginAnew();
    }
    long have = part.size();
    if (have == file.size() && part.exists()) {
      return have;
    }
    lastByte.set(System.nanoTime());
    HttpResponse<Optional<String>> response;
    try (PartBody body = new PartBody(file, part, have, this::advanced)) {
      response = client.send("GET", address, headers(have), "", body, lastByte::get);
      if (response.statusCode() == 416 || body.misplaced()) {
        beginAnew();
        throw new TransientException("cannot go on from byte " + have, null);
      }
    }
    answer.check(response, file.path());
    if (response.body().isPresent()) {
      throw new IntegrityException(response.body().get());
    }
    if (part.size() < file.size()) {
      throw new TransientException(
          "cut after %,d of %,d bytes".formatted(part.size(), file.size()), null);
    }
    return part.size();
  }

  private Map<String, String> headers(long have) throws IOException {
    Map<String, String> headers = new HashMap<>();
    // Proxies that compress would change what is counted and hashed.
    headers.put("Accept-Encoding", "identity");
    if (have > 0) {
      headers.put("Range", "bytes=" + have + "-");
      part.tag().ifPresent(tag -> headers.put("If-Range", tag));
    }
    return headers;
  }

  private void beginAnew() throws IOException {
    part.discard();
    onPosition.accept(0);
  }

  private void advanced(long position) {
    lastByte.set(System.nanoTime());
    furthest.accumulateAndGet(position, Math::max);
    onPosition.accept(position);
  }
}
