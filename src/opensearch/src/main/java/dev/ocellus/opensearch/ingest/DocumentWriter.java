package dev.ocellus.opensearch.ingest;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import dev.ocellus.opensearch.encode.EncodedDocument;
import dev.ocellus.opensearch.encode.EncodedDocument.EncodedPhoto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.opensearch.ingest.IngestDocument;

/** Writes what was encoded into documents, as the index template's mapping takes it. */
final class DocumentWriter {

  /** Nested objects, one a caption, in the captions' order. */
  static final String CAPTIONS = "captions";

  private final EncodeOptions options;

  DocumentWriter(EncodeOptions options) {
    this.options = options;
  }

  void write(IngestDocument document, EncodedDocument encoded) {
    EncodedPhoto photo = encoded.photo();
    if (photo != null) {
      writePhoto(document, photo);
    }
    if (!encoded.captions().isEmpty()) {
      List<Map<String, Object>> captions = new ArrayList<>();
      encoded.captions().forEach(caption -> captions.add(caption(caption)));
      set(document, CAPTIONS, captions);
    }
    if (photo != null || !encoded.captions().isEmpty()) {
      set(document, PhotoSchema.MODEL_ID, encoded.modelId());
    }
    if (options.removePhoto() && document.hasField(options.photoField())) {
      document.removeField(options.photoField());
    }
  }

  private void writePhoto(IngestDocument document, EncodedPhoto photo) {
    IndexedPhoto.Picture picture = photo.picture();
    set(document, PhotoSchema.IMAGE_VECTOR, base64(picture.vector()));
    set(document, PhotoSchema.IMAGE_HUBNESS, picture.hubness());
    set(document, PhotoSchema.CONTENT_SHA256, photo.sha256());
    set(document, PhotoSchema.PERCEPTUAL_HASH, picture.perceptualHash());
    set(document, PhotoSchema.WIDTH, picture.width());
    set(document, PhotoSchema.HEIGHT, picture.height());
    Long takenAt = picture.takenAt();
    if (takenAt != null) {
      set(document, PhotoSchema.TAKEN_AT, Instant.ofEpochMilli(takenAt).toString());
      set(document, PhotoSchema.YEAR, DatePeriod.yearOf(takenAt));
    }
  }

  private static Map<String, Object> caption(EncodedCaption encoded) {
    Map<String, Object> caption = new HashMap<>();
    caption.put("vector", base64(encoded.vector()));
    TokenVectors tokens = encoded.tokens();
    if (tokens != null) {
      BytesRef packed = tokens.toBytes();
      byte[] bytes = Arrays.copyOfRange(packed.bytes, packed.offset, packed.offset + packed.length);
      caption.put("tokens", Base64.getEncoder().encodeToString(bytes));
    }
    caption.put("subjects", encoded.subjectBits());
    return caption;
  }

  private void set(IngestDocument document, String field, Object value) {
    document.setFieldValue(options.target() + field, value);
  }

  /** The floats, four bytes each, the lowest first. */
  private static String base64(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
