package dev.ocellus.lucene.explain;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.query.FeatureExtractor;
import dev.ocellus.lucene.query.LeafFeatures;
import dev.ocellus.lucene.query.PartScore;
import dev.ocellus.lucene.query.PhotoLayout;
import dev.ocellus.lucene.query.TextPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * Puts a text's numbers and sentences side by side.
 *
 * @param layout where the index holds what is read of photos
 * @param idf of each of the text's words
 */
record TextExplainer(
    TextPart part, PhotoLayout layout, FeatureExtractor extractor, List<Float> idf) {

  static TextExplainer of(IndexSearcher searcher, TextPart part, PhotoLayout layout)
      throws IOException {
    FeatureExtractor extractor = new FeatureExtractor(searcher, part, layout);
    List<Float> idf = new ArrayList<>();
    for (int word = 0; word < part.words().size(); word++) {
      idf.add(extractor.idf(word));
    }
    return new TextExplainer(part, layout, extractor, idf);
  }

  TextExplanation explain(LeafReaderContext leaf, int document, PartScore score)
      throws IOException {
    FeatureSentences sentences = sentences(leaf, document, score);
    Contribution contribution = score.contribution();
    List<FeatureExplanation> features = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      features.add(
          new FeatureExplanation(
              feature,
              score.features().get(feature),
              contribution == null ? null : contribution.features().getOrDefault(feature, 0.0),
              sentences.of(feature)));
    }
    return contribution == null
        ? new TextExplanation(score.textProbability(), null, null, features)
        : new TextExplanation(
            score.textProbability(), contribution.regime(), contribution.intercept(), features);
  }

  private FeatureSentences sentences(LeafReaderContext leaf, int document, PartScore score)
      throws IOException {
    LeafFeatures photo = extractor.leaf(leaf);
    photo.extract(document);
    int captions = score.features().getOrDefault(Feature.CAPTION_COUNT, 0f).intValue();
    return new FeatureSentences(
        part,
        idf,
        score.features(),
        CaptionFacts.read(leaf, document, captions, part.words(), layout),
        photo.bestCaption());
  }
}
