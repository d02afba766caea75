package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.Likeness;
import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.fusion.training.LikenessTrainer;
import dev.ocellus.fusion.training.LogisticFusionTrainer;
import dev.ocellus.fusion.training.MixtureTrainer;
import dev.ocellus.fusion.training.MixtureTrainer.Source;
import dev.ocellus.fusion.training.OutOfFold;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.KnownCaptions;
import dev.ocellus.lucene.evaluate.LikenessPairs;
import dev.ocellus.lucene.evaluate.OwnCaptions;
import dev.ocellus.lucene.evaluate.PairSampler;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /** As tune draws them. */
  private static final double ODDS = 50;

  private static final int OTHERS = 40;

  /** Own captions drawn with all captions known, and again with one. */
  private static final int QUERIES = 2000;

  /** One penalty: choosing it in every fold of every source takes long and gains nothing. */
  private static final LogisticFusionTrainer TRAINER =
      new LogisticFusionTrainer(8, 4, List.of(10.), SEED);

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
      paramLabel = "NAME[=WEIGHT]",
      converter = WeightedTarget.Converter.class,
      description =
          "What to learn: "
              + TargetScheme.NAMES
              + ". Several are learned one by one and their log-odds mixed by weight.")
  private List<WeightedTarget> targets;

  @Option(
      names = "--own-captions",
      paramLabel = "WEIGHT",
      description =
          "Mix in what the photos' own captions teach, each asking for its photo as in tune, with"
              + " this weight.")
  private double ownCaptions;

  @Option(
      names = "--calibrate",
      paramLabel = "NAME",
      description =
          "The target that the score is to be a probability of (default: the one target to learn;"
              + " of several sources, agreement).")
  private @Nullable String calibrate;

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

  @Mixin private PolicyOption policy;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out)) {
      throw new DataException(out + " exists; move it away or choose another --out");
    }
    if (folds < 2) {
      throw new DataException("--folds must be 2 or more, got " + folds);
    }
    if (!(ownCaptions >= 0)) {
      throw new DataException("--own-captions must be 0 or more, got " + ownCaptions);
    }
    PrintWriter err = spec.commandLine().getErr();
    Judgments read = Judgments.read(judgments);
    return collection.use(
        err,
        index -> {
          // Any fusion will do: what is learned from are features.
          try (var photos = PhotoIndex.open(index);
              PhotoSearcher searcher = photos.acquire()) {
            PolicyFilter filter = policy.filter();
            if (filter != null) {
              filter.addPhotos(searcher);
            }
            JudgedFeatures judged = JudgedFeatures.of(searcher, read, filter, err);
            List<Source> sources = new ArrayList<>(judgments(judged));
            if (ownCaptions > 0) {
              sources.add(new Source("own captions", captions(searcher, filter, err), ownCaptions));
            }
            train(judged, sources, searcher);
          }
          return 0;
        });
  }

  private List<Source> judgments(JudgedFeatures judged) {
    List<Source> sources = new ArrayList<>();
    for (WeightedTarget target : targets) {
      TrainingPairs pairs = pairs(judged, target.scheme());
      if (pairs.groupCount() < folds) {
        throw new DataException(
            "%d photos have judgments for the target %s; %d folds need as many"
                .formatted(pairs.groupCount(), target.scheme().name(), folds));
      }
      sources.add(new Source(target.scheme().name(), pairs, target.weight()));
    }
    return sources;
  }

  /** Pairs as tune draws them, of photos with all captions but one and of photos with one. */
  private static TrainingPairs captions(
      PhotoSearcher photos, @Nullable PolicyFilter policy, PrintWriter err) throws IOException {
    var sampler = new PairSampler(ODDS, OTHERS, SEED);
    TrainingPairs.Builder pairs = new TrainingPairs.Builder();
    OwnCaptions own = new OwnCaptions(photos, "the collection", QUERIES, SEED);
    try (var progress = Progress.start(err, "Sampling own captions", "queries")) {
      progress.total(2L * own.queries());
      own.sample(sampler, policy, pairs, progress::done);
      own.sampleKnowingFirst(sampler, policy, pairs, done -> progress.done(own.queries() + done));
    }
    return pairs.build();
  }

  private void train(JudgedFeatures judged, List<Source> sources, PhotoSearcher photos)
      throws IOException {
    String encoder = photos.metadata().modelId();
    PrintWriter err = spec.commandLine().getErr();
    TargetScheme meant =
        calibrate != null
            ? TargetScheme.named(calibrate)
            : sources.size() == 1 ? targets.getFirst().scheme() : TargetScheme.named("agreement");
    MixtureTrainer trainer = new MixtureTrainer(TRAINER, sources, pairs(judged, meant));
    long size = sources.stream().mapToLong(source -> source.pairs().size()).sum();
    try (var progress = Progress.start(err, "Fitting to %,d pairs".formatted(size), "fits")) {
      progress.total(folds + 1L);
      double[] scores =
          OutOfFold.scores(
              trainer::train,
              judged.allFeatures(),
              judged.allPhotos(),
              folds,
              SEED,
              progress::done);
      var model = trainer.train(photo -> true);
      var report = TrainingReport.of(judged, meant, scores);
      Likeness likeness = likeness(judged, photos);
      new FusionFile(model, card(sources, meant, encoder, size, report), likeness).write(out);
      report.print(spec.commandLine().getOut(), folds);
      report(likeness);
    }
    spec.commandLine().getOut().printf("written to %s%n", out);
  }

  /** What the judgments say of photos by pictures. */
  private Likeness likeness(JudgedFeatures judged, PhotoSearcher photos) throws IOException {
    return new LikenessTrainer(folds, SEED)
        .train(
            new LikenessPairs(photos.searcher())
                .of(judged.pairs(), TargetScheme.named("agreement")),
            "judgments of " + judgments.getFileName() + ": texts written for another photo");
  }

  private void report(Likeness likeness) {
    PrintWriter out = spec.commandLine().getOut();
    if (likeness.isFitted()) {
      out.printf(
          Locale.ROOT,
          "photos like a picture%n  slope %.4f, intercept %.4f, calibration_error %.4f%n%n",
          likeness.slope(),
          likeness.intercept(),
          likeness.calibrationError());
    } else {
      out.printf("photos like a picture: too few judgments; the default stands in%n%n");
    }
  }

  /** Every pair that has a target, with all, one and none of its photo's captions. */
  private static TrainingPairs pairs(JudgedFeatures judged, TargetScheme scheme) {
    TrainingPairs.Builder pairs = new TrainingPairs.Builder();
    for (KnownCaptions known : KnownCaptions.values()) {
      List<float[]> features = judged.with(known);
      for (int i = 0; i < features.size(); i++) {
        JudgedPair pair = judged.pairs().get(i);
        OptionalDouble value = scheme.target(pair);
        if (value.isPresent() && !pair.ownCaption()) {
          int votes = pair.ratings().size() + pair.crowdYes() + pair.crowdNo();
          pairs.add(features.get(i), value.getAsDouble(), pair.image(), votes);
        }
      }
    }
    return pairs.build();
  }

  private FusionCard card(
      List<Source> sources, TargetScheme meant, String encoder, long pairs, TrainingReport report)
      throws IOException {
    String learned =
        sources.stream()
            .map(source -> source.name() + " " + source.weight())
            .collect(Collectors.joining(", "));
    return new FusionCard(
        "judgments of " + judgments.getFileName() + ": " + learned,
        LocalDate.now(ZoneOffset.UTC),
        encoder,
        pairs,
        "judged pairs, each with all, one and none of its photo's captions, weighted by the number"
            + " of votes, without texts written for the photo; the score is a probability of "
            + meant.name()
            + "; "
            + report.summary(folds),
        report.calibrationErrors(),
        "ocellus train " + new ProjectVersion().getVersion()[0]);
  }
}
