package dev.ocellus.indextools;

import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.json.SearchAnswer;
import dev.ocellus.lucene.json.SearchRequestJson;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.search.Restriction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ocellus search}: the photos that show what a text describes. */
@Command(name = "search", description = "Finds the photos that show what a text describes.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class SearchCommand implements Callable<Integer> {

  /** What is said of the index and the program, not of the search. */
  private static final Set<String> BESIDE_REQUEST =
      Set.of("--request", "--index", "--fusion", "--policy", "--json", "--verbose");

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(
      names = "--request",
      paramLabel = "FILE",
      description =
          "Take the whole request from a JSON file, - for standard input; then give no TEXT.")
  private @Nullable String requestFile;

  @Mixin private SoughtOptions sought;

  @Option(
      names = "--filter",
      paramLabel = "CONDITION",
      description = "Search among the photos that fulfil it, such as tag:holiday.")
  private List<String> filters = List.of();

  @Option(
      names = "--post-filter",
      paramLabel = "CONDITION",
      description = "Show only what fulfils it; counts of facets stay those of all.")
  private List<String> postFilters = List.of();

  @Mixin private PageOptions page;

  @Mixin private ShownOptions shown;

  @Mixin private FusionOption fusion;

  @Mixin private PolicyOption policy;

  @Option(
      names = "--show-marked",
      description = "With --policy, show photos whose captions it blocks all the same.")
  private boolean showMarked;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SearchRequest request = request();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (var photos = fusion.open(index)) {
      if (requestFile == null) {
        request = request.withExpander(expander(photos, err));
      }
      var response = photos.search(request);
      boolean blocked = response.decision().action() == Action.BLOCK;
      if (request.signal() == Signal.FUSED && !blocked) {
        fusion.checkFit(index, photos, err);
      }
      if (!blocked && !request.restriction().showMarked()) {
        policy.checkMarks(photos, index, err);
      }
      if (json) {
        out.println(Json.write(SearchAnswer.of(request, response)));
      } else {
        HitList.print(out, response);
        if (response.next() != null) {
          out.println("more: --after " + response.next());
        }
      }
    }
    return 0;
  }

  private @Nullable Expander expander(PhotoIndex photos, PrintWriter err) throws IOException {
    if (sought.expand().isEmpty()) {
      return null;
    }
    try (PhotoSearcher searcher = photos.acquire()) {
      return Expander.named(sought.expand(), searcher, note -> err.println(Printable.line(note)));
    }
  }

  private SearchRequest request() throws IOException {
    if (requestFile != null) {
      refuseWhatTheRequestHas();
      return SearchRequestJson.read(read(requestFile), policy.policy());
    }
    if (!sought.isGiven() && filters.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing: TEXT, --image, --filter or --request");
    }
    return sought
        .request()
        .withRestriction(new Restriction(filters, postFilters, policy.policy(), showMarked))
        .withPage(page.page())
        .withArrangement(shown.arrangement())
        .withDetails(shown.details());
  }

  private void refuseWhatTheRequestHas() {
    var given = spec.commandLine().getParseResult();
    if (given.hasMatchedPositional(0)) {
      throw new QueryException("--request has the whole request; give no TEXT");
    }
    for (var option : given.matchedOptions()) {
      if (!BESIDE_REQUEST.contains(option.longestName())) {
        throw new QueryException(
            "--request has the whole request; give no %s".formatted(option.longestName()));
      }
    }
  }

  private static String read(String file) throws IOException {
    if (file.equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try {
      return Files.readString(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new QueryException(file + ": no such file; --request takes a JSON file");
    }
  }
}
