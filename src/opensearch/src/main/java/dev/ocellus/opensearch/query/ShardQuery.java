package dev.ocellus.opensearch.query;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LateHybridQuery;
import dev.ocellus.lucene.search.HybridCompiler;
import dev.ocellus.lucene.search.PictureVector;
import dev.ocellus.lucene.syntax.ParsedQuery;
import dev.ocellus.lucene.syntax.PhotoQueryParser;
import dev.ocellus.opensearch.mapper.VectorFieldType;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.lucene.search.Queries;
import org.opensearch.common.lucene.search.function.FunctionScoreQuery;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.QueryShardException;

/** Lucene's query of a request on one shard. Used once. */
final class ShardQuery {

  private final QueryRequest request;
  private final @Nullable QueryBuilder filter;
  private final @Nullable PreparedQuery prepared;
  private final QueryServices services;
  private final QueryShardContext context;

  /**
   * @param prepared what the coordinating node sent, or null if the query came another way
   */
  ShardQuery(
      QueryRequest request,
      @Nullable QueryBuilder filter,
      @Nullable PreparedQuery prepared,
      QueryServices services,
      QueryShardContext context) {
    this.request = request;
    this.filter = filter;
    this.prepared = prepared;
    this.services = services;
    this.context = context;
  }

  /**
   * The query.
   *
   * @throws QueryShardException if it is wrong for this shard's mapping
   */
  Query build() throws IOException {
    MappedFieldType type = context.getMapperService().fieldType(request.field());
    if (type == null && request.ignoreUnmapped()) {
      return new MatchNoDocsQuery("no field " + request.field());
    }
    if (!(type instanceof VectorFieldType field)) {
      throw problem(
          type == null
              ? "there is no field [%s]".formatted(request.field())
              : "field [%s] is of type [%s], it must be of type [ocellus_vector]"
                  .formatted(request.field(), type.typeName()));
    }
    try {
      return build(field);
    } catch (IllegalArgumentException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  private Query build(VectorFieldType field) throws IOException {
    PhotoQueryParser parser =
        new PhotoQueryParser(new ShardFields(context, names()), new WhitespaceAnalyzer());
    ParsedQuery parsed = RequestText.parse(parser, request, filter != null);
    String model = ModelChoice.of(request, field.parameters().model(), context.index().getName());
    ModelVectors vectors = prepared == null ? null : prepared.vectors().get(model);
    ShardSource source = new ShardSource(context, field, model, vectors, services);
    FusionFile fusion = services.fusion(model);
    Query condition = new ShardCondition(filter, prepared, context).of(parsed.condition());
    HybridQuery hybrid =
        new HybridCompiler(source, request.signal(), fusion::model)
            .window(request.window())
            .filter(condition)
            .compile(parsed, picture(source));
    if (hybrid == null) {
      return new ConstantScoreQuery(condition == null ? Queries.newNonNestedFilter() : condition);
    }
    Query late = new LateHybridQuery(hybrid, ShardSearcher::within);
    return request.minScore() > 0
        ? new FunctionScoreQuery(late, request.minScore(), FunctionScoreQuery.DEFAULT_MAX_BOOST)
        : late;
  }

  private @Nullable PictureVector picture(ShardSource source) {
    return switch (request.picture()) {
      case null -> null;
      case QueryPicture.Indexed indexed ->
          new PictureVector(
              source.photo(indexed.id(), "[image]: "), request.pictureWeight(), indexed.id());
      case QueryPicture.File file ->
          new PictureVector(source.picture(file), request.pictureWeight(), null);
    };
  }

  private Collection<String> names() {
    if (prepared != null) {
      return prepared.fields();
    }
    Set<String> names = new TreeSet<>(Set.of(PhotoNames.CAPTION, PhotoNames.ID));
    for (String name : context.simpleMatchToIndexNames("*")) {
      if (!name.startsWith("_") && !name.startsWith(PhotoNames.CAPTIONS + ".")) {
        names.add(name);
      }
    }
    return names;
  }

  private QueryShardException problem(String message) {
    return new QueryShardException(context, "[ocellus] {}", message);
  }
}
