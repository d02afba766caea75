package dev.ocellus.lucene.json;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PolicyDecision;
import dev.ocellus.lucene.policy.PolicyRule;
import dev.ocellus.lucene.policy.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What a policy said, and by which rule; null where no rule matched.
 *
 * @param id the policy's name and hash
 * @param action block, warn or allow
 * @param category of the rule
 * @param rule such as "lemma child"
 * @param matched part of the query
 * @param spelling written, disguised or mistyped
 * @param disclaimer what to tell the user
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PolicyAnswer(
    String id,
    String action,
    @Nullable String category,
    @Nullable String rule,
    @Nullable String matched,
    @Nullable String spelling,
    @Nullable String disclaimer) {

  static PolicyAnswer of(ContentPolicy policy, PolicyDecision decision) {
    PolicyRule rule = decision.rule();
    Spelling spelling = decision.spelling();
    return new PolicyAnswer(
        policy.id(),
        decision.action().key(),
        rule == null ? null : rule.category(),
        rule == null ? null : rule.toString(),
        decision.matched(),
        spelling == null ? null : spelling.key(),
        decision.disclaimer());
  }
}
