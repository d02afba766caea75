package dev.ocellus.opensearch.mapper;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.index.mapper.SourceValueFetcher;
import org.opensearch.index.mapper.ValueFetcher;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.search.lookup.SearchLookup;

/** A field of tokens' vectors as queries see it. */
public final class TokensFieldType extends SingleValueType {

  private final int dimension;

  TokensFieldType(String name, int dimension, Map<String, String> meta) {
    super(name, TokensFieldMapper.TYPE, false, true, meta);
    this.dimension = dimension;
  }

  /** Of every token's vector. */
  public int dimension() {
    return dimension;
  }

  @Override
  public ValueFetcher valueFetcher(
      QueryShardContext context, SearchLookup lookup, @Nullable String format) {
    return SourceValueFetcher.identity(name(), context, format);
  }

  @Override
  String insteadOfTerms() {
    return "holds tokens' vectors, which have no terms: an [ocellus] query reads them";
  }
}
