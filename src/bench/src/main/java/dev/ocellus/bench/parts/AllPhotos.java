package dev.ocellus.bench.parts;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.query.FeatureExtractor;
import dev.ocellus.lucene.query.IndexedPictures;
import dev.ocellus.lucene.query.LeafFeatures;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.PartEvidence;
import dev.ocellus.lucene.query.TextPart;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.VectorUtil;

/** Every photo of an index, scored for a text whether it is a candidate or not. */
final class AllPhotos {

  private final PhotoSearcher photos;
  private final List<Integer> documents = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();

  AllPhotos(PhotoSearcher photos) throws IOException {
    this.photos = photos;
    IndexSearcher searcher = photos.searcher();
    IndexedPictures pictures = new IndexedPictures(searcher);
    int most = searcher.getIndexReader().maxDoc();
    for (ScoreDoc hit : searcher.search(PhotoSchema.PHOTOS, most, Sort.INDEXORDER).scoreDocs) {
      String id = searcher.storedFields().document(hit.doc).get(PhotoSchema.ID);
      float[] vector = pictures.vector(id);
      if (vector != null) {
        documents.add(hit.doc);
        ids.add(id);
        vectors.add(vector);
      }
    }
  }

  int size() {
    return ids.size();
  }

  String id(int photo) {
    return ids.get(photo);
  }

  float[] vector(int photo) {
    return vectors.get(photo);
  }

  /** A text's features with every photo. */
  List<float[]> features(String text, EncodedText encoded, PartEvidence evidence)
      throws IOException {
    List<LemmaGroup> words = LemmaGroup.of(photos.analyzer(), PhotoSchema.CAPTION, text, 256);
    FeatureExtractor extractor =
        new FeatureExtractor(photos.searcher(), new TextPart(words, encoded, evidence));
    List<float[]> features = new ArrayList<>();
    int next = 0;
    for (LeafReaderContext leaf : photos.searcher().getIndexReader().leaves()) {
      LeafFeatures inLeaf = extractor.leaf(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      while (next < documents.size() && documents.get(next) < end) {
        features.add(inLeaf.extract(documents.get(next++) - leaf.docBase).clone());
      }
    }
    return features;
  }

  static double[] scores(FusionModel model, List<float[]> features) {
    return features.stream().mapToDouble(model::score).toArray();
  }

  /** The same features with another image vector of the text. */
  List<float[]> turned(List<float[]> features, float[] imageVector) {
    List<float[]> turned = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      float[] row = features.get(i).clone();
      row[Feature.IMAGE_COSINE.ordinal()] = VectorUtil.dotProduct(vectors.get(i), imageVector);
      turned.add(row);
    }
    return turned;
  }

  /** The ten best, best first; of equal ones the earlier. */
  static int[] top10(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
        .limit(10)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
