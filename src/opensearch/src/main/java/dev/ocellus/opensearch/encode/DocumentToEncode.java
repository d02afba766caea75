package dev.ocellus.opensearch.encode;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be encoded of a document that is indexed.
 *
 * @param photo null for none
 * @param captions in the document's order
 */
public record DocumentToEncode(@Nullable PhotoFile photo, List<String> captions) {

  public DocumentToEncode {
    captions = List.copyOf(captions);
  }

  /** Where a photo file's bytes come from; asked once, on a thread that may wait for a disk. */
  @FunctionalInterface
  public interface PhotoFile {

    /**
     * The whole file.
     *
     * @param maxBytes the largest file that is wanted
     * @throws IllegalArgumentException if there is none, or a larger one
     * @throws IOException if it cannot be read
     */
    byte[] read(long maxBytes) throws IOException;
  }
}
