package dev.ocellus.lucene.search;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.policy.Action;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The photos that a content policy lets show. */
final class PolicyCondition {

  private PolicyCondition() {}

  /** The photos that a request may show, or null for all. */
  static @Nullable Query of(IndexReader reader, Restriction restriction) throws IOException {
    Term blocked = new Term(PhotoSchema.POLICY_ACTION, Action.BLOCK.key());
    boolean all =
        restriction.policy() == null || restriction.showMarked() || reader.docFreq(blocked) == 0;
    return all
        ? null
        : new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(new TermQuery(blocked), Occur.MUST_NOT)
            .build();
  }
}
