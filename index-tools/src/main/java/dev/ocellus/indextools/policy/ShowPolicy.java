package dev.ocellus.indextools.policy;

import dev.ocellus.indextools.Printable;
import dev.ocellus.lucene.policy.Category;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PolicyRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus policy show}: the categories and rules of a policy. */
@Command(name = "show", description = "Lists a policy's categories and rules.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ShowPolicy implements Callable<Integer> {

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = ContentPolicy.DEFAULT,
      description = "default, or a policy file (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(names = "--json", description = "Print the policy as a file of one line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ContentPolicy policy = ContentPolicy.named(name);
    if (json) {
      out.println(policy.json());
      return 0;
    }
    out.println(Printable.line(policy.id() + ", language " + policy.language()));
    for (Category category : policy.categories()) {
      out.printf("%n%s: %s%n", Printable.line(category.name()), category.action().key());
      if (category.disclaimer() != null) {
        out.println("  \"" + Printable.line(category.disclaimer()) + "\"");
      }
      for (PolicyRule.Kind kind : PolicyRule.Kind.values()) {
        print(out, category, kind);
      }
    }
    return 0;
  }

  private static void print(PrintWriter out, Category category, PolicyRule.Kind kind) {
    String rules =
        category.rules().stream()
            .filter(rule -> rule.kind() == kind)
            .map(PolicyRule::text)
            .collect(Collectors.joining(", "));
    if (!rules.isEmpty()) {
      out.println("  " + kind.key() + ": " + Printable.text(rules));
    }
  }
}
