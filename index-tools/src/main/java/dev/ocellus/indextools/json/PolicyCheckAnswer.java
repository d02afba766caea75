package dev.ocellus.indextools.json;

import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PolicyCheck;
import dev.ocellus.lucene.policy.PolicyDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code policy check}.
 *
 * @param policy the policy's name and hash
 * @param queries number of queries
 * @param parts figures by part of the list ({@code all} is the whole of it) and action
 * @param decisions one a query, or one a wrong decision
 */
public record PolicyCheckAnswer(
    String policy, int queries, Map<String, Map<String, Figures>> parts, List<Decision> decisions) {

  /**
   * @param expected queries that should get the action
   * @param decided queries that got it
   * @param right queries that should and did
   */
  public record Figures(int expected, int decided, int right, double precision, double recall) {

    static Figures of(PolicyCheck.Figures figures) {
      return new Figures(
          figures.expected(),
          figures.decided(),
          figures.right(),
          figures.precision(),
          figures.recall());
    }
  }

  /** What was decided on a query, and by which rule; null where none matched. */
  public record Decision(
      String query,
      String label,
      String action,
      @Nullable String category,
      @Nullable String rule,
      @Nullable String matched) {

    static Decision of(PolicyCheck.Answer answer) {
      PolicyDecision decision = answer.decision();
      return new Decision(
          answer.query().text(),
          answer.query().label().key(),
          decision.action().key(),
          decision.rule() == null ? null : decision.rule().category(),
          decision.rule() == null ? null : decision.rule().toString(),
          decision.matched());
    }
  }

  /**
   * @param errors whether to list wrong decisions alone
   */
  public static PolicyCheckAnswer of(String policy, PolicyCheck check, boolean errors) {
    Map<String, Map<String, Figures>> parts = new LinkedHashMap<>();
    parts.put("all", figures(check));
    check.parts().forEach((part, its) -> parts.put(part, figures(its)));
    return new PolicyCheckAnswer(
        policy,
        check.answers().size(),
        parts,
        check.answers().stream()
            .filter(answer -> !errors || !answer.isRight())
            .map(Decision::of)
            .toList());
  }

  private static Map<String, Figures> figures(PolicyCheck check) {
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (Action action : Action.values()) {
      figures.put(action.key(), Figures.of(check.figures(action)));
    }
    return figures;
  }
}
