package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.syntax.Node.Condition;
import dev.ocellus.lucene.syntax.Node.Group;
import dev.ocellus.lucene.syntax.Node.Like;
import dev.ocellus.lucene.syntax.Node.Words;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Lucene's classic grammar with AND between clauses, made into {@link Node}s. */
final class TreeParser extends QueryParser {

  static final String LIKE = "like";
  static final String SHOW = "show";
  static final String SAY = "say";

  /** Stands for no field: names of fields are never empty. */
  private static final String NO_FIELD = "";

  // The values that Lucene's grammar calls addClause with; its constants are not public.
  private static final int CONJ_AND = 1;
  private static final int MOD_NONE = 0;

  private final String query;
  private final FieldConditions conditions;
  private final Notes notes;

  /**
   * @param query as typed, as long as what is parsed
   */
  TreeParser(String query, FieldConditions conditions, Analyzer analyzer, Notes notes) {
    super(NO_FIELD, analyzer);
    this.query = query;
    this.conditions = conditions;
    this.notes = notes;
    setDefaultOperator(AND_OPERATOR);
    setSplitOnWhitespace(true);
  }

  /** The tree of a disguised query. */
  Node tree(String disguised) throws ParseException {
    return NodeQuery.node(parse(disguised));
  }

  @Override
  protected void addClause(
      List<BooleanClause> clauses, int conjunction, int modifier, Query clause) {
    boolean signed = conjunction == CONJ_AND || modifier != MOD_NONE;
    if (conjunction == CONJ_AND && !clauses.isEmpty()) {
      BooleanClause previous = clauses.removeLast();
      clauses.add(new BooleanClause(((NodeQuery) previous.query()).asSigned(), previous.occur()));
    }
    super.addClause(clauses, conjunction, modifier, new NodeQuery(NodeQuery.node(clause), signed));
  }

  @Override
  protected Query getBooleanQuery(List<BooleanClause> clauses) {
    return new NodeQuery(new Group(clauses.stream().map(NodeQuery::clause).toList()), false);
  }

  @Override
  protected Query getFieldQuery(String field, String value, boolean quoted) {
    return value(field, value, false, 0);
  }

  @Override
  protected Query getFieldQuery(String field, String value, int slop) {
    return value(field, value, true, Math.min(slop, QueryLimits.MAX_SLOP));
  }

  private Query value(String field, String disguised, boolean phrase, int slop) {
    String value = Disguise.reveal(disguised);
    return switch (field) {
      case NO_FIELD, SHOW, SAY -> words(field, value, phrase, slop);
      case LIKE -> new NodeQuery(new Like(value, index(value)), false);
      default -> condition(field, value, () -> conditions.value(field, value, phrase, slop));
    };
  }

  private Query words(String field, String text, boolean phrase, int slop) {
    Evidence evidence =
        switch (field) {
          case SHOW -> Evidence.PICTURE;
          case SAY -> Evidence.CAPTIONS;
          default -> Evidence.BOTH;
        };
    return new NodeQuery(new Words(text, evidence, phrase, slop, index(text)), false);
  }

  @Override
  protected Query getRangeQuery(
      String field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo) {
    String shown =
        (withFrom ? "[" : "{")
            + (from == null ? "*" : from)
            + " TO "
            + (upTo == null ? "*" : upTo)
            + (withUpTo ? "]" : "}");
    return pattern(
        field, shown, target -> conditions.range(target, from, upTo, withFrom, withUpTo));
  }

  @Override
  protected Query getPrefixQuery(String field, String disguised) {
    String prefix = Disguise.reveal(disguised);
    return pattern(field, prefix + "*", target -> conditions.prefix(target, prefix));
  }

  @Override
  protected Query getWildcardQuery(String field, String disguised) {
    String pattern = Disguise.revealInPattern(disguised);
    return pattern(field, pattern, target -> conditions.wildcard(target, pattern));
  }

  @Override
  protected Query getRegexpQuery(String field, String expression) {
    return pattern(
        field, "/" + expression + "/", target -> conditions.regularExpression(target, expression));
  }

  @Override
  protected Query getFuzzyQuery(String field, String disguised, float edits) {
    String word = Disguise.reveal(disguised);
    return pattern(field, word, target -> conditions.fuzzy(target, word, edits));
  }

  private Query pattern(String field, String shown, UnaryCondition condition) {
    return switch (field) {
      case LIKE, SHOW, SAY ->
          condition(
              field,
              shown,
              () -> {
                throw new ValueProblem(
                    field + ": takes no pattern and no range",
                    field.equals(LIKE) ? "write a photo's id" : "write words");
              });
      case NO_FIELD -> condition(field, shown, () -> condition.on(conditions.captionField()));
      default -> condition(field, shown, () -> condition.on(field));
    };
  }

  /** A condition on a field. */
  private interface UnaryCondition {
    @Nullable Query on(String field);
  }

  private Query condition(String field, String shown, Supplier<@Nullable Query> condition) {
    try {
      return new NodeQuery(new Condition(condition.get()), false);
    } catch (ValueProblem problem) {
      String culprit = problem.culprit() == null ? shown : problem.culprit();
      notes.text(index(culprit), problem.problem(), problem.remedy());
      return words(NO_FIELD, field.equals(NO_FIELD) ? shown : field + ":" + shown, false, 0);
    }
  }

  /**
   * Where the value stands that the parser has just read, or, if it had escapes, its last token.
   */
  private int index(String value) {
    int found = query.lastIndexOf(value, token.endColumn - 1);
    return found < 0 ? token.beginColumn : found;
  }
}
