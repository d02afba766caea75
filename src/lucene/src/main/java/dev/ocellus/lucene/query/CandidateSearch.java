package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.join.DiversifyingChildrenFloatKnnVectorQuery;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.SparseFixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs the sources of a hybrid query's parts, all under its filter, and joins what they find.
 *
 * <p>Lucene chooses for each segment how to search vectors under a filter: it reads all vectors
 * that pass where they are no more than the window, or than a walk through the graph would visit;
 * else it walks the graph, past what the filter refuses (ACORN, Patel et al., SIGMOD 2024) where it
 * refuses much; and if the walk comes to more than those that pass, it reads these.
 */
final class CandidateSearch {

  private final IndexSearcher searcher;
  private final HybridQuery query;
  private final PhotoLayout layout;
  private final @Nullable Query photoFilter;

  CandidateSearch(IndexSearcher searcher, HybridQuery query) {
    this.searcher = searcher;
    this.query = query;
    this.layout = query.layout();
    this.photoFilter = photoFilter(query.filter());
  }

  /** The filter without captions, which a join from photo to captions would refuse. */
  private @Nullable Query photoFilter(@Nullable Query filter) {
    return filter == null
        ? null
        : new BooleanQuery.Builder()
            .add(layout.photos(), Occur.FILTER)
            .add(filter, Occur.FILTER)
            .build();
  }

  /** Those of the sources by which a part finds photos. */
  static Set<CandidateSource> sources(QueryPart part, Set<CandidateSource> allowed) {
    Set<CandidateSource> sources =
        switch (part) {
          case TextPart text -> EnumSet.copyOf(text.evidence().sources());
          case LikePart like -> EnumSet.of(CandidateSource.IMAGE);
          case MixedPart mixed -> {
            Set<CandidateSource> both = EnumSet.copyOf(mixed.text().evidence().sources());
            both.add(CandidateSource.IMAGE);
            yield both;
          }
        };
    sources.retainAll(allowed);
    return sources;
  }

  /** Document numbers of the candidates, ascending. */
  int[] run() throws IOException {
    int documents = searcher.getIndexReader().maxDoc();
    if (documents == 0) {
      return new int[0];
    }
    SparseFixedBitSet candidates = new SparseFixedBitSet(documents);
    // Those excluded may be found; as many more are asked for.
    int window = query.window() + query.excluded().size();
    for (QueryPart part : query.wanted()) {
      for (Query search : searches(part, window)) {
        // Nothing is counted beyond the window, so that Lucene may skip what cannot reach it.
        TopDocs found = searcher.search(search, new TopScoreDocCollectorManager(window, window));
        for (ScoreDoc hit : found.scoreDocs) {
          candidates.set(hit.doc);
        }
      }
    }
    IndexedPictures pictures = new IndexedPictures(searcher, layout);
    for (String id : query.excluded()) {
      int document = pictures.document(id);
      if (document >= 0) {
        candidates.clear(document);
      }
    }
    int[] ascending = new int[candidates.cardinality()];
    int next = -1;
    for (int i = 0; i < ascending.length; i++) {
      next = candidates.nextSetBit(next + 1);
      ascending[i] = next;
    }
    return ascending;
  }

  private List<Query> searches(QueryPart part, int window) {
    return switch (part) {
      case TextPart text -> searches(text, window);
      case LikePart like -> like(like, window);
      case MixedPart mixed -> {
        List<Query> both = new ArrayList<>(searches(mixed.text(), window));
        both.addAll(like(mixed.like(), window));
        yield both;
      }
    };
  }

  private List<Query> searches(TextPart part, int window) {
    List<Query> searches = new ArrayList<>();
    for (CandidateSource source : sources(part, query.sources())) {
      searches.add(
          switch (source) {
            case WORDS -> words(part.words());
            case IMAGE -> images(part.text().imageVector(), window);
            case CAPTIONS -> captions(part.text().captionVector(), window);
          });
    }
    return searches;
  }

  private List<Query> like(LikePart part, int window) {
    return sources(part, query.sources()).isEmpty()
        ? List.of()
        : List.of(images(part.vector(), window));
  }

  private Query words(List<LemmaGroup> words) {
    Query any = anyOf(layout.caption(), words);
    Query filter = query.filter();
    return filter == null
        ? any
        : new BooleanQuery.Builder().add(any, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  /** BM25 of a text's words. */
  static Query anyOf(String field, List<LemmaGroup> words) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("the text has no lemmas");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (LemmaGroup word : words) {
      Query lemmas = word.query(field);
      any.add(word.weight() == 1 ? lemmas : new BoostQuery(lemmas, word.weight()), Occur.SHOULD);
    }
    return any.build();
  }

  private Query images(float[] vector, int window) {
    return new KnnFloatVectorQuery(layout.imageVector(), vector, window, photoFilter);
  }

  private Query captions(float[] vector, int window) {
    Query captionFilter =
        photoFilter == null ? null : new ToChildBlockJoinQuery(photoFilter, layout.parents());
    return new ToParentBlockJoinQuery(
        new DiversifyingChildrenFloatKnnVectorQuery(
            layout.captionVector(), vector, captionFilter, window, layout.parents()),
        layout.parents(),
        ScoreMode.Max);
  }
}
