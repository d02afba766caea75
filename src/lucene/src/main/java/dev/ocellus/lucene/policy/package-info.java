/**
 * The content policy: which queries are answered, which photos are shown and which texts are
 * trained on.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.policy.ContentPolicy} (read one, ask it), {@link
 * dev.ocellus.lucene.policy.PolicyDecision} (its answer), {@link
 * dev.ocellus.lucene.policy.Category} and {@link dev.ocellus.lucene.policy.PolicyRule} (what it
 * consists of), {@code PolicyFileReader} (its file), {@code Disguises} and {@code Misspellings}
 * (how a text may be meant), {@code RuleMatcher} (rules among words); {@link
 * dev.ocellus.lucene.policy.PolicyFilter} (for training data), {@link
 * dev.ocellus.lucene.policy.PolicyCheck} (how good a policy is).
 */
@NullMarked
package dev.ocellus.lucene.policy;

import org.jspecify.annotations.NullMarked;
