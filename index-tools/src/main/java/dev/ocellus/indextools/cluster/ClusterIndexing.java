package dev.ocellus.indextools.cluster;

import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.TargetIndexer;
import java.io.IOException;

/**
 * Indexes a folder into a cluster.
 *
 * @param report what the run did; photos that were refused count as if they had been taken, but for
 *     the number of photos in the index
 * @param rejected how many photos the index did not take; each was named
 */
public record ClusterIndexing(IndexReport report, long rejected) {

  /**
   * Runs it.
   *
   * @throws dev.ocellus.lucene.IndexException if the cluster or its index cannot take these photos
   * @throws ClusterException if the cluster cannot be reached
   * @throws StoppedException if it was stopped while the cluster could not be reached
   */
  public static ClusterIndexing run(IndexOptions options, ClusterOptions to, IndexProgress progress)
      throws IOException {
    try (ClusterClient client = to.client(progress)) {
      ClusterTarget target = ClusterTarget.of(client);
      IndexReport report = new TargetIndexer(options, target).run(progress);
      return new ClusterIndexing(report, target.rejected());
    }
  }
}
