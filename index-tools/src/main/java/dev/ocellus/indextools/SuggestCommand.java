package dev.ocellus.indextools;

import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.SuggestAnswer;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.suggest.Completion;
import dev.ocellus.lucene.suggest.Correction;
import dev.ocellus.lucene.suggest.Suggestions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus suggest}: completes a half-typed query. */
@Command(
    name = "suggest",
    description = "Completes a half-typed query by phrases of the captions, most frequent first.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class SuggestCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Show at most so many completions, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int top;

  @Mixin private PolicyOption policy;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "PREFIX",
      description = "What is typed so far; quote it to end with a space after a whole word.")
  private List<String> words;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String typed = String.join(" ", words);
    var suggestions = new Suggestions();
    PrintWriter out = spec.commandLine().getOut();
    try (PhotoIndex photos = PhotoIndex.open(index);
        PhotoSearcher searcher = photos.acquire()) {
      var completions = suggestions.complete(searcher, typed, top, policy.policy());
      var correction = suggestions.correct(searcher, typed, policy.policy());
      if (json) {
        out.println(Json.write(new SuggestAnswer(typed, completions, correction)));
      } else {
        print(out, completions, completions.isEmpty() ? correction : null);
      }
    }
    return 0;
  }

  /** A half-typed word looks misspelt: another spelling is told where nothing completes it. */
  private static void print(
      PrintWriter out, List<Completion> completions, @Nullable Correction correction) {
    if (completions.isEmpty()) {
      out.println("No caption goes on like this.");
    }
    for (Completion completion : completions) {
      out.printf("%s  (%d)%n", Printable.line(completion.text()), completion.photos());
    }
    if (correction != null) {
      out.println("Did you mean: " + Printable.line(correction.marked("[", "]")));
    }
  }
}
