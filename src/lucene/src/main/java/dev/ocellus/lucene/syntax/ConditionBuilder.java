package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.syntax.Node.Clause;
import dev.ocellus.lucene.syntax.Node.Condition;
import dev.ocellus.lucene.syntax.Node.Group;
import dev.ocellus.lucene.syntax.Node.Like;
import dev.ocellus.lucene.syntax.Node.Weighted;
import dev.ocellus.lucene.syntax.Node.Words;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * What photos have to fulfil: fields, patterns and phrases by themselves; plain words where a sign,
 * AND, or an OR with one of those makes them more than a description. Otherwise as Lucene's
 * BooleanQuery has it.
 */
final class ConditionBuilder {

  private final FieldConditions conditions;
  private final boolean arithmetic;

  /**
   * @param arithmetic whether signs add and subtract, so that no words are conditions
   */
  ConditionBuilder(FieldConditions conditions, boolean arithmetic) {
    this.conditions = conditions;
    this.arithmetic = arithmetic;
  }

  /**
   * The condition on photos, or null if there is none.
   *
   * @throws QueryException if it has more than {@link QueryLimits#MAX_CONDITIONS} clauses
   */
  @Nullable Query build(Node root) {
    Query condition;
    try {
      condition = condition(root, false);
    } catch (TooManyClauses e) {
      throw tooMany();
    }
    if (condition == null) {
      return null;
    }
    if (size(condition) > QueryLimits.MAX_CONDITIONS) {
      throw tooMany();
    }
    return new BooleanQuery.Builder()
        .add(conditions.photos(), Occur.FILTER)
        .add(condition, Occur.FILTER)
        .build();
  }

  static QueryException tooMany() {
    return new QueryException(
        "the query has more than %d conditions; write fewer".formatted(QueryLimits.MAX_CONDITIONS));
  }

  /**
   * @param binding whether plain words are conditions here
   */
  private @Nullable Query condition(Node node, boolean binding) {
    return switch (node) {
      case Words words -> binding || binds(words) ? caption(words) : null;
      case Like like -> null;
      case Condition condition -> condition.query();
      case Weighted weighted -> condition(weighted.node(), binding);
      case Group group -> group(group.clauses(), binding);
    };
  }

  private boolean binds(Words words) {
    return words.phrase() && words.evidence() == Evidence.BOTH;
  }

  private @Nullable Query caption(Words words) {
    return arithmetic || words.evidence() == Evidence.PICTURE ? null : conditions.caption(words);
  }

  private @Nullable Query group(List<Clause> clauses, boolean binding) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean required = false;
    boolean any = false;
    for (Clause clause : clauses) {
      if (clause.occur() != Occur.SHOULD) {
        Query condition = condition(clause.node(), binding || clause.signed());
        if (condition != null) {
          query.add(condition, clause.occur());
          required |= clause.occur() == Occur.MUST;
          any = true;
        }
      }
    }
    // Beside required clauses optional ones decide nothing.
    if (!required && (binding || clauses.stream().anyMatch(this::isOptionalCondition))) {
      List<Query> options = options(clauses);
      options.forEach(option -> query.add(option, Occur.SHOULD));
      required = !options.isEmpty();
    }
    if (!required && any) {
      // Lucene finds nothing by exclusions alone; who writes them means all others.
      query.add(conditions.photos(), Occur.MUST);
    }
    return required || any ? simplified(query.build()) : null;
  }

  private boolean isOptionalCondition(Clause clause) {
    return clause.occur() == Occur.SHOULD && condition(clause.node(), false) != null;
  }

  private List<Query> options(List<Clause> clauses) {
    return clauses.stream()
        .filter(clause -> clause.occur() == Occur.SHOULD)
        .<@Nullable Query>map(clause -> condition(clause.node(), true))
        .filter(option -> option != null)
        .toList();
  }

  private static Query simplified(BooleanQuery query) {
    List<BooleanClause> clauses = query.clauses();
    return clauses.size() == 1 && clauses.getFirst().occur() != Occur.MUST_NOT
        ? clauses.getFirst().query()
        : query;
  }

  private static int size(Query query) {
    int[] size = new int[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }

          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            size[0] += terms.length;
          }

          @Override
          public void visitLeaf(Query leaf) {
            size[0]++;
          }

          @Override
          public void consumeTermsMatching(
              Query leaf, String field, Supplier<ByteRunAutomaton> automaton) {
            size[0]++;
          }
        });
    return size[0];
  }
}
