package dev.ocellus.study.grid;

import dev.ocellus.lucene.policy.PolicyFilter;
import dev.ocellus.study.features.VectorStore;
import dev.ocellus.study.split.PhotoSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The whole grid over one data folder. Run again, it goes on where it was stopped. */
public final class Study {

  private final StudyOptions options;

  public Study(StudyOptions options) {
    this.options = options;
  }

  /**
   * Runs all cells that are not yet kept.
   *
   * @return what was found; empty if the progress asked to stop
   * @throws dev.ocellus.fusion.DataException if the data cannot be used
   */
  public Optional<StudyReport> run(StudyProgress progress) throws IOException {
    try {
      PolicyFilter policy = options.policy() == null ? null : new PolicyFilter(options.policy());
      StudyData data = StudyData.read(options.data(), options.scale(), policy);
      data.problems().forEach(progress::note);
      if (policy != null) {
        progress.note("policy: judged pairs, captions and sample queries " + policy.counts());
      }
      List<PhotoSplit> splits = splits(data);
      VectorStore store = new VectorStore(options.out().resolve("vectors"));
      VectorPreparation vectors = new VectorPreparation(data, store, progress);
      FeatureCatalogue catalogue =
          new Sources(options, vectors, splits).collect(data, store, progress);
      ResultStore results = new ResultStore(options.out().resolve("cells-" + key(data, store)));
      CellRunner runner = new CellRunner(data, splits, catalogue, options.scale());
      List<CellResult> found =
          new CellQueue(runner, results, options.threads(), progress)
              .run(Grid.experiments(catalogue, options));
      progress.note("comparing " + found.size() + " cells");
      return Optional.of(report(data, policy, found));
    } catch (CancellationException stopped) {
      return Optional.empty();
    }
  }

  private List<PhotoSplit> splits(StudyData data) {
    int folds = options.scale().folds();
    return folds == 1 ? PhotoSplit.holdOut(data.groups()) : PhotoSplit.folds(data.groups(), folds);
  }

  /** What the results depend on beside the cell. */
  private String key(StudyData data, VectorStore store) {
    List<String> key = new ArrayList<>(store.given());
    key.add(options.scale().toString());
    data.pairs().forEach(pair -> key.add(pair.judged().toString()));
    data.queries().forEach(query -> key.add(query.toString()));
    data.groups().forEach(group -> key.add(group.toString()));
    return VectorStore.hash(key);
  }

  private StudyReport report(
      StudyData data, @Nullable PolicyFilter policy, List<CellResult> found) {
    Scale scale = options.scale();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("photos", Integer.toString(data.images().size()));
    facts.put(
        "photos shown by several files",
        Long.toString(data.images().size() - data.groups().stream().distinct().count()));
    facts.put("judged pairs, own captions left out", Integer.toString(data.pairs().size()));
    if (policy != null) {
      facts.put("pairs, captions and queries by the content policy", policy.counts().toString());
    }
    facts.put("pairs at most for a target", Integer.toString(scale.pairs()));
    facts.put("captions that text vectors learn from", captions(data));
    facts.put("captions of the photos", Integer.toString(data.captions().size()));
    facts.put("queries", Integer.toString(data.queries().size()));
    facts.put("splits, by photo", scale.folds() == 1 ? "hold-out 7:3" : scale.folds() + "-fold");
    facts.put("bootstrap samples", Integer.toString(scale.resamples()));
    Map<String, Path> photos = new LinkedHashMap<>();
    for (int i = 0; i < data.images().size(); i++) {
      photos.put(data.images().get(i), data.files().get(i));
    }
    return new StudyReport(
        facts,
        new Comparison(data, scale.resamples()).compare(found, options.targets()),
        photos,
        data.problems());
  }

  private static String captions(StudyData data) {
    return data.otherCaptions().isEmpty()
        ? "texts of the training side"
        : data.otherCaptions().size() + ", of photos that were not judged";
  }
}
