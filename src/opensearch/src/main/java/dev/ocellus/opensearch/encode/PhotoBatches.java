package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PictureEncoder;
import dev.ocellus.lucene.index.PictureEncoder.Prepared;
import dev.ocellus.opensearch.encode.EncodedDocument.EncodedPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.opensearch.core.common.breaker.CircuitBreaker;

/** Decodes photos one by one and encodes them together, within the limits of memory. */
final class PhotoBatches {

  private final PhotoLimits limits;
  private final CircuitBreaker breaker;
  private final EncodingCounts counts;
  private final IntSupplier batch;

  PhotoBatches(
      PhotoLimits limits, CircuitBreaker breaker, EncodingCounts counts, IntSupplier batch) {
    this.limits = limits;
    this.breaker = breaker;
    this.counts = counts;
    this.batch = batch;
  }

  PhotoLimits limits() {
    return limits;
  }

  /** A photo that was decoded. */
  record Decoded(String sha256, Prepared prepared) {}

  /**
   * Decodes a photo.
   *
   * @throws PhotoException if it cannot be decoded, or is above the limits
   */
  Decoded decode(Encoder encoder, byte[] file) {
    PhotoLimits.check(file.length, limits.maxBytes());
    PhotoDecoder decoder = limits.decoder();
    long memory = decoder.memory(file);
    PhotoLimits.check(memory, breaker);
    try (MemoryLease lease = new MemoryLease(breaker, counts)) {
      lease.add(memory + file.length);
      return new Decoded(
          PictureEncoder.sha256(file), new PictureEncoder(encoder, decoder).prepare(file));
    }
  }

  /** Encodes decoded photos: one a photo, in the order given. */
  List<EncodedPhoto> encode(Encoder encoder, List<Decoded> photos) {
    PictureEncoder pictures = new PictureEncoder(encoder);
    List<EncodedPhoto> encoded = new ArrayList<>();
    int size = batch.getAsInt();
    for (int from = 0; from < photos.size(); from += size) {
      List<Decoded> part = photos.subList(from, Math.min(photos.size(), from + size));
      List<IndexedPhoto.Picture> made =
          pictures.encode(part.stream().map(Decoded::prepared).toList());
      counts.batches.increment();
      counts.photos.add(part.size());
      for (int i = 0; i < made.size(); i++) {
        encoded.add(new EncodedPhoto(part.get(i).sha256(), made.get(i)));
      }
    }
    return encoded;
  }

  /** The vector of a picture to search by. */
  float[] vector(Encoder encoder, byte[] file) {
    float[] pixels = decode(encoder, file).prepared().pixels();
    counts.batches.increment();
    counts.photos.increment();
    return encoder.encodePhotos(List.of(pixels)).getFirst();
  }
}
