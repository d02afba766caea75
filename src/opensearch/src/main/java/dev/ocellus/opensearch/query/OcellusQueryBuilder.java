package dev.ocellus.opensearch.query;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.AbstractQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilderVisitor;
import org.opensearch.index.query.QueryCoordinatorContext;
import org.opensearch.index.query.QueryRewriteContext;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.plugins.SearchPlugin;

/**
 * The query {@code {"ocellus": {"query": "two dogs -people"}}}: photos by what captions say and
 * pictures show, scored from 0 to 1 as an embedded index scores them.
 *
 * <p>The coordinating node reads the text with the mappings of the searched indices, encodes texts
 * and pictures once, and sends the vectors along; each shard reads the text again and searches.
 */
public final class OcellusQueryBuilder extends AbstractQueryBuilder<OcellusQueryBuilder> {

  /** The query's name in requests. */
  public static final String NAME = "ocellus";

  private final QueryServices services;
  private final QueryRequest request;
  private @Nullable QueryBuilder filter;
  private final @Nullable PreparedQuery prepared;

  /** Filled while the query is being prepared; null before. */
  private final @Nullable AtomicReference<PreparedQuery> pending;

  /**
   * @param services of the node
   */
  public OcellusQueryBuilder(QueryRequest request, QueryServices services) {
    this(request, null, null, null, services);
  }

  private OcellusQueryBuilder(
      QueryRequest request,
      @Nullable QueryBuilder filter,
      @Nullable PreparedQuery prepared,
      @Nullable AtomicReference<PreparedQuery> pending,
      QueryServices services) {
    this.request = request;
    this.filter = filter;
    this.prepared = prepared;
    this.pending = pending;
    this.services = services;
  }

  /** Reads what a node wrote. */
  public OcellusQueryBuilder(StreamInput in, QueryServices services) throws IOException {
    super(in);
    this.services = services;
    this.request = new QueryRequest(in);
    this.filter = in.readOptionalNamedWriteable(QueryBuilder.class);
    this.prepared = in.readOptionalWriteable(PreparedQuery::new);
    this.pending = null;
  }

  @Override
  protected void doWriteTo(StreamOutput out) throws IOException {
    if (pending != null) {
      throw new IllegalStateException("the query is still being prepared");
    }
    request.writeTo(out);
    out.writeOptionalNamedWriteable(filter);
    out.writeOptionalWriteable(prepared);
  }

  /** What a node has to know to read the query. */
  public static List<SearchPlugin.QuerySpec<?>> specs(QueryServices services) {
    return List.of(
        new SearchPlugin.QuerySpec<>(
            NAME,
            in -> new OcellusQueryBuilder(in, services),
            parser -> fromXContent(parser, services)));
  }

  /** Reads a query's JSON, within its name. */
  public static OcellusQueryBuilder fromXContent(XContentParser parser, QueryServices services)
      throws IOException {
    return RequestParser.parse(parser, services);
  }

  @Override
  protected void doXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject(NAME);
    RequestParser.write(request, builder);
    if (filter != null) {
      builder.field(RequestParser.filterName(), filter);
    }
    printBoostAndQueryName(builder);
    builder.endObject();
  }

  /** What is asked for. */
  public QueryRequest request() {
    return request;
  }

  /** Searches among the photos that match alone. */
  public void setFilter(QueryBuilder newFilter) {
    filter = newFilter;
  }

  @Override
  public void visit(QueryBuilderVisitor visitor) {
    visitor.accept(this);
    if (filter != null) {
      filter.visit(visitor.getChildVisitor(Occur.FILTER));
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // what was not rewritten is the same
  protected QueryBuilder doRewrite(QueryRewriteContext context) throws IOException {
    QueryBuilder rewrittenFilter = filter == null ? null : rewritten(filter, context);
    if (rewrittenFilter != filter) {
      return new OcellusQueryBuilder(request, rewrittenFilter, prepared, pending, services);
    }
    if (pending != null) {
      PreparedQuery done = pending.get();
      return done == null ? this : new OcellusQueryBuilder(request, filter, done, null, services);
    }
    QueryCoordinatorContext coordinator = context.convertToCoordinatorContext();
    if (prepared != null || coordinator == null) {
      return this;
    }
    AtomicReference<PreparedQuery> result = new AtomicReference<>();
    services.coordinator().prepare(request, filter != null, coordinator, result::set);
    return new OcellusQueryBuilder(request, filter, null, result, services);
  }

  /** On a shard a field that no searched index has is an error, and is known only now. */
  private QueryBuilder rewritten(QueryBuilder given, QueryRewriteContext context)
      throws IOException {
    QueryShardContext shard = context.convertToShardContext();
    return shard == null
        ? given.rewrite(context)
        : new StrictFields(shard, prepared).of(() -> given.rewrite(context));
  }

  @Override
  protected Query doToQuery(QueryShardContext context) throws IOException {
    return new ShardQuery(request, filter, prepared, services, context).build();
  }

  @Override
  protected boolean doEquals(OcellusQueryBuilder other) {
    return request.equals(other.request)
        && Objects.equals(filter, other.filter)
        && Objects.equals(prepared, other.prepared);
  }

  @Override
  protected int doHashCode() {
    return Objects.hash(request, filter);
  }

  @Override
  public String getWriteableName() {
    return NAME;
  }
}
