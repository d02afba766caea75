package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** A photo as a line of JSON. */
final class PhotoLine {

  private final FieldCatalogue catalogue;

  /**
   * @param catalogue the fields of the index
   */
  PhotoLine(FieldCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The line, without its end. The same photo always gives the same bytes. */
  byte[] write(IndexedPhoto photo) {
    IndexedPhoto.Picture picture = photo.picture();
    ObjectNode json = ExportJson.object();
    json.put("id", photo.id());
    json.put("sha256", photo.sha256());
    json.put("width", picture.width());
    json.put("height", picture.height());
    Long takenAt = picture.takenAt();
    if (takenAt != null) {
      json.put("taken_at", String.valueOf(FieldKind.DATE.shown(takenAt)));
    }
    json.put("perceptual_hash", "%016x".formatted(picture.perceptualHash()));
    ArrayNode captions = json.putArray("captions");
    photo.captions().forEach(captions::add);
    ArrayNode tags = json.putArray("tags");
    photo.fields().of(PhotoSchema.TAG).forEach(tag -> tags.add((String) tag));
    ObjectNode fields = json.putObject("fields");
    catalogue.own().forEach((name, kind) -> write(fields, name, kind, photo.fields().of(name)));
    json.put("image_vector", Vectors.write(picture.vector()));
    json.put("image_hubness", picture.hubness());
    ArrayNode vectors = json.putArray("caption_vectors");
    ArrayNode tokens = json.putArray("caption_tokens");
    ArrayNode subjects = json.putArray("caption_subjects");
    for (EncodedCaption caption : photo.encodedCaptions()) {
      vectors.add(Vectors.write(caption.vector()));
      tokens.add(tokens(caption));
      subjects.add(caption.subjectBits());
    }
    return ExportJson.write(json);
  }

  private static String tokens(EncodedCaption caption) {
    TokenVectors tokens = caption.tokens();
    if (tokens == null) {
      return "";
    }
    BytesRef bytes = tokens.toBytes();
    return Base64.getEncoder().encodeToString(BytesRef.deepCopyOf(bytes).bytes);
  }

  private static void write(ObjectNode fields, String name, FieldKind kind, List<Object> values) {
    if (!values.isEmpty()) {
      ArrayNode array = fields.putArray(name);
      for (Object value : values) {
        switch (kind.shown(value)) {
          case Long number -> array.add(number);
          case Double number -> array.add(number);
          case Object text -> array.add(text.toString());
        }
      }
    }
  }

  /**
   * Reads a line.
   *
   * @param dimension of image vectors
   * @param captionDimension of captions' vectors, or 0 for any
   * @throws DataException if it is no photo for this index; the message says why
   */
  IndexedPhoto read(byte[] line, int dimension, int captionDimension) {
    return new PhotoLineReader(ExportJson.read(line), catalogue, dimension, captionDimension)
        .photo();
  }
}
