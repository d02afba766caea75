package dev.ocellus.lucene.group;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ScoreDoc;

/** A way to show several hits as one. */
public interface HitGrouping {

  /**
   * Joins hits. Each is in one group; groups stand in the order of their best hits, so that the
   * ranking stays as it was but for what is folded away. No score changes.
   *
   * @param reader the one that found the hits
   * @param hits best first
   */
  List<HitGroup> group(IndexReader reader, List<ScoreDoc> hits) throws IOException;
}
