package dev.ocellus.opensearch.query;

import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.PhotoLayout;
import dev.ocellus.lucene.search.QuerySource;
import dev.ocellus.lucene.search.QueryText;
import dev.ocellus.lucene.syntax.LikedPhoto;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.opensearch.analysis.CaptionAnalysis;
import dev.ocellus.opensearch.encode.TextToEncode;
import dev.ocellus.opensearch.mapper.VectorFieldType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.query.QueryShardContext;

/**
 * A shard. Vectors are those that the coordinating node sent; what it did not foresee, such as a
 * text that this shard's newer mapping reads otherwise, is encoded here.
 */
final class ShardSource implements QuerySource {

  private static final ModelVectors NOTHING = new ModelVectors(Map.of(), null, null, Map.of());

  private final QueryShardContext context;
  private final VectorFieldType field;
  private final String model;
  private final ModelVectors vectors;
  private final QueryServices services;
  private final PhotoLayout layout;
  private final ShardEncoder encoder;

  /**
   * @param model id of the encoder
   * @param vectors by it, or null if none were sent
   */
  ShardSource(
      QueryShardContext context,
      VectorFieldType field,
      String model,
      @Nullable ModelVectors vectors,
      QueryServices services) {
    this.context = context;
    this.field = field;
    this.model = model;
    this.vectors = vectors == null ? NOTHING : vectors;
    this.services = services;
    this.layout = new ShardLayout(field.name(), context);
    this.encoder = new ShardEncoder(services.encoding(), model);
  }

  @Override
  public PhotoLayout layout() {
    return layout;
  }

  @Override
  public int dimension() {
    return field.parameters().dimension();
  }

  @Override
  public List<LemmaGroup> words(QueryText text) {
    MappedFieldType captions = context.getMapperService().fieldType(PhotoNames.CAPTION);
    return captions == null
        ? List.of()
        : LemmaGroup.of(
            context.getSearchAnalyzer(captions),
            captions.name(),
            text.text(),
            text.weights(),
            PhotoSearcher.MAX_WORDS);
  }

  @Override
  public EncodedText encode(QueryText text) {
    TextToEncode key = new TextToEncode(text.text(), language(), text.weights());
    EncodedText known = vectors.texts().get(key);
    EncodedText encoded = known == null ? encoder.text(key) : known;
    check(field.name(), encoded.imageVector().length);
    check(PhotoNames.CAPTION_VECTOR, encoded.captionVector().length);
    return encoded;
  }

  /** What captions are read in, and so queries. */
  private String language() {
    MappedFieldType captions = context.getMapperService().fieldType(PhotoNames.CAPTION);
    return CaptionAnalysis.language(captions == null ? null : captions.indexAnalyzer().name());
  }

  @Override
  public float[] meanText() {
    float[] mean = vectors.meanText();
    return mean == null ? encoder.meanText() : mean;
  }

  @Override
  public float[] photo(LikedPhoto photo) {
    return photo(photo.photo(), "column " + photo.column() + ": ");
  }

  /** The vector of a photo that the query names. */
  float[] photo(String id, String where) {
    float[] vector = vectors.photos().get(id);
    if (vector == null) {
      throw new QueryException(
          "%sthe vector of photo \"%s\" is not known here; send the query to a _search of this cluster"
              .formatted(where, id));
    }
    check(field.name(), vector.length);
    return vector;
  }

  /** The vector of the query's photo file. */
  float[] picture(QueryPicture.File file) {
    float[] sent = vectors.picture();
    float[] vector = sent == null ? encoder.photo(file.bytes()) : sent;
    check(field.name(), vector.length);
    return vector;
  }

  @Override
  public Likeness likeness() {
    return services.fusion(model).likeness();
  }

  private void check(String name, int length) {
    if (context.getMapperService().fieldType(name) instanceof VectorFieldType type
        && type.parameters().dimension() != length) {
      throw new QueryException(
          "encoder %s makes vectors of %d dimensions, those of field [%s] have %d; name the encoder of the index by [model]"
              .formatted(model, length, name, type.parameters().dimension()));
    }
  }
}
