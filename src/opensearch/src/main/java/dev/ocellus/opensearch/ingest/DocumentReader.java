package dev.ocellus.opensearch.ingest;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.transfer.PhotoSource;
import dev.ocellus.opensearch.encode.DocumentToEncode;
import dev.ocellus.opensearch.encode.DocumentToEncode.PhotoFile;
import dev.ocellus.opensearch.encode.EncodeSettings;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.common.unit.ByteSizeValue;
import org.opensearch.ingest.IngestDocument;

/** Reads from documents what is to be encoded of them; what they bring encoded stays. */
final class DocumentReader {

  /** Characters of Base64 for three bytes. */
  private static final int BASE64_CHARS = 4;

  private static final int BASE64_BYTES = 3;

  private final EncodeOptions options;
  private final PhotoRoots roots;

  DocumentReader(EncodeOptions options, PhotoRoots roots) {
    this.options = options;
    this.roots = roots;
  }

  /**
   * What a document asks for.
   *
   * @throws IllegalArgumentException if it has something else than a photo and texts where these
   *     are expected, or has no photo
   */
  DocumentToEncode read(IngestDocument document) {
    return new DocumentToEncode(photo(document), captions(document));
  }

  private @Nullable PhotoFile photo(IngestDocument document) {
    Object file = value(document, options.photoField());
    if (file != null) {
      return base64(file);
    }
    String pathField = options.pathField();
    Object path = pathField == null ? null : value(document, pathField);
    if (path != null) {
      if (!(path instanceof String name)) {
        throw new IllegalArgumentException(
            "field [%s] must be a photo's path, got %s".formatted(pathField, kind(path)));
      }
      return maxBytes -> roots.read(name, maxBytes);
    }
    if (options.ignoreMissing() || has(document, PhotoSchema.IMAGE_VECTOR)) {
      return null;
    }
    throw new IllegalArgumentException(
        "no photo: field [%s]%s is missing, and [%s%s] as well"
            .formatted(
                options.photoField(),
                pathField == null ? "" : " or [" + pathField + "]",
                options.target(),
                PhotoSchema.IMAGE_VECTOR));
  }

  private PhotoFile base64(Object file) {
    return switch (file) {
      case byte[] bytes -> maxBytes -> bytes;
      case String text -> maxBytes -> decoded(text, maxBytes);
      default ->
          throw new IllegalArgumentException(
              "field [%s] must be a photo's file in Base64, got %s"
                  .formatted(options.photoField(), kind(file)));
    };
  }

  private byte[] decoded(String text, long maxBytes) {
    long most = (maxBytes + BASE64_BYTES) / BASE64_BYTES * BASE64_CHARS;
    if (text.length() > most) {
      throw new IllegalArgumentException(
          "field [%s] has a photo of %s, above the limit [%s] of %s"
              .formatted(
                  options.photoField(),
                  new ByteSizeValue((long) text.length() / BASE64_CHARS * BASE64_BYTES),
                  EncodeSettings.MAX_BYTES.getKey(),
                  new ByteSizeValue(maxBytes)));
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "field [%s] is no Base64: %s".formatted(options.photoField(), e.getMessage()), e);
    }
  }

  private List<String> captions(IngestDocument document) {
    Object value = value(document, options.captionField());
    List<String> captions = value == null ? List.of() : texts(value);
    if (!has(document, PhotoSource.CAPTIONS)) {
      return captions;
    }
    Object encoded = value(document, options.target() + PhotoSource.CAPTIONS);
    int count = encoded instanceof List<?> list ? list.size() : encoded == null ? 0 : 1;
    if (count != captions.size()) {
      throw new IllegalArgumentException(
          "[%s%s] has %d entries for %d captions in [%s]; it needs one each, in their order"
              .formatted(
                  options.target(),
                  PhotoSource.CAPTIONS,
                  count,
                  captions.size(),
                  options.captionField()));
    }
    return List.of();
  }

  private List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    for (Object item : value instanceof List<?> list ? list : List.of(value)) {
      if (!(item instanceof String text)) {
        throw new IllegalArgumentException(
            "field [%s] must be a text or an array of texts, got %s"
                .formatted(options.captionField(), kind(item)));
      }
      texts.add(text);
    }
    return texts;
  }

  private boolean has(IngestDocument document, String encoded) {
    return document.hasField(options.target() + encoded);
  }

  private static @Nullable Object value(IngestDocument document, String field) {
    return document.getFieldValue(field, Object.class, true);
  }

  private static String kind(@Nullable Object value) {
    return value == null ? "null" : "[" + value.getClass().getSimpleName() + "]";
  }
}
