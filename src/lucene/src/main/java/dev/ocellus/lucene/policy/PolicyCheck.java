package dev.ocellus.lucene.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy makes of queries of which it is known what it should do.
 *
 * @param answers in the queries' order
 */
public record PolicyCheck(List<Answer> answers) {

  /** A query and what the policy decided. */
  public record Answer(LabelledQuery query, PolicyDecision decision) {

    public boolean isRight() {
      return decision.action() == query.label();
    }
  }

  /**
   * How an action was hit.
   *
   * @param expected queries that should get the action
   * @param decided queries that got it
   * @param right queries that should and did
   */
  public record Figures(int expected, int decided, int right) {

    /** Of the queries that got the action, the share that should; 1 if none got it. */
    public double precision() {
      return decided == 0 ? 1 : (double) right / decided;
    }

    /** Of the queries that should get the action, the share that got it; 1 if none should. */
    public double recall() {
      return expected == 0 ? 1 : (double) right / expected;
    }
  }

  public PolicyCheck {
    answers = List.copyOf(answers);
  }

  /** Asks a policy about every query. */
  public static PolicyCheck run(ContentPolicy policy, List<LabelledQuery> queries) {
    List<Answer> answers = new ArrayList<>();
    for (LabelledQuery query : queries) {
      answers.add(new Answer(query, policy.decide(query.text())));
    }
    return new PolicyCheck(answers);
  }

  /** The answers by part of the list. */
  public Map<String, PolicyCheck> parts() {
    Map<String, List<Answer>> parts = new TreeMap<>();
    answers.forEach(
        answer -> parts.computeIfAbsent(answer.query().part(), p -> new ArrayList<>()).add(answer));
    Map<String, PolicyCheck> checks = new TreeMap<>();
    parts.forEach((part, its) -> checks.put(part, new PolicyCheck(its)));
    return checks;
  }

  /** The figures of one action. */
  public Figures figures(Action action) {
    int expected = 0;
    int decided = 0;
    int right = 0;
    for (Answer answer : answers) {
      boolean should = answer.query().label() == action;
      boolean did = answer.decision().action() == action;
      expected += should ? 1 : 0;
      decided += did ? 1 : 0;
      right += should && did ? 1 : 0;
    }
    return new Figures(expected, decided, right);
  }
}
