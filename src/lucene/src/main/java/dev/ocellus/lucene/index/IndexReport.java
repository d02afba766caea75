package dev.ocellus.lucene.index;

import java.time.Duration;

/**
 * What an indexing run did.
 *
 * @param photos photos in the index afterwards
 * @param added new photos
 * @param changed photos whose content or captions had changed
 * @param renamed photos found under another path, their vectors kept
 * @param removed photos whose files had vanished
 * @param unchanged photos passed over because nothing had changed
 * @param unreadable photo files that could not be read
 * @param captionProblems caption rows that were malformed or named no photo
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
    boolean cancelled,
    Duration took) {}
