package dev.ocellus.indextools;

import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.page.PageRequest;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.page.ScoreCut;
import dev.ocellus.lucene.page.SortKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the found photos are shown, and in which order. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PageOptions {

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + SearchRequest.DEFAULT_TOP,
      description = "Show at most so many photos (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--from",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pass over so many photos (default: ${DEFAULT-VALUE}).")
  private int from;

  @Option(
      names = "--after",
      paramLabel = "TOKEN",
      description = "Show the page behind the one whose answer has this token (next).")
  private @Nullable String after;

  @Option(
      names = "--min-score",
      paramLabel = "S",
      defaultValue = "0",
      description =
          "Leave out photos that score below, 0 to 1, or auto: where the scores themselves say"
              + " that the rest does not fit (default: ${DEFAULT-VALUE}).")
  private String minScore;

  @Option(
      names = "--sort",
      paramLabel = "FIELD[:asc|desc]",
      split = ",",
      description = "Order by fields in place of the score.")
  private List<String> sort = List.of();

  PageRequest page() {
    return new PageRequest(
        from,
        top,
        after == null ? null : PageToken.parse(after),
        sort.stream().map(SortKey::parse).toList(),
        ScoreCut.parse("--min-score", minScore));
  }
}
