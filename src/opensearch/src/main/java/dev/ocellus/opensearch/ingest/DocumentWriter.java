package dev.ocellus.opensearch.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.transfer.PhotoSource;
import dev.ocellus.opensearch.encode.EncodedDocument;
import dev.ocellus.opensearch.encode.EncodedDocument.EncodedPhoto;
import java.util.Map;
import org.opensearch.ingest.IngestDocument;

/** Writes what was encoded into documents, as {@link PhotoSource} has it. */
final class DocumentWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EncodeOptions options;

  DocumentWriter(EncodeOptions options) {
    this.options = options;
  }

  void write(IngestDocument document, EncodedDocument encoded) {
    ObjectNode fields = JSON.createObjectNode();
    EncodedPhoto photo = encoded.photo();
    if (photo != null) {
      PhotoSource.putPicture(fields, photo.sha256(), photo.picture());
    }
    if (!encoded.captions().isEmpty()) {
      PhotoSource.putCaptions(fields, encoded.captions());
    }
    if (!fields.isEmpty()) {
      fields.put(PhotoSchema.MODEL_ID, encoded.modelId());
    }
    JSON.convertValue(fields, new TypeReference<Map<String, Object>>() {})
        .forEach((name, value) -> document.setFieldValue(options.target() + name, value));
    if (options.removePhoto() && document.hasField(options.photoField())) {
      document.removeField(options.photoField());
    }
  }
}
