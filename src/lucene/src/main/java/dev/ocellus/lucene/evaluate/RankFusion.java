package dev.ocellus.lucene.evaluate;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;

/**
 * A way to join several rankings into one that needs no training: what a learned score must beat.
 */
interface RankFusion {

  /** The name on the command line and in JSON. */
  String name();

  /**
   * @param rankings best first, each with scores of its own scale; any may be empty
   * @return all photos of the rankings, best first, each once
   */
  List<ScoreDoc> fuse(List<ScoreDoc[]> rankings) throws IOException;
}
