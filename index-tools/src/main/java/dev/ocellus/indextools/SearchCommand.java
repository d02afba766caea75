package dev.ocellus.indextools;

import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.SearchAnswer;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.policy.Action;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus search}: the photos that show what a text describes. */
@Command(name = "search", description = "Finds the photos that show what a text describes.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class SearchCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + SearchRequest.DEFAULT_TOP,
      description = "Show at most so many photos (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--min-score",
      paramLabel = "S",
      defaultValue = "0",
      description = "Leave out photos that score below, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private float minScore;

  @Option(
      names = "--signal",
      paramLabel = "SIGNAL",
      defaultValue = "fused",
      converter = SignalConverter.class,
      description = "Rank by fused, image, captions or bm25 (default: ${DEFAULT-VALUE}).")
  private Signal signal;

  @Option(
      names = "--explain",
      description = "Show what each part of the evidence adds to the score, as log-odds.")
  private boolean explain;

  @Mixin private FusionOption fusion;

  @Mixin private PolicyOption policy;

  @Option(
      names = "--show-marked",
      description = "With --policy, show photos whose captions it blocks all the same.")
  private boolean showMarked;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "TEXT",
      description = "What the photo shows; quote it, or not.")
  private List<String> words;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var request =
        new SearchRequest(
            String.join(" ", words), top, minScore, signal, policy.policy(), showMarked);
    PrintWriter out = spec.commandLine().getOut();
    try (var photos = fusion.open(index)) {
      var response = photos.search(request);
      boolean blocked = response.decision().action() == Action.BLOCK;
      if (signal == Signal.FUSED && !blocked) {
        fusion.checkFit(index, photos, spec.commandLine().getErr());
      }
      if (!blocked && !showMarked) {
        policy.checkMarks(photos, index, spec.commandLine().getErr());
      }
      if (json) {
        out.println(Json.write(SearchAnswer.of(response, request.policy(), explain)));
      } else {
        HitList.print(out, response, minScore, explain);
      }
    }
    return 0;
  }
}
