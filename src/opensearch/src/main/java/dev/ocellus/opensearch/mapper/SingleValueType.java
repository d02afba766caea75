package dev.ocellus.opensearch.mapper;

import java.util.Map;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.TextSearchInfo;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.QueryShardException;

/** Such a field as queries see it: it is there or not, and has no terms. */
abstract class SingleValueType extends MappedFieldType {

  private final String typeName;

  SingleValueType(
      String name,
      String typeName,
      boolean indexed,
      boolean hasDocValues,
      Map<String, String> meta) {
    super(name, indexed, false, hasDocValues, TextSearchInfo.NONE, meta);
    this.typeName = typeName;
  }

  /** What the field holds, and what else to ask of it than terms; to stand after its name. */
  abstract String insteadOfTerms();

  @Override
  public final String typeName() {
    return typeName;
  }

  @Override
  public final Query existsQuery(QueryShardContext context) {
    return new FieldExistsQuery(name());
  }

  @Override
  public final Query termQuery(Object value, QueryShardContext context) {
    throw new QueryShardException(
        context, "Field [{}] of type [{}] {}", name(), typeName(), insteadOfTerms());
  }
}
