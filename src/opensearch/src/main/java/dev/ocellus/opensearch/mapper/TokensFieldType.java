package dev.ocellus.opensearch.mapper;

import java.util.Map;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.SourceValueFetcher;
import org.opensearch.index.mapper.TextSearchInfo;
import org.opensearch.index.mapper.ValueFetcher;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.QueryShardException;
import org.opensearch.search.lookup.SearchLookup;

/** A field of tokens' vectors as queries see it. */
public final class TokensFieldType extends MappedFieldType {

  private final int dimension;

  TokensFieldType(String name, int dimension, Map<String, String> meta) {
    super(name, false, false, true, TextSearchInfo.NONE, meta);
    this.dimension = dimension;
  }

  /** Of every token's vector. */
  public int dimension() {
    return dimension;
  }

  @Override
  public String typeName() {
    return TokensFieldMapper.TYPE;
  }

  @Override
  public ValueFetcher valueFetcher(
      QueryShardContext context, SearchLookup lookup, @Nullable String format) {
    return SourceValueFetcher.identity(name(), context, format);
  }

  @Override
  public Query existsQuery(QueryShardContext context) {
    return new FieldExistsQuery(name());
  }

  @Override
  public Query termQuery(Object value, QueryShardContext context) {
    throw new QueryShardException(
        context,
        "Field [{}] of type [{}] holds tokens' vectors, which have no terms: an [ocellus] query"
            + " reads them",
        name(),
        typeName());
  }
}
