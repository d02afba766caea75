package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.ExistingPhotos;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.PhotoMark;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PhotoSource} wrote; or what others wrote into the same fields, where a single
 * value may stand without a list.
 */
public final class PhotoSourceReader {

  private final FieldCatalogue fields;

  /**
   * @param fields of the index
   */
  public PhotoSourceReader(FieldCatalogue fields) {
    this.fields = fields;
  }

  /**
   * A photo without what its pixels and captions gave.
   *
   * @param source may lack the vectors
   */
  public ExistingPhotos.Entry entry(String id, JsonNode source) {
    return new ExistingPhotos.Entry(
        id,
        source.path(PhotoSchema.CONTENT_SHA256).asText(),
        texts(source.path(PhotoSchema.CAPTION)),
        values(source),
        mark(source));
  }

  /**
   * A photo with all that the document has of it.
   *
   * @throws DataException if a vector is missing or none
   */
  public IndexedPhoto photo(String id, JsonNode source) {
    ExistingPhotos.Entry entry = entry(id, source);
    List<EncodedCaption> captions = new ArrayList<>();
    for (JsonNode caption : list(source.path(PhotoSource.CAPTIONS))) {
      captions.add(
          new EncodedCaption(
              Vectors.read(caption.path(PhotoSource.VECTOR), "a caption's vector", 0),
              tokens(caption.path(PhotoSource.TOKENS)),
              EncodedCaption.subjectsOf(caption.path(PhotoSource.SUBJECTS).asLong())));
    }
    if (captions.size() != entry.captions().size()) {
      throw new DataException(
          "%s has %d captions, but vectors of %d"
              .formatted(id, entry.captions().size(), captions.size()));
    }
    IndexedPhoto.Picture picture =
        new IndexedPhoto.Picture(
            Vectors.read(source.path(PhotoSchema.IMAGE_VECTOR), PhotoSchema.IMAGE_VECTOR, 0),
            source.path(PhotoSchema.IMAGE_HUBNESS).floatValue(),
            source.path(PhotoSchema.PERCEPTUAL_HASH).asLong(),
            source.path(PhotoSchema.WIDTH).asInt(),
            source.path(PhotoSchema.HEIGHT).asInt(),
            takenAt(source.path(PhotoSchema.TAKEN_AT)));
    return new IndexedPhoto(
        id, entry.sha256(), picture, entry.captions(), captions, entry.fields());
  }

  private static @Nullable Long takenAt(JsonNode taken) {
    return taken.isNumber()
        ? Long.valueOf(taken.asLong())
        : (Long) FieldKind.DATE.parse(taken.asText());
  }

  private static @Nullable TokenVectors tokens(JsonNode node) {
    return node.isMissingNode() || node.isNull()
        ? null
        : TokenVectors.ofBytes(new BytesRef(Vectors.bytes(node, "a caption's tokens")));
  }

  private FieldValues values(JsonNode source) {
    FieldValues values = FieldValues.NONE;
    for (Map.Entry<String, FieldKind> field : fields.own().entrySet()) {
      values = with(values, field.getKey(), field.getValue(), source);
    }
    return with(values, PhotoSchema.TAG, FieldKind.KEYWORD, source);
  }

  private static FieldValues with(
      FieldValues values, String name, FieldKind kind, JsonNode source) {
    List<Object> read =
        texts(source.path(name)).stream().map(kind::parse).filter(Objects::nonNull).toList();
    return read.isEmpty() ? values : values.with(name, read);
  }

  private static PhotoMark mark(JsonNode source) {
    String action = source.path(PhotoSchema.POLICY_ACTION).asText("");
    return action.isEmpty()
        ? PhotoMark.NONE
        : new PhotoMark(
            Action.valueOf(action.toUpperCase(Locale.ROOT)),
            texts(source.path(PhotoSchema.POLICY_CATEGORY)));
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    list(node).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Iterable<JsonNode> list(JsonNode node) {
    return node.isArray()
        ? node
        : node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }
}
