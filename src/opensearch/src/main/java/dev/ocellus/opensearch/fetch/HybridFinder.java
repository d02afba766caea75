package dev.ocellus.opensearch.fetch;

import dev.ocellus.lucene.query.LateHybridQuery;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Finds the hybrid queries within a query, whatever is around them. */
final class HybridFinder extends QueryVisitor {

  private final List<LateHybridQuery> found = new ArrayList<>();

  private HybridFinder() {}

  static List<LateHybridQuery> in(Query query) {
    HybridFinder finder = new HybridFinder();
    query.visit(finder);
    return finder.found;
  }

  @Override
  public QueryVisitor getSubVisitor(Occur occur, Query parent) {
    if (parent instanceof LateHybridQuery hybrid) {
      found.add(hybrid);
    }
    return occur == Occur.MUST_NOT ? QueryVisitor.EMPTY_VISITOR : this;
  }
}
