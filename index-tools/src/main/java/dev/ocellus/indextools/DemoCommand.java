package dev.ocellus.indextools;

import dev.ocellus.indextools.demo.DemoOutcome;
import dev.ocellus.indextools.demo.DemoPage;
import dev.ocellus.indextools.demo.DemoQuery;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.index.IndexOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus demo}: indexes a few photos, asks a few telling queries, shows the answers. */
@Command(
    name = "demo",
    description = {
      "Indexes the photos that come with Ocellus, asks a few telling queries and writes the answers"
          + " as an HTML page.",
      "Fails if an answer is not what the query promises."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class DemoCommand implements Callable<Integer> {

  /** Set by the launcher: the folder that Ocellus is in. */
  private static final String HOME = "ocellus.home";

  /** A photo that scores below is more likely wrong than right. */
  private static final float CUTOFF = 0.5f;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "Photos of your own, with queries of your own as arguments.")
  private @Nullable Path photos;

  @Option(names = "--captions", paramLabel = "FILE", description = "Captions of your photos.")
  private @Nullable Path captions;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page (default: a new file in the system's temporary folder).")
  private @Nullable Path pageFile;

  @Option(names = "--keep", description = "Keep the index.")
  private boolean keep;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Queries of your own.")
  private List<String> ownQueries = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (photos != null && ownQueries.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--photos needs queries as arguments: what do your photos show?");
    }
    if (pageFile != null && !Files.isDirectory(pageFile.toAbsolutePath().resolveSibling("."))) {
      throw new ParameterException(
          spec.commandLine(), "--out " + pageFile + ": there is no such folder to write it to");
    }
    var testdata = Path.of(System.getProperty(HOME, ".")).resolve("testdata");
    var queries =
        ownQueries.isEmpty()
            ? DemoQuery.read(testdata.resolve("demo_queries.json"))
            : ownQueries.stream().map(DemoQuery::own).toList();
    var folder = photos == null ? testdata.resolve("photos") : photos;
    var table = photos == null && captions == null ? testdata.resolve("captions.csv") : captions;
    var index = Files.createTempDirectory("ocellus-demo-");
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println("Indexing " + folder + " into " + index + (keep ? "" : ", removed at the end"));
      var options = IndexOptions.of(folder, index).withCaptions(table);
      var run = IndexingRun.of(options, spec.commandLine().getErr());
      run.print(out);
      return run.status() == 0 ? ask(index, queries) : run.status();
    } finally {
      if (!keep) {
        CollectionOption.delete(index);
      }
    }
  }

  private int ask(Path index, List<DemoQuery> queries) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    var outcomes = new ArrayList<DemoOutcome>();
    Path page;
    try (var photos = PhotoIndex.open(index)) {
      for (DemoQuery query : queries) {
        var response = photos.search(query.query());
        var outcome = new DemoOutcome(query, response, CUTOFF);
        outcomes.add(outcome);
        print(console, outcome);
      }
      page = pageFile == null ? Files.createTempFile("ocellus-demo-", ".html") : pageFile;
      Files.writeString(page, new DemoPage().render(photos.info(), outcomes));
    }
    long failed = outcomes.stream().filter(outcome -> !outcome.cameTrue()).count();
    console.println();
    if (failed > 0) {
      console.printf("%d of %d queries did not come true%n", failed, outcomes.size());
    }
    console.println("The same with the pictures, for a browser:");
    console.println(page.toAbsolutePath());
    return failed == 0 ? 0 : Failures.BACKEND_ERROR;
  }

  private static void print(PrintWriter console, DemoOutcome outcome) {
    var query = outcome.query();
    console.println();
    if (query.kind() != DemoQuery.Kind.OWN) {
      console.println(query.kind().title() + ": " + Printable.line(query.why()));
    }
    HitList.print(console, outcome.response());
    if (query.kind() != DemoQuery.Kind.OWN) {
      console.print(outcome.cameTrue() ? "=> as promised. " : "=> NOT as promised. ");
      console.println(Printable.line(outcome.verdict()));
    }
  }
}
