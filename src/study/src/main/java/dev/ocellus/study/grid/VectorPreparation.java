package dev.ocellus.study.grid;

import dev.ocellus.study.features.ImageVectors;
import dev.ocellus.study.features.TextSource;
import dev.ocellus.study.features.TextVectors;
import dev.ocellus.study.features.VectorStore;
import dev.ocellus.study.split.PhotoSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Computes the vectors of a study's photos and texts, or takes those that were kept. */
final class VectorPreparation {

  private static final int TEXTS_AT_ONCE = 64;

  private final StudyData data;
  private final VectorStore store;
  private final StudyProgress progress;

  VectorPreparation(StudyData data, VectorStore store, StudyProgress progress) {
    this.data = data;
    this.store = store;
    this.progress = progress;
  }

  /** One vector a photo. */
  List<float[]> photos(ImageVectors images) throws IOException {
    return store.get(
        "image-" + images.name(), images.identity(), photoItems(), () -> encode(images));
  }

  /** What the photos' vectors depend on: names and sizes. */
  List<String> photoItems() throws IOException {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < data.images().size(); i++) {
      items.add(data.images().get(i) + " " + Files.size(data.files().get(i)));
    }
    return items;
  }

  private List<float[]> encode(ImageVectors images) throws IOException {
    List<Path> files = data.files();
    progress.begin("Photos by " + images.name(), "photos", files.size());
    List<float[]> vectors = new ArrayList<>();
    for (int from = 0; from < files.size(); from += ImageVectors.BATCH) {
      stopIfAsked();
      vectors.addAll(
          images.encode(files.subList(from, Math.min(files.size(), from + ImageVectors.BATCH))));
      progress.done(vectors.size());
    }
    return vectors;
  }

  /** For each split one vector a text; learned on the split's training side where need be. */
  List<List<float[]>> texts(TextSource source, List<PhotoSplit> splits) throws IOException {
    List<List<float[]>> bySplit = new ArrayList<>();
    for (PhotoSplit split : splits) {
      if (!bySplit.isEmpty() && (!source.learns() || !data.otherCaptions().isEmpty())) {
        // Fitted to nothing, or to captions of photos that are on no side.
        bySplit.add(bySplit.getFirst());
        continue;
      }
      stopIfAsked();
      TextVectors vectors = source.fitting().fit(source.learns() ? captions(split) : List.of());
      bySplit.add(
          store.get(
              "text-" + source.name(),
              vectors.identity(),
              data.texts(),
              () -> encode(source, vectors)));
    }
    return bySplit;
  }

  private List<float[]> encode(TextSource source, TextVectors vectors) {
    List<String> texts = data.texts();
    if (source.learns()) {
      progress.note("learning text vectors: " + source.name());
      return vectors.network().apply(texts);
    }
    progress.begin("Texts by " + source.name(), "texts", texts.size());
    List<float[]> encoded = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
      stopIfAsked();
      encoded.addAll(
          vectors
              .network()
              .apply(texts.subList(from, Math.min(texts.size(), from + TEXTS_AT_ONCE))));
      progress.done(encoded.size());
    }
    return encoded;
  }

  /** Captions of photos that were not judged; without any, the texts of the training side. */
  private List<String> captions(PhotoSplit split) {
    if (!data.otherCaptions().isEmpty()) {
      return data.otherCaptions();
    }
    Set<String> texts = new LinkedHashSet<>();
    for (StudyPair pair : data.pairs()) {
      int own = data.ownPhoto().get(pair.text());
      if (!split.tests(pair.photo()) && (own < 0 || !split.tests(own))) {
        texts.add(data.texts().get(pair.text()));
      }
    }
    return List.copyOf(texts);
  }

  private void stopIfAsked() {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
  }
}
