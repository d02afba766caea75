package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PolicyMarks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an indexing run did. Counts of photos compare with the index as it was before.
 *
 * @param photos photos in the index afterwards
 * @param added new photos
 * @param changed photos whose content, captions or fields had changed
 * @param renamed photos found under another path, their vectors kept
 * @param removed photos whose files had vanished
 * @param unchanged photos passed over because nothing had changed
 * @param unreadable photo files that could not be read
 * @param captionProblems rows of the captions table that were malformed or named no photo, columns
 *     that cannot be fields, and values that are not of their field's kind
 * @param reencoded the change from one encoder to another, or null if there was none
 * @param policy how many photos of the index are marked, or null if it has no content policy
 * @param cancelled whether the run was stopped before its end
 * @param took the run's time
 */
public record IndexReport(
    long photos,
    long added,
    long changed,
    long renamed,
    long removed,
    long unchanged,
    long unreadable,
    long captionProblems,
    @Nullable Reencoded reencoded,
    @Nullable PolicyMarks policy,
    boolean cancelled,
    Duration took) {

  /**
   * A change of the index's encoder: finished, or, if the run was cancelled, to be gone on with.
   *
   * @param from id of the encoder that the index had
   * @param to id of the encoder that was asked for
   * @param photos photos encoded in this run; those of an earlier, stopped run are not counted
   */
  public record Reencoded(String from, String to, long photos) {}
}
