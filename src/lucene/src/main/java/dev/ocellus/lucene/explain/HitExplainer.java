package dev.ocellus.lucene.explain;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.query.FeatureExtractor;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LeafFeatures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/**
 * Explains the scores that a hybrid query gives photos: the numbers that Lucene's {@link
 * IndexSearcher#explain} has, and what they mean. Used by one thread.
 */
public final class HitExplainer {

  private final IndexSearcher searcher;
  private final HybridQuery query;
  private final FeatureExtractor extractor;
  private final List<Float> idf = new ArrayList<>();

  public HitExplainer(IndexSearcher searcher, HybridQuery query) throws IOException {
    this.searcher = searcher;
    this.query = query;
    this.extractor = new FeatureExtractor(searcher, query);
    for (int word = 0; word < query.words().size(); word++) {
      idf.add(extractor.idf(word));
    }
  }

  /**
   * Explains a photo's score, whether the query found the photo or not.
   *
   * @param document its number in the searcher's reader
   */
  public HitExplanation explain(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    LeafFeatures photo = extractor.leaf(leaf);
    float[] values = photo.extract(document - leaf.docBase);
    Map<Feature, Float> features = known(values);
    CaptionFacts captions =
        CaptionFacts.read(
            leaf.reader(),
            document - leaf.docBase,
            features.getOrDefault(Feature.CAPTION_COUNT, 0f).intValue(),
            query.words());
    double score = query.model().score(values);
    TextExplanation text =
        TextExplainer.explain(
            score,
            query.model().contribution(values),
            new FeatureSentences(
                query.words(), idf, query.text(), features, captions, photo.bestCaption()));
    return new HitExplanation(score, List.of(new PartExplanation(true, score, text)));
  }

  private static Map<Feature, Float> known(float[] values) {
    Map<Feature, Float> known = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (!Float.isNaN(values[feature.ordinal()])) {
        known.put(feature, values[feature.ordinal()]);
      }
    }
    return known;
  }
}
