package dev.ocellus.indextools;

import dev.ocellus.lucene.search.Arrangement;
import dev.ocellus.lucene.search.Details;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is shown of the found photos, and how those that are alike are. */
final class ShownOptions {

  @Option(
      names = "--explain",
      description = "Show how each score came about, as log-odds and in sentences.")
  private boolean explain;

  @Option(
      names = "--highlight",
      description = "Show all captions, with the words that matched marked.")
  private boolean highlight;

  @Option(names = "--fields", description = "Show the photos' own fields.")
  private boolean fields;

  @Option(
      names = "--facet",
      paramLabel = "FIELD",
      split = ",",
      description = "Count the values of a field over the whole result.")
  private List<String> facets = List.of();

  @Option(
      names = "--collapse",
      paramLabel = Arrangement.NEAR_DUPLICATES + "|FIELD",
      description = "Show photos that look the same, or have the same value, as one.")
  private @Nullable String collapse;

  @Option(
      names = "--diversify",
      paramLabel = "LAMBDA",
      description =
          "Put photos that look unlike each other first, by maximal marginal relevance: 1 leaves"
              + " the order, 0 looks at the pictures alone.")
  private @Nullable Double diversify;

  boolean explain() {
    return explain;
  }

  Details details() {
    return new Details(explain, highlight, true, fields, facets);
  }

  Arrangement arrangement() {
    return new Arrangement(collapse, diversify);
  }
}
