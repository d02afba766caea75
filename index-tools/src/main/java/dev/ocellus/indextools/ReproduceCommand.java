package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.study.grid.ComparedResult;
import dev.ocellus.study.grid.Figures;
import dev.ocellus.study.grid.Scale;
import dev.ocellus.study.grid.Study;
import dev.ocellus.study.grid.StudyOptions;
import dev.ocellus.study.grid.StudyReport;
import dev.ocellus.study.learn.Learners;
import dev.ocellus.study.publish.StudyFiles;
import dev.ocellus.study.publish.StudyPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus reproduce}: runs every experiment over a folder of judgments. */
@Command(
    name = "reproduce",
    description =
        "Runs every experiment (features, learners, targets) over a folder of judgments and writes"
            + " results.csv, results.json and report.html. Stopped, it goes on where it was.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ReproduceCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Judgments and photos, as published for Flickr8k.")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "For the results, and for what is kept to go on after an interrupt.")
  private Path out;

  @Option(names = "--quick", description = "Fewer photos and cells: a look, not a result.")
  private boolean quick;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "Folds of the cross-validation, by photo; 1 for one hold-out of 7:3 (default: 3, with"
              + " --quick 1).")
  private Integer folds;

  @Option(
      names = "--targets",
      paramLabel = "NAME",
      split = ";",
      description = "Targets instead of all, separated by semicolons: expert-mean;mix:0.5.")
  private List<String> targets = StudyOptions.TARGETS;

  @Option(
      names = "--learners",
      paramLabel = "NAME",
      split = ",",
      description = "Learners instead of all, separated by commas: ridge,gbt.")
  private List<String> learners = Learners.names();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Cells at once (default: ${DEFAULT-VALUE}); results do not depend on it.")
  private int threads;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "A further encoder, by id or folder; may be given several times.")
  private List<String> models = List.of();

  @Option(
      names = "--image-backbone",
      paramLabel = "FILE",
      description = "An ONNX image network, with its preprocessor_config.json beside it.")
  private List<Path> imageBackbones = List.of();

  @Option(
      names = "--text-encoder",
      paramLabel = "DIR",
      description = "An ONNX text encoder with its tokenizer.")
  private List<Path> textEncoders = List.of();

  @Option(
      names = "--word-vectors",
      paramLabel = "FILE",
      description = "Word vectors as text, by word2vec or GloVe.")
  private List<Path> wordVectors = List.of();

  @Mixin private PolicyOption policy;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    StudyOptions options = options();
    Files.createDirectories(out);
    PrintWriter err = spec.commandLine().getErr();
    try (var progress = new ReproduceProgress(err)) {
      Optional<StudyReport> report = new Study(options).run(progress);
      if (report.isEmpty()) {
        err.println("stopped; the same command goes on from here");
        return progress.exitStatus();
      }
      StudyFiles.writeCsv(report.get(), out);
      StudyFiles.writeJson(report.get(), out);
      StudyPage.write(report.get(), out);
      print(report.get());
      return 0;
    }
  }

  private StudyOptions options() throws IOException {
    if (threads < 1 || (folds != null && folds < 1)) {
      throw new DataException("--threads and --folds must be 1 or more");
    }
    Scale scale = quick ? Scale.QUICK : Scale.FULL;
    return new StudyOptions(
        data,
        out,
        folds == null ? scale : scale.withFolds(folds),
        quick,
        targets,
        learners,
        threads,
        models,
        imageBackbones,
        textEncoders,
        wordVectors,
        policy.policy());
  }

  private void print(StudyReport report) {
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf("%-16s %-12s %7s  %s%n", "target", "agreement", "", "best cell");
    for (ComparedResult compared : report.results()) {
      if (compared.best()) {
        var cell = compared.result().cell();
        String primary = Figures.primary(cell.target());
        printer.printf(
            Locale.ROOT,
            "%-16s %-12s %7.3f  %s, %s%n",
            cell.target(),
            primary,
            compared.result().figures().get(primary),
            cell.features(),
            cell.learner());
      }
    }
    printer.printf(
        "%d cells written to %s, %s and %s in %s%n",
        report.results().size(), StudyFiles.CSV, StudyFiles.JSON, StudyPage.FILE, out);
  }
}
