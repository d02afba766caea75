package dev.ocellus.indextools.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.index.IndexReport;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code index}: the components of {@link IndexReport}, the time in seconds.
 *
 * @param photosPerSecond photo files looked at a second, those unchanged included
 * @param rejected how many photos a cluster refused; null for an index in a folder
 */
public record IndexAnswer(
    long photos,
    long added,
    long changed,
    long renamed,
    long removed,
    long unchanged,
    long unreadable,
    long captionProblems,
    IndexReport.@Nullable Reencoded reencoded,
    @JsonInclude(Include.NON_NULL) @Nullable PolicyMarks policy,
    boolean cancelled,
    double seconds,
    double photosPerSecond,
    @JsonInclude(Include.NON_NULL) @Nullable Long rejected) {

  public static IndexAnswer of(IndexReport report, double photosPerSecond) {
    return of(report, photosPerSecond, null);
  }

  /** Of a cluster's index, which may refuse photos. */
  public static IndexAnswer of(
      IndexReport report, double photosPerSecond, @Nullable Long rejected) {
    return new IndexAnswer(
        report.photos(),
        report.added(),
        report.changed(),
        report.renamed(),
        report.removed(),
        report.unchanged(),
        report.unreadable(),
        report.captionProblems(),
        report.reencoded(),
        report.policy(),
        report.cancelled(),
        report.took().toNanos() / 1e9,
        photosPerSecond,
        rejected);
  }
}
