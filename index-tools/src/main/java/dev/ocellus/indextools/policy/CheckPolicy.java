package dev.ocellus.indextools.policy;

import dev.ocellus.indextools.Printable;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.PolicyCheckAnswer;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.LabelledQueries;
import dev.ocellus.lucene.policy.PolicyCheck;
import dev.ocellus.lucene.policy.PolicyDecision;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus policy check}: what a policy makes of labelled queries. */
@Command(
    name = "check",
    description = "Prints a policy's decisions on labelled queries, and its precision and recall.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class CheckPolicy implements Callable<Integer> {

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV with the columns query and label (block, warn or allow); a column part divides it.")
  private Path queries;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = ContentPolicy.DEFAULT,
      description = "default, or a policy file (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(names = "--errors", description = "List wrong decisions alone.")
  private boolean errors;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ContentPolicy policy = ContentPolicy.named(name);
    PolicyCheck check = PolicyCheck.run(policy, LabelledQueries.read(queries));
    if (json) {
      out.println(Json.write(PolicyCheckAnswer.of(policy.id(), check, errors)));
      return 0;
    }
    for (PolicyCheck.Answer answer : check.answers()) {
      if (!errors || !answer.isRight()) {
        out.println(Printable.line(line(answer)));
      }
    }
    out.printf(
        "%n%-10s %-6s %9s %8s %6s %10s %7s%n",
        "part", "action", "expected", "decided", "right", "precision", "recall");
    print(out, "all", check);
    if (check.parts().size() > 1) {
      check.parts().forEach((part, its) -> print(out, part, its));
    }
    return 0;
  }

  private static String line(PolicyCheck.Answer answer) {
    PolicyDecision decision = answer.decision();
    return "%s %-5s %-40s %s"
        .formatted(
            answer.isRight() ? " " : "!",
            decision.action().key(),
            answer.query().text(),
            decision.rule() == null
                ? ""
                : "%s: %s (%s)"
                    .formatted(decision.rule().category(), decision.rule(), decision.matched()))
        .stripTrailing();
  }

  private static void print(PrintWriter out, String part, PolicyCheck check) {
    for (Action action : Action.values()) {
      PolicyCheck.Figures figures = check.figures(action);
      out.printf(
          Locale.ROOT,
          "%-10s %-6s %9d %8d %6d %10.3f %7.3f%n",
          Printable.line(part),
          action.key(),
          figures.expected(),
          figures.decided(),
          figures.right(),
          figures.precision(),
          figures.recall());
    }
  }
}
