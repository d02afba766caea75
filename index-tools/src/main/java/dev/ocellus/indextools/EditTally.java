package dev.ocellus.indextools;

import dev.ocellus.indextools.json.EditAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.edit.EditOutcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the photos that a command named. */
final class EditTally {

  private final Map<EditOutcome, Long> outcomes = new EnumMap<>(EditOutcome.class);
  private final List<EditAnswer.Problem> problems = new ArrayList<>();
  private long deleted;

  void count(EditOutcome outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  void deleted() {
    deleted++;
  }

  void problem(String photo, String reason) {
    problems.add(new EditAnswer.Problem(photo, reason));
  }

  /** Prints it, and returns the exit status. */
  int print(PrintWriter out, PrintWriter err, boolean json, long photos) {
    problems.forEach(
        problem -> err.println(Printable.line(problem.photo() + ": " + problem.problem())));
    if (json) {
      out.println(
          Json.write(
              new EditAnswer(
                  of(EditOutcome.ADDED),
                  of(EditOutcome.CHANGED),
                  of(EditOutcome.UNCHANGED),
                  deleted,
                  problems,
                  photos)));
    } else {
      out.printf(
          Locale.ROOT,
          "%,d added, %,d changed, %,d unchanged, %,d deleted, %,d unreadable;"
              + " %,d photos in the index%n",
          of(EditOutcome.ADDED),
          of(EditOutcome.CHANGED),
          of(EditOutcome.UNCHANGED),
          deleted,
          problems.size(),
          photos);
    }
    return problems.isEmpty() ? 0 : Failures.USER_ERROR;
  }

  private long of(EditOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
