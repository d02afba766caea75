package dev.ocellus.lucene.syntax;

import java.util.Objects;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Node} through Lucene's parser, which builds of Queries only; never searched. */
final class NodeQuery extends Query {

  private final Node node;
  private final boolean signed;

  /**
   * @param signed as that of {@link Node.Clause}
   */
  NodeQuery(Node node, boolean signed) {
    this.node = node;
    this.signed = signed;
  }

  /** The node of a query that the parser built of these, boosted or not. */
  static Node node(Query query) {
    return query instanceof BoostQuery boosted
        ? new Node.Weighted(node(boosted.getQuery()), boosted.getBoost())
        : ((NodeQuery) query).node;
  }

  static Node.Clause clause(BooleanClause clause) {
    NodeQuery query = (NodeQuery) clause.query();
    return new Node.Clause(query.node, clause.occur(), query.signed);
  }

  NodeQuery asSigned() {
    return new NodeQuery(node, true);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return node.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeQuery query && node.equals(query.node) && signed == query.signed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(node, signed);
  }
}
