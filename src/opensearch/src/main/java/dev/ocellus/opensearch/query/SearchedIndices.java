package dev.ocellus.opensearch.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.search.SearchContextId;
import org.opensearch.action.search.SearchRequest;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.metadata.IndexMetadata;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.xcontent.DeprecationHandler;
import org.opensearch.core.xcontent.MediaTypeRegistry;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.AbstractQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryCoordinatorContext;
import org.opensearch.search.builder.PointInTimeBuilder;
import org.opensearch.search.internal.AliasFilter;
import org.opensearch.search.internal.ShardSearchRequest;

/**
 * The indices of this cluster that a request searches. Those of other clusters are read by their
 * own nodes.
 *
 * @param indices as the cluster's state has them
 * @param aliasFilters filters of the aliases that the request names, by index
 */
record SearchedIndices(List<IndexMetadata> indices, Map<String, QueryBuilder> aliasFilters) {

  /** The point in time that a request searches, or null. */
  static @Nullable PointInTimeBuilder pointInTime(IndicesRequest request) {
    return request instanceof SearchRequest search ? search.pointInTimeBuilder() : null;
  }

  static SearchedIndices of(
      QueryCoordinatorContext context, ClusterState state, IndexNameExpressionResolver names)
      throws IOException {
    IndicesRequest request = context.getSearchRequest();
    PointInTimeBuilder pointInTime = pointInTime(request);
    return pointInTime == null
        ? named(request, state, names, context.getXContentRegistry())
        : kept(SearchContextId.decode(context.getWriteableRegistry(), pointInTime.getId()), state);
  }

  private static SearchedIndices named(
      IndicesRequest request,
      ClusterState state,
      IndexNameExpressionResolver names,
      NamedXContentRegistry registry) {
    String[] local = local(request.indices());
    if (local.length == 0 && request.indices() != null && request.indices().length > 0) {
      return new SearchedIndices(List.of(), Map.of());
    }
    Set<String> expressions = names.resolveExpressions(state, local);
    List<IndexMetadata> indices = new ArrayList<>();
    Map<String, QueryBuilder> filters = new LinkedHashMap<>();
    for (String index : names.concreteIndexNames(state, request.indicesOptions(), local)) {
      IndexMetadata metadata = state.metadata().index(index);
      indices.add(metadata);
      String[] aliases = names.filteringAliases(state, index, expressions);
      QueryBuilder filter =
          aliases == null
              ? null
              : ShardSearchRequest.parseAliasFilter(
                  bytes -> parse(bytes, registry), metadata, aliases);
      if (filter != null) {
        filters.put(index, filter);
      }
    }
    return new SearchedIndices(indices, filters);
  }

  /** Without those of other clusters: "cluster:index". */
  private static String[] local(String @Nullable [] indices) {
    if (indices == null) {
      return new String[0];
    }
    List<String> local = new ArrayList<>();
    for (String index : indices) {
      if (index.indexOf(':') < 0) {
        local.add(index);
      }
    }
    return local.toArray(new String[0]);
  }

  /** The cluster's state keeps filters of aliases as JSON. */
  private static QueryBuilder parse(BytesReference filter, NamedXContentRegistry registry)
      throws IOException {
    try (XContentParser parser =
        MediaTypeRegistry.JSON
            .xContent()
            .createParser(
                registry, DeprecationHandler.THROW_UNSUPPORTED_OPERATION, filter.streamInput())) {
      return AbstractQueryBuilder.parseInnerQueryBuilder(parser);
    }
  }

  private static SearchedIndices kept(SearchContextId pointInTime, ClusterState state) {
    List<IndexMetadata> indices = new ArrayList<>();
    Map<String, QueryBuilder> filters = new LinkedHashMap<>();
    for (String index : pointInTime.getActualIndices()) {
      IndexMetadata metadata = state.metadata().index(index);
      if (metadata == null) {
        continue;
      }
      indices.add(metadata);
      AliasFilter filter =
          pointInTime.aliasFilter().getOrDefault(metadata.getIndexUUID(), AliasFilter.EMPTY);
      if (filter.getQueryBuilder() != null) {
        filters.put(index, filter.getQueryBuilder());
      }
    }
    return new SearchedIndices(indices, filters);
  }
}
