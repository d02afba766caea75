package dev.ocellus.lucene.search;

import dev.ocellus.lucene.page.PhotoPage;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * What was found for a request.
 *
 * @param page the page that was asked for
 * @param firstRank of the page's first hit, 1 for the best of all
 * @param alike by document, the hits that one of the page's stands for
 */
record Result(PhotoPage page, int firstRank, Map<Integer, List<ScoreDoc>> alike) {

  /** The hits that a hit stands for, best first. */
  List<ScoreDoc> alike(ScoreDoc hit) {
    return alike.getOrDefault(hit.doc, List.of());
  }
}
