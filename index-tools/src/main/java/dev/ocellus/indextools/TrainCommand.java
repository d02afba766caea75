package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.fusion.training.LogisticFusionTrainer;
import dev.ocellus.fusion.training.OutOfFold;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.KnownCaptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus train}: fits the fusion to people's judgments. */
@Command(
    name = "train",
    description =
        "Fits the match score to people's judgments of pairs of a photo and a text. Texts that were"
            + " written for the photo are left out.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class TrainCommand implements Callable<Integer> {

  private static final long SEED = 42;

  @Mixin private CollectionOption collection;

  @Option(
      names = "--judgments",
      required = true,
      paramLabel = "DIR",
      description = "Folder of ExpertAnnotations.tsv, CrowdAnnotations.tsv and the texts' tables.")
  private Path judgments;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "NAME",
      description = "What to learn: " + TargetScheme.NAMES + ".")
  private String target;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Folds of the cross-validation, grouped by photo (default: ${DEFAULT-VALUE}).")
  private int folds;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The fusion file. Never overwrites one.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    TargetScheme scheme = TargetScheme.named(target);
    if (Files.exists(out)) {
      throw new DataException(out + " exists; move it away or choose another --out");
    }
    if (folds < 2) {
      throw new DataException("--folds must be 2 or more, got " + folds);
    }
    PrintWriter err = spec.commandLine().getErr();
    Judgments read = Judgments.read(judgments);
    return collection.use(
        err,
        index -> {
          // Any fusion will do: what is learned from are features.
          try (var photos = PhotoIndex.open(index);
              PhotoSearcher searcher = photos.acquire()) {
            train(JudgedFeatures.of(searcher, read, err), scheme, searcher.metadata().modelId());
          }
          return 0;
        });
  }

  private void train(JudgedFeatures judged, TargetScheme scheme, String encoder)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    TrainingPairs pairs = pairs(judged, scheme);
    if (pairs.groupCount() < folds) {
      throw new DataException(
          "%d photos have judgments for the target %s; %d folds need as many"
              .formatted(pairs.groupCount(), scheme.name(), folds));
    }
    LogisticFusionTrainer trainer = LogisticFusionTrainer.defaults();
    try (var progress =
        Progress.start(err, "Fitting to %,d pairs".formatted(pairs.size()), "fits")) {
      progress.total(folds + 1L);
      double[] scores =
          OutOfFold.scores(
              trainer::train,
              pairs,
              judged.allFeatures(),
              judged.allPhotos(),
              folds,
              SEED,
              progress::done);
      var model = trainer.train(pairs);
      var report = TrainingReport.of(judged, scheme, scores);
      new FusionFile(model, card(scheme, encoder, pairs.size(), report)).write(out);
      report.print(spec.commandLine().getOut(), folds);
    }
    spec.commandLine().getOut().printf("written to %s%n", out);
  }

  /** Every pair that has a target, with all, one and none of its photo's captions. */
  private static TrainingPairs pairs(JudgedFeatures judged, TargetScheme scheme) {
    TrainingPairs.Builder pairs = new TrainingPairs.Builder();
    for (KnownCaptions known : KnownCaptions.values()) {
      List<float[]> features = judged.with(known);
      for (int i = 0; i < features.size(); i++) {
        JudgedPair pair = judged.pairs().get(i);
        OptionalDouble value = scheme.target(pair);
        if (value.isPresent()) {
          int votes = pair.ratings().size() + pair.crowdYes() + pair.crowdNo();
          pairs.add(features.get(i), value.getAsDouble(), pair.image(), votes);
        }
      }
    }
    return pairs.build();
  }

  private FusionCard card(TargetScheme scheme, String encoder, long pairs, TrainingReport report)
      throws IOException {
    return new FusionCard(
        "judgments of " + judgments + ", target " + scheme.name(),
        LocalDate.now(ZoneOffset.UTC),
        encoder,
        pairs,
        "judged pairs, each with all, one and none of its photo's captions, weighted by the number"
            + " of votes, without texts written for the photo; "
            + report.summary(folds),
        report.calibrationErrors(),
        "ocellus train " + new ProjectVersion().getVersion()[0]);
  }
}
