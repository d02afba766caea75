package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.query.PhotoLayout;
import java.util.Objects;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.lucene.search.Queries;
import org.opensearch.index.mapper.IdFieldMapper;
import org.opensearch.index.query.QueryShardContext;

/**
 * Where a shard holds photos: each is a document with a nested one for every caption before it.
 * Equal where the image vector's field is.
 */
final class ShardLayout implements PhotoLayout {

  private final String imageVector;
  private final QueryShardContext context;
  private final BitSetProducer parents;

  ShardLayout(String imageVector, QueryShardContext context) {
    this.imageVector = imageVector;
    this.context = context;
    this.parents = context.bitsetFilter(Queries.newNonNestedFilter());
  }

  @Override
  public String caption() {
    return PhotoNames.CAPTION;
  }

  @Override
  public String imageVector() {
    return imageVector;
  }

  @Override
  public String imageHubness() {
    return PhotoNames.IMAGE_HUBNESS;
  }

  @Override
  public String captionVector() {
    return PhotoNames.CAPTION_VECTOR;
  }

  @Override
  public String captionTokens() {
    return PhotoNames.CAPTION_TOKENS;
  }

  @Override
  public String captionSubjects() {
    return PhotoNames.CAPTION_SUBJECTS;
  }

  @Override
  public Query photos() {
    return Queries.newNonNestedFilter();
  }

  @Override
  public BitSetProducer parents() {
    return parents;
  }

  /** Nested documents have their photo's id, too. */
  @Override
  public Query photo(String id) {
    return new BooleanQuery.Builder()
        .add(context.fieldMapper(IdFieldMapper.NAME).termQuery(id, context), Occur.FILTER)
        .add(photos(), Occur.FILTER)
        .build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ShardLayout that && imageVector.equals(that.imageVector);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ShardLayout.class, imageVector);
  }
}
