package dev.ocellus.lucene.query;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.query.FeatureExtractor.Word;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * The features of one segment's photos. Reads forward only: documents are asked for in ascending
 * order. Used by one thread.
 */
public final class LeafFeatures {

  private final EncodedText query;
  private final PartEvidence evidence;
  private final List<Word> words;
  private final float idfSum;

  private final @Nullable BitSet photos;
  private final List<LeafWord> inLeaf = new ArrayList<>();
  private final LeafCosines images;
  private final LeafCosines captions;
  private final @Nullable NumericDocValues hubness;
  private final CaptionTexts captionTexts;
  private final float[] features = new float[Feature.values().length];
  private int bestCaption = -1;

  /**
   * @param asked all photos that will be asked for, ascending document numbers of the whole reader;
   *     null where that is not known
   */
  LeafFeatures(
      LeafReaderContext leaf,
      TextPart part,
      List<Word> words,
      float idfSum,
      PhotoLayout layout,
      int @Nullable [] asked)
      throws IOException {
    this.query = part.text();
    this.evidence = part.evidence();
    this.words = words;
    this.idfSum = idfSum;
    this.photos = layout.parents().getBitSet(leaf);
    for (Word word : words) {
      inLeaf.add(LeafWord.of(leaf, word));
    }
    this.images =
        LeafCosines.of(
            leaf,
            layout.imageVector(),
            query.imageVector(),
            asked == null ? null : CandidateIterator.of(asked, leaf));
    this.captions =
        LeafCosines.of(
            leaf,
            layout.captionVector(),
            query.captionVector(),
            asked == null ? null : new CaptionIterator(CandidateIterator.of(asked, leaf), photos));
    this.hubness = LeafNumbers.of(leaf.reader(), layout.imageHubness());
    this.captionTexts = CaptionTexts.of(leaf, query, layout);
  }

  /**
   * The features of a photo.
   *
   * @param doc the photo's document number in this segment, not below that of the call before
   * @return one value a {@link Feature}; overwritten by the next call
   */
  public float[] extract(int doc) throws IOException {
    Arrays.fill(features, Float.NaN);
    set(Feature.QUERY_LENGTH, words.size());
    if (evidence.seesPicture()) {
      image(doc);
    }
    bestCaption = -1;
    if (!evidence.readsCaptions()) {
      set(Feature.CAPTION_COUNT, 0);
    } else if (captions(doc)) {
      words(doc);
    }
    return features;
  }

  /**
   * The caption nearest to the query, of the photo last asked for; -1 if it has no captions or they
   * are not read.
   */
  public int bestCaption() {
    return bestCaption;
  }

  private void image(int doc) throws IOException {
    float cosine = images.of(doc);
    if (!Float.isNaN(cosine)) {
      set(Feature.IMAGE_COSINE, cosine);
      if (hubness != null && hubness.advanceExact(doc)) {
        set(Feature.IMAGE_HUBNESS, NumericUtils.sortableIntToFloat((int) hubness.longValue()));
      }
    }
  }

  /** Whether the photo has captions. */
  private boolean captions(int doc) throws IOException {
    int first = CaptionIterator.first(doc, photos);
    int count = 0;
    float best = Float.NEGATIVE_INFINITY;
    float sum = 0;
    for (int child = first; child < doc; child++) {
      float cosine = captions.of(child);
      if (Float.isNaN(cosine)) {
        continue;
      }
      sum += cosine;
      if (cosine > best) {
        best = cosine;
        bestCaption = count;
      }
      count++;
    }
    set(Feature.CAPTION_COUNT, count);
    if (bestCaption >= 0) {
      set(Feature.CAPTION_COSINE_MAX, best);
      if (count > 1) {
        set(Feature.CAPTION_COSINE_MEAN, sum / count);
      }
      captionTexts.extract(first, doc, count, features);
    }
    return count > 0;
  }

  private void words(int doc) throws IOException {
    if (words.isEmpty()) {
      return;
    }
    double bm25 = 0;
    float covered = 0;
    float rarestMissing = 0;
    for (LeafWord word : inLeaf) {
      float present = word.covered(doc);
      if (present > 0) {
        bm25 += word.bm25();
        covered += present;
      }
      rarestMissing = Math.max(rarestMissing, word.idf() - present);
    }
    set(Feature.BM25, (float) (bm25 / idfSum));
    set(Feature.IDF_COVERAGE, covered / idfSum);
    set(Feature.MISSING_IDF, rarestMissing);
  }

  private void set(Feature feature, float value) {
    features[feature.ordinal()] = value;
  }
}
