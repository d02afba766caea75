package dev.ocellus.study.grid;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.CollectionFeatures;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.study.features.FusionTable;
import dev.ocellus.study.features.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Computes the fusion's features of all photos and texts by an index of the photos. */
final class FusionPreparation {

  private final StudyData data;
  private final Path folder;
  private final StudyProgress progress;

  /**
   * @param folder for the index, and for the photos in one place
   */
  FusionPreparation(StudyData data, Path folder, StudyProgress progress) {
    this.data = data;
    this.folder = folder;
    this.progress = progress;
  }

  FusionTable table(VectorStore store, String model, List<String> photoItems) throws IOException {
    List<String> items = new ArrayList<>(photoItems);
    data.captions().forEach(row -> items.add(row.image() + " " + row.text()));
    items.addAll(data.texts());
    String identity = model + Arrays.stream(Feature.values()).map(Feature::key).toList();
    return new FusionTable(store.get("fusion", identity, items, this::compute));
  }

  private List<float[]> compute() throws IOException {
    Path index = folder.resolve("index");
    IndexOptions options =
        IndexOptions.of(copyPhotos(), index).withCaptions(writeCaptions()).withThreads(1);
    progress.begin("Indexing", "photos", data.images().size());
    new PhotoIndexer(options).run(new Listener());
    stopIfAsked();
    try (var photos = PhotoIndex.open(index, new SingleFeature(Feature.IMAGE_COSINE));
        PhotoSearcher searcher = photos.acquire()) {
      return features(new CollectionFeatures(searcher));
    }
  }

  private List<float[]> features(CollectionFeatures collection) throws IOException {
    int width = Feature.values().length;
    List<String> ids = collection.ids();
    progress.begin("Fusion features", "texts", data.texts().size());
    List<float[]> table = new ArrayList<>();
    for (String text : data.texts()) {
      stopIfAsked();
      float[] row = new float[data.images().size() * width];
      Arrays.fill(row, Float.NaN);
      List<float[]> features = collection.of(text);
      for (int i = 0; i < features.size(); i++) {
        int photo = data.images().indexOf(ids.get(i));
        System.arraycopy(features.get(i), 0, row, photo * width, width);
      }
      table.add(row);
      progress.done(table.size());
    }
    return table;
  }

  /** The judged photos alone, under their names, in a folder of their own. */
  private Path copyPhotos() throws IOException {
    Path photos = folder.resolve("photos");
    for (int i = 0; i < data.images().size(); i++) {
      Path copy = photos.resolve(data.images().get(i));
      Files.createDirectories(copy.getParent());
      Files.copy(data.files().get(i), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    try (Stream<Path> files = Files.walk(photos)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!data.images().contains(photos.relativize(file).toString().replace('\\', '/'))) {
          Files.delete(file);
        }
      }
    }
    return photos;
  }

  private Path writeCaptions() throws IOException {
    StringBuilder table = new StringBuilder("image,caption\n");
    for (CaptionRow row : data.captions()) {
      table.append(quoted(row.image())).append(',').append(quoted(row.text())).append('\n');
    }
    return Files.writeString(folder.resolve("captions.csv"), table);
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  private void stopIfAsked() {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
  }

  private final class Listener implements IndexProgress {

    @Override
    public void advanced(long done) {
      progress.done(done);
    }

    @Override
    public void problem(String line) {
      progress.note(line);
    }

    @Override
    public boolean cancelled() {
      return progress.cancelled();
    }
  }
}
