package dev.ocellus.server.api;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Captions of an index that are good to begin with: short, allowed, from all over it. */
final class Examples {

  private static final int MOST = 6;
  private static final int SEEN = 2_000;
  private static final int FEWEST_WORDS = 3;
  private static final int MOST_WORDS = 10;

  private Examples() {}

  /** The same ones for the same commit. */
  static List<String> of(PhotoSearcher photos, @Nullable ContentPolicy policy) throws IOException {
    IndexSearcher searcher = photos.searcher();
    BooleanQuery unmarked =
        new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(
                new TermQuery(new Term(PhotoSchema.POLICY_ACTION, Action.BLOCK.key())),
                Occur.MUST_NOT)
            .build();
    ScoreDoc[] some = searcher.search(unmarked, SEEN).scoreDocs;
    List<String> examples = new ArrayList<>();
    // A photo out of every part, so that a folder of near-duplicates gives no two alike.
    SplittableRandom random = new SplittableRandom(some.length);
    for (int tried = 0; tried < 20 * MOST && examples.size() < MOST && some.length > 0; tried++) {
      Document photo =
          searcher
              .storedFields()
              .document(some[random.nextInt(some.length)].doc, Set.of(PhotoSchema.CAPTION));
      String caption = photo.get(PhotoSchema.CAPTION);
      String query = caption == null ? "" : query(caption);
      if (isGood(query, policy) && !examples.contains(query)) {
        examples.add(query);
      }
    }
    return examples;
  }

  /** A caption as a query: without its full stop and without what would be syntax. */
  private static String query(String caption) {
    return caption.strip().replaceAll("[.!?]+$", "");
  }

  private static boolean isGood(String query, @Nullable ContentPolicy policy) {
    int words = query.isEmpty() ? 0 : query.split("\\s+").length;
    return words >= FEWEST_WORDS
        && words <= MOST_WORDS
        && query.matches("[\\p{L}\\p{N}\\p{M}' ,.-]+")
        && (policy == null || policy.decide(query).action() == Action.ALLOW);
  }
}
