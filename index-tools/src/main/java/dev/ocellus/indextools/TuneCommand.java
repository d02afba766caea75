package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.metrics.CalibrationError;
import dev.ocellus.fusion.training.FusionCalibration;
import dev.ocellus.fusion.training.FusionTuning;
import dev.ocellus.fusion.training.LogisticFusionTrainer;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.TunedFusion;
import dev.ocellus.lucene.evaluate.PairSampler;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus tune}: fits the fusion to captions and their photos, with no human labels. */
@Command(
    name = "tune",
    description =
        "Fits the match score to an encoder and a collection, from captions and their photos. The"
            + " encoder must not have been trained on these photos, or the score will trust it too"
            + " much.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class TuneCommand implements Callable<Integer> {

  private static final int OTHERS = 40;
  private static final long SEED = 42;

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "An index to learn from; may be given several times.")
  private List<Path> indexes;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description =
          "Its texts, each for its photo: a table like that of captions, one an index (default: the"
              + " index's own captions, each held out).")
  private List<Path> queries = List.of();

  @Option(
      names = "--held-out-index",
      paramLabel = "DIR",
      description = "An index of other photos, to measure on.")
  private List<Path> heldOutIndexes = List.of();

  @Option(names = "--held-out-queries", paramLabel = "FILE", description = "Its texts.")
  private List<Path> heldOutQueries = List.of();

  @Option(
      names = "--odds",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Photos drawn at random that a match stands against: the score is the probability of a"
              + " match where one in N + 1 photos matches (default: ${DEFAULT-VALUE}).")
  private double odds;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Queries drawn from each index or table (default: ${DEFAULT-VALUE}).")
  private int sample;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The fusion file (default: in the index's folder, where its searches find it). Never"
              + " overwrites one.")
  private @Nullable Path out;

  @Option(
      names = "--trained-on",
      paramLabel = "TEXT",
      description = "What the card says of the data (default: the names of tables or indexes).")
  private @Nullable String trainedOn;

  @Mixin private PolicyOption policy;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path file = check();
    PrintWriter err = spec.commandLine().getErr();
    PairSampler sampler = new PairSampler(odds, OTHERS, SEED);
    TuningPairs drawing = new TuningPairs(sampler, sample, SEED, policy.filter(), err);
    TrainingPairs pairs = drawing.draw(indexes, queries);
    TrainingPairs heldOut =
        heldOutIndexes.isEmpty() ? null : drawing.draw(heldOutIndexes, heldOutQueries);
    FusionTuning tuning = fit(LogisticFusionTrainer.defaults(), pairs, heldOut, err);
    Map<String, CalibrationError> errors = FusionCalibration.of(tuning.tested());
    new FusionFile(tuning.model(), card(pairs, sampler, errors)).write(file);
    TuningReport.print(spec.commandLine().getOut(), tuning, errors, heldOut != null);
    spec.commandLine().getOut().printf("written to %s%n", file);
    return 0;
  }

  /** Refuses what cannot be done; returns the file to write. */
  private Path check() {
    checkTables("", indexes, queries);
    checkTables("held-out-", heldOutIndexes, heldOutQueries);
    if (!(odds > 0) || sample < 1) {
      throw new DataException("--odds and --sample must be above 0");
    }
    if (out == null && indexes.size() > 1) {
      throw new DataException("several --index need an --out FILE");
    }
    Path file = out == null ? new TunedFusion(indexes.getFirst()).file() : out;
    if (Files.exists(file)) {
      throw new DataException(
          file + " exists; move it away" + (out == null ? "" : " or choose another --out"));
    }
    return file;
  }

  private static FusionTuning fit(
      LogisticFusionTrainer trainer,
      TrainingPairs pairs,
      @Nullable TrainingPairs heldOut,
      PrintWriter err) {
    String task = "Fitting to %,d pairs".formatted(pairs.size());
    try (var progress = Progress.start(err, task, "fits")) {
      progress.total(FusionTuning.mostFits(trainer));
      return FusionTuning.of(trainer, pairs, heldOut, progress::done);
    }
  }

  private static void checkTables(String prefix, List<Path> indexes, List<Path> tables) {
    if (!tables.isEmpty() && indexes.size() != tables.size()) {
      throw new DataException(
          "%d --%sindex and %d --%squeries; give one table an index, or none"
              .formatted(indexes.size(), prefix, tables.size(), prefix));
    }
  }

  private FusionCard card(
      TrainingPairs pairs, PairSampler sampler, Map<String, CalibrationError> errors)
      throws IOException {
    Map<String, Double> expected = new LinkedHashMap<>();
    errors.forEach((name, error) -> expected.put(name, error.expected()));
    // Where there are both, the held-out index has the encoder that the fusion is for, and the
    // others have substitutes of it, which had not seen the photos.
    Path ofEncoder = heldOutIndexes.isEmpty() ? indexes.getFirst() : heldOutIndexes.getFirst();
    String data = queries.isEmpty() ? "own captions of " + indexes : queries.toString();
    try (var index = PhotoIndex.open(ofEncoder)) {
      return new FusionCard(
          trainedOn == null ? data : trainedOn,
          LocalDate.now(ZoneOffset.UTC),
          index.info().modelId(),
          pairs.size(),
          sampler.description(),
          expected,
          "ocellus tune " + new ProjectVersion().getVersion()[0]);
    }
  }
}
