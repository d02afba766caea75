package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoCodec;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.text.EncodedCaption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;

/**
 * Photos derived from those of testdata/: each has a mixture of two pictures' vectors and up to
 * four of all captions, as the bundled encoder made them. The same for every run.
 */
final class DerivedPhotos {

  static final int COUNT = 500;

  private static final Path TESTDATA = Path.of("..", "..", "testdata");
  private static final long SEED = 20261120;
  private static final long DAY = 24L * 60 * 60 * 1000;

  /** 2019-10-01; the last photo is of February 2021. */
  private static final long FIRST_MOMENT = 18_170 * DAY;

  private static final int MOST_CAPTIONS = 4;
  private static final String[] TAGS = {"sea", "city", "home", "sport", "night"};

  private static List<IndexedPhoto> photos = List.of();
  private static Path embedded;

  private DerivedPhotos() {}

  /** The photos; made for the first test class that asks. */
  static synchronized List<IndexedPhoto> all() throws IOException {
    if (photos.isEmpty()) {
      photos = index(Files.createTempDirectory(Path.of("target"), "derived-photos"));
    }
    return photos;
  }

  /** An embedded index of them. */
  static synchronized Path embedded() throws IOException {
    all();
    return embedded;
  }

  private static List<IndexedPhoto> index(Path folder) throws IOException {
    Path original = folder.resolve("original");
    new PhotoIndexer(
            IndexOptions.of(TESTDATA.resolve("photos"), original)
                .withCaptions(TESTDATA.resolve("captions.csv")))
        .run(IndexProgress.NONE);
    try (PhotoIndex index = PhotoIndex.open(original);
        PhotoSearcher searcher = index.acquire()) {
      List<IndexedPhoto> derived = derive(read(searcher));
      embedded = folder.resolve("derived");
      write(derived, searcher.metadata(), embedded);
      return derived;
    }
  }

  private static List<IndexedPhoto> read(PhotoSearcher searcher) throws IOException {
    PhotoReader reader = new PhotoReader(searcher.searcher().getIndexReader());
    List<IndexedPhoto> photos = new ArrayList<>();
    for (ScoreDoc photo : searcher.searcher().search(PhotoSchema.PHOTOS, 1000).scoreDocs) {
      photos.add(reader.read(photo.doc));
    }
    photos.sort(Comparator.comparing(IndexedPhoto::id));
    return photos;
  }

  private static List<IndexedPhoto> derive(List<IndexedPhoto> originals) {
    List<String> captions = new ArrayList<>();
    List<EncodedCaption> encoded = new ArrayList<>();
    originals.forEach(photo -> captions.addAll(photo.captions()));
    originals.forEach(photo -> encoded.addAll(photo.encodedCaptions()));
    Random random = new Random(SEED);
    List<IndexedPhoto> photos = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      IndexedPhoto one = originals.get(i % originals.size());
      IndexedPhoto other = originals.get(random.nextInt(originals.size()));
      float share = random.nextFloat();
      List<Integer> numbers = new ArrayList<>();
      for (int c = random.nextInt(MOST_CAPTIONS + 1); c > 0; c--) {
        numbers.add(random.nextInt(captions.size()));
      }
      FieldValues values =
          FieldValues.NONE.with(
              PhotoSchema.TAG, Collections.singletonList(TAGS[random.nextInt(TAGS.length)]));
      IndexedPhoto.Picture picture = one.picture();
      photos.add(
          new IndexedPhoto(
              "photo-%03d.jpg".formatted(i),
              one.sha256(),
              new IndexedPhoto.Picture(
                  mixed(picture.vector(), other.picture().vector(), share),
                  (1 - share) * picture.hubness() + share * other.picture().hubness(),
                  random.nextLong(),
                  300 + i,
                  200 + random.nextInt(1000),
                  FIRST_MOMENT + i * DAY),
              numbers.stream().map(captions::get).toList(),
              numbers.stream().map(encoded::get).toList(),
              values));
    }
    return photos;
  }

  private static float[] mixed(float[] one, float[] other, float share) {
    float[] sum = new float[one.length];
    for (int d = 0; d < sum.length; d++) {
      sum[d] = (1 - share) * one[d] + share * other[d];
    }
    return VectorUtil.l2normalize(sum);
  }

  private static void write(List<IndexedPhoto> photos, IndexMetadata metadata, Path index)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(CaptionAnalyzer.of("en").analyzer()).setCodec(new PhotoCodec());
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (IndexedPhoto photo : photos) {
        writer.addDocuments(PhotoDocument.block(photo, metadata.modelId(), metadata.fields()));
      }
      writer.setLiveCommitData(metadata.toCommitData().entrySet());
      writer.commit();
    }
  }
}
