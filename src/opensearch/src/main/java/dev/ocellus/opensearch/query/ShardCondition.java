package dev.ocellus.opensearch.query;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.lucene.search.Queries;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.Rewriteable;

/**
 * Which photos of a shard are searched among.
 *
 * @param filter the query's, or null
 * @param prepared what the coordinating node sent, or null
 */
record ShardCondition(
    @Nullable QueryBuilder filter, @Nullable PreparedQuery prepared, QueryShardContext context) {

  /**
   * What a text, the filter and the alias ask of photos; null for all photos.
   *
   * @param stated by the text
   */
  @Nullable Query of(@Nullable Query stated) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (stated != null) {
      all.add(stated, Occur.FILTER);
    }
    if (filter != null) {
      all.add(strictly(filter), Occur.FILTER);
    }
    QueryBuilder alias =
        prepared == null ? null : prepared.aliasFilters().get(context.index().getName());
    if (alias != null) {
      all.add(Rewriteable.rewrite(alias, context, true).toQuery(context), Occur.FILTER);
    }
    BooleanQuery condition = all.build();
    if (condition.clauses().isEmpty()) {
      return null;
    }
    return all.add(Queries.newNonNestedFilter(), Occur.FILTER).build();
  }

  private Query strictly(QueryBuilder given) throws IOException {
    Query query = new StrictFields(context, prepared).of(() -> given.toQuery(context));
    return query == null ? new MatchNoDocsQuery("the filter matches nothing") : query;
  }
}
