package dev.ocellus.opensearch.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.opensearch.common.unit.Fuzziness;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.query.QueryShardContext;

/**
 * Patterns over a field's words or values, as the field's type searches them; all that match count.
 */
record ShardPatterns(QueryShardContext context) {

  Query prefix(MappedFieldType type, String prefix) {
    Analyzer analyzer = type.getTextSearchInfo().getSearchAnalyzer();
    String normal =
        analyzer == null ? prefix : analyzer.normalize(type.name(), prefix).utf8ToString();
    return type.prefixQuery(normal, null, context);
  }

  Query wildcard(MappedFieldType type, String pattern) {
    return type.normalizedWildcardQuery(pattern, null, context);
  }

  Query regularExpression(MappedFieldType type, String expression) {
    return type.regexpQuery(
        expression, RegExp.ALL, 0, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT, null, context);
  }

  Query fuzzy(MappedFieldType type, String word, float edits) {
    return type.fuzzyQuery(
        word,
        Fuzziness.fromEdits(FuzzyQuery.floatToEdits(edits, word.codePointCount(0, word.length()))),
        FuzzyQuery.defaultPrefixLength,
        FuzzyQuery.defaultMaxExpansions,
        FuzzyQuery.defaultTranspositions,
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE,
        context);
  }
}
