package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.fusion.metrics.CalibrationError;
import dev.ocellus.fusion.training.FusionCalibration;
import dev.ocellus.fusion.training.LogisticFusionTrainer;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.evaluate.PairSampler;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus tune}: fits the fusion to captions and their photos, with no human labels. */
@Command(
    name = "tune",
    description =
        "Fits the match score to captions and their photos. The encoder must not have been trained"
            + " on these photos, or the score will trust it too much.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class TuneCommand implements Callable<Integer> {

  private static final int OTHERS = 40;
  private static final long SEED = 42;

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "An index to draw pairs from; may be given several times.")
  private List<Path> indexes;

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description = "Its texts, each for its photo: a table like that of captions; one an index.")
  private List<Path> queries;

  @Option(
      names = "--held-out-index",
      paramLabel = "DIR",
      description = "An index of other photos, to measure the calibration on.")
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
      description = "Queries drawn from each table (default: ${DEFAULT-VALUE}).")
  private int sample;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The fusion file.")
  private Path out;

  @Option(
      names = "--trained-on",
      paramLabel = "TEXT",
      description = "What the card says of the data (default: the names of the tables).")
  private String trainedOn;

  @Mixin private PolicyOption policy;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    check();
    PrintWriter err = spec.commandLine().getErr();
    PairSampler sampler = new PairSampler(odds, OTHERS, SEED);
    TrainingPairs pairs = sample(sampler, indexes, queries, err);
    err.printf("Fitting to %,d pairs%n", pairs.size());
    LogisticFusionTrainer trainer = LogisticFusionTrainer.defaults();
    LogisticFusion model = trainer.train(pairs);
    Map<String, CalibrationError> errors =
        heldOutIndexes.isEmpty()
            ? FusionCalibration.crossValidated(trainer, pairs, trainer.folds(), SEED)
            : FusionCalibration.of(model, sample(sampler, heldOutIndexes, heldOutQueries, err));
    new FusionFile(model, card(pairs, sampler, errors)).write(out);
    print(model, errors);
    return 0;
  }

  private void check() {
    if (indexes.size() != queries.size()) {
      throw new DataException(
          "%d --index and %d --queries; give one table an index"
              .formatted(indexes.size(), queries.size()));
    }
    if (heldOutIndexes.size() != heldOutQueries.size()) {
      throw new DataException(
          "%d --held-out-index and %d --held-out-queries; give one table an index"
              .formatted(heldOutIndexes.size(), heldOutQueries.size()));
    }
    if (!(odds > 0) || sample < 1) {
      throw new DataException("--odds and --sample must be above 0");
    }
    if (Files.exists(out)) {
      throw new DataException(out + " exists; move it away or choose another --out");
    }
  }

  private TrainingPairs sample(
      PairSampler sampler, List<Path> from, List<Path> tables, PrintWriter err) throws IOException {
    TrainingPairs.Builder pairs = new TrainingPairs.Builder();
    PolicyFilter filter = policy.filter();
    for (int i = 0; i < from.size(); i++) {
      CaptionTable table = CaptionTable.read(tables.get(i));
      table.problems().forEach(problem -> err.println(Printable.line(problem)));
      List<CaptionRow> rows = new ArrayList<>(table.rows());
      Collections.shuffle(rows, new Random(SEED));
      List<CaptionRow> drawn = rows.subList(0, Math.min(sample, rows.size()));
      // Any fusion will do: what is drawn are features.
      try (var index = PhotoIndex.open(from.get(i), new SingleFeature(Feature.IMAGE_COSINE));
          var progress = Progress.start(err, "Sampling " + from.get(i), "queries")) {
        progress.total(drawn.size());
        sampler.sample(index, drawn, filter, pairs, progress::done);
      }
    }
    if (filter != null) {
      err.println("policy: queries " + filter.counts());
    }
    return pairs.build();
  }

  private FusionCard card(
      TrainingPairs pairs, PairSampler sampler, Map<String, CalibrationError> errors)
      throws IOException {
    Map<String, Double> expected = new LinkedHashMap<>();
    errors.forEach((name, error) -> expected.put(name, error.expected()));
    // Where there are both, the held-out index has the encoder that the fusion is for, and the
    // others have substitutes of it, which had not seen the photos.
    Path ofEncoder = heldOutIndexes.isEmpty() ? indexes.getFirst() : heldOutIndexes.getFirst();
    try (var index = PhotoIndex.open(ofEncoder, new SingleFeature(Feature.IMAGE_COSINE))) {
      return new FusionCard(
          trainedOn == null ? queries.toString() : trainedOn,
          LocalDate.now(ZoneOffset.UTC),
          index.info().modelId(),
          pairs.size(),
          sampler.description(),
          expected,
          "ocellus tune " + new ProjectVersion().getVersion()[0]);
    }
  }

  private void print(LogisticFusion model, Map<String, CalibrationError> errors) {
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        "%-40s %s%n",
        "evidence",
        "expected calibration error, "
            + (heldOutIndexes.isEmpty() ? "cross-validated" : "held-out photos"));
    errors.forEach(
        (name, error) -> printer.printf(Locale.ROOT, "%-40s %.4f%n", name, error.expected()));
    printer.printf("%nOf pairs that score on average ..., this share matches:%n");
    Objects.requireNonNull(errors.get(FusionCard.OVERALL))
        .bins()
        .forEach(
            bin -> printer.printf(Locale.ROOT, "%.3f  %.3f%n", bin.meanScore(), bin.meanTarget()));
    printer.printf("%d regimes written to %s%n", model.regimes().size(), out);
  }
}
