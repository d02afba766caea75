package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.search.QueryText;
import dev.ocellus.lucene.syntax.DescribingText;
import dev.ocellus.lucene.syntax.Evidence;
import dev.ocellus.lucene.syntax.LikedPhoto;
import dev.ocellus.lucene.syntax.ParsedQuery;
import dev.ocellus.lucene.syntax.PhotoQueryParser;
import dev.ocellus.opensearch.analysis.CaptionAnalysis;
import dev.ocellus.opensearch.encode.EncodingService;
import dev.ocellus.opensearch.encode.TextToEncode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.opensearch.action.IndicesRequest;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.core.action.ActionListener;
import org.opensearch.index.query.QueryCoordinatorContext;

/**
 * Prepares queries on the node that coordinates a search: checks them against the mappings of all
 * searched indices, so that what is wrong fails the request and no shard, and has their texts and
 * pictures encoded.
 */
final class Coordinator {

  private final EncodingService encoding;
  private final ClusterService cluster;
  private final IndexNameExpressionResolver names;

  Coordinator(EncodingService encoding, ClusterService cluster, IndexNameExpressionResolver names) {
    this.encoding = encoding;
    this.cluster = cluster;
    this.names = names;
  }

  /**
   * Registers what has to be done.
   *
   * @param filtered whether the query has a filter, so that its text may be blank
   * @param whenDone called on another thread
   * @throws IllegalArgumentException if the query is wrong
   */
  void prepare(
      QueryRequest request,
      boolean filtered,
      QueryCoordinatorContext context,
      Consumer<PreparedQuery> whenDone)
      throws IOException {
    SearchedIndices searched = SearchedIndices.of(context, cluster.state(), names);
    QueryPlan plan = plan(request, filtered, searched);
    IndicesRequest search = context.getSearchRequest();
    context.registerAsyncAction(
        (client, listener) ->
            new Preparation(encoding, client, request, search, plan)
                .run(
                    ActionListener.wrap(
                        prepared -> {
                          whenDone.accept(prepared);
                          listener.onResponse(null);
                        },
                        listener::onFailure)));
  }

  private static QueryPlan plan(QueryRequest request, boolean filtered, SearchedIndices searched) {
    List<IndexFields> indices = searched.indices().stream().map(IndexFields::of).toList();
    Set<String> all = new TreeSet<>(Set.of(PhotoNames.CAPTION, PhotoNames.ID));
    indices.forEach(index -> all.addAll(index.fields().keySet()));
    boolean sameFields =
        indices.stream().map(index -> index.fields().keySet()).distinct().count() <= 1;
    QueryPlan plan =
        QueryPlan.empty(
            all.stream().filter(request.text()::contains).toList(),
            sameFields,
            searched.aliasFilters());
    boolean mean = false;
    for (IndexFields index : indices) {
      if (isSearchable(index, request)) {
        mean |= add(index, all, request, filtered, plan);
      }
    }
    if (request.picture() instanceof QueryPicture.Indexed indexed) {
      plan.photos().putIfAbsent(indexed.id(), "[image]: ");
    }
    return mean ? plan.withMean() : plan;
  }

  private static boolean isSearchable(IndexFields index, QueryRequest request) {
    String field = request.field();
    String type = index.type(field);
    if (type == null && request.ignoreUnmapped()) {
      return false;
    }
    if (type == null) {
      throw new IllegalArgumentException(
          "[ocellus] index [%s] has no field [%s]; name its field of type [ocellus_vector] by [field], or set [ignore_unmapped]"
              .formatted(index.index(), field));
    }
    if (!index.isVector(field)) {
      throw new IllegalArgumentException(
          "[ocellus] field [%s] of index [%s] is of type [%s], it must be of type [ocellus_vector]"
              .formatted(field, index.index(), type));
    }
    return true;
  }

  /** Adds what one index needs; whether that is the mean of texts. */
  private static boolean add(
      IndexFields index, Set<String> all, QueryRequest request, boolean filtered, QueryPlan plan) {
    String model =
        ModelChoice.of(request, index.parameter(request.field(), "model"), index.index());
    String dimension = index.parameter(request.field(), "dimension");
    plan.index(index.index(), model, dimension == null ? 0 : Integer.parseInt(dimension));
    ParsedQuery parsed = parse(new StateFields(index, all), request, filtered);
    String language = CaptionAnalysis.language(index.parameter(PhotoNames.CAPTION, "analyzer"));
    for (DescribingText text : parsed.texts()) {
      QueryText read = QueryText.of(text);
      if (!read.text().isEmpty()) {
        plan.text(model, new TextToEncode(read.text(), language, read.weights()));
      }
    }
    for (LikedPhoto like : parsed.likes()) {
      plan.photos().putIfAbsent(like.photo(), "column " + like.column() + ": ");
    }
    return !parsed.likes().isEmpty()
        && parsed.texts().stream().anyMatch(text -> text.evidence() == Evidence.BOTH);
  }

  private static ParsedQuery parse(StateFields fields, QueryRequest request, boolean filtered) {
    try {
      return RequestText.parse(
          new PhotoQueryParser(fields, new WhitespaceAnalyzer()), request, filtered);
    } catch (QueryException e) {
      throw new IllegalArgumentException("[ocellus] " + e.getMessage(), e);
    }
  }
}
