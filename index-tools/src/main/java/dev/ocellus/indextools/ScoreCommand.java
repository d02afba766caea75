package dev.ocellus.indextools;

import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.ScoreAnswer;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.evaluate.KnownCaptions;
import dev.ocellus.lucene.evaluate.PairFeatures;
import dev.ocellus.lucene.evaluate.PhotoText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus score}: how well given texts match given photos. */
@Command(
    name = "score",
    description =
        "Scores given pairs of a photo and a text from 0 to 1, with or without captions of the"
            + " photos: a metric of image captions.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ScoreCommand implements Callable<Integer> {

  @Mixin private CollectionOption collection;

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "FILE",
      description = "The pairs: a table with the columns image, query_id and query_text.")
  private Path pairs;

  @Option(
      names = "--exclude-own-caption",
      description =
          "Take the text itself out of its photo's captions: by query_id where both tables have"
              + " ids, else word for word.")
  private boolean excludeOwnCaption;

  @Mixin private FusionOption fusion;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    CaptionTable table = CaptionTable.read(pairs);
    table.problems().forEach(problem -> err.println(Printable.line(problem)));
    OwnCaption own =
        excludeOwnCaption ? OwnCaption.of(table, collection.captions()) : OwnCaption.KEPT;
    return collection.use(
        err,
        index -> {
          try (var photos = fusion.open(index)) {
            print(score(photos, table, own));
            fusion.checkFit(index, photos, err);
          }
          return 0;
        });
  }

  private ScoreAnswer score(PhotoIndex photos, CaptionTable table, OwnCaption own)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (var searcher = photos.acquire();
        var progress = Progress.start(err, "Scoring", "pairs")) {
      PairFeatures all = new PairFeatures(searcher);
      List<CaptionRow> rows = new ArrayList<>();
      for (CaptionRow row : table.rows()) {
        if (all.images().contains(row.image())) {
          rows.add(row);
        } else {
          progress.note(pairs + ":" + row.line() + ": no photo " + row.image());
        }
      }
      if (rows.isEmpty()) {
        throw new QueryException(
            "none of the %d pairs of %s has its photo".formatted(table.rows().size(), pairs));
      }
      progress.total(rows.size());
      List<PhotoText> asked =
          rows.stream().map(row -> PhotoText.of(row).without(own.of(row))).toList();
      List<float[]> features = all.of(asked, KnownCaptions.ALL, progress::done);
      FusionModel model = searcher.fusion();
      List<ScoreAnswer.Pair> scored = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        scored.add(ScoreAnswer.Pair.of(rows.get(i), features.get(i), model));
      }
      int unknown = table.rows().size() - rows.size();
      return new ScoreAnswer(scored, unknown, table.problems().size());
    }
  }

  private void print(ScoreAnswer answer) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(answer));
      return;
    }
    for (ScoreAnswer.Pair pair : answer.pairs()) {
      out.printf(
          Locale.ROOT,
          "%.4f  %s  %s%n",
          pair.score(),
          Printable.text(pair.image()),
          Printable.line(pair.queryId()));
    }
    if (answer.unknownPhotos() + answer.malformedRows() > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "%,d pairs left out: %,d without their photo, %,d malformed rows%n",
              answer.unknownPhotos() + answer.malformedRows(),
              answer.unknownPhotos(),
              answer.malformedRows());
    }
  }
}
