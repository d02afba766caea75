package dev.ocellus.opensearch.rest;

import dev.ocellus.encode.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.ActionRequestValidationException;
import org.opensearch.action.ValidateActions;
import org.opensearch.core.ParseField;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.ObjectParser;
import org.opensearch.core.xcontent.XContentParser;

/** Texts or photos to be turned into vectors; one of both is empty. */
final class EncodeRequest extends ActionRequest {

  /** More are a client's work to divide: they would keep others waiting. */
  private static final int MOST_TEXTS = 256;

  private static final int MOST_PHOTOS = 64;

  private static final ObjectParser<EncodeRequest, Void> PARSER =
      new ObjectParser<>("ocellus_encode", EncodeRequest::new);

  static {
    PARSER.declareString((request, model) -> request.model = model, new ParseField("model"));
    PARSER.declareStringArray(
        (request, texts) -> request.texts = List.copyOf(texts), new ParseField("texts"));
    PARSER.declareStringArray(EncodeRequest::setPhotos, new ParseField("photos"));
  }

  private String model = ModelStore.DEFAULT_MODEL;
  private List<String> texts = List.of();
  private List<byte[]> photos = List.of();

  private EncodeRequest() {}

  EncodeRequest(StreamInput in) throws IOException {
    super(in);
    this.model = in.readString();
    this.texts = in.readStringList();
    this.photos = in.readList(StreamInput::readByteArray);
  }

  /**
   * Reads a request's body.
   *
   * @throws IllegalArgumentException if it is none
   */
  static EncodeRequest parse(XContentParser parser) {
    return PARSER.apply(parser, null);
  }

  private void setPhotos(List<String> base64) {
    List<byte[]> files = new ArrayList<>();
    for (String file : base64) {
      try {
        files.add(Base64.getDecoder().decode(file));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "photos [%d] is no Base64: %s".formatted(files.size(), e.getMessage()), e);
      }
    }
    photos = files;
  }

  String model() {
    return model;
  }

  List<String> texts() {
    return texts;
  }

  List<byte[]> photos() {
    return photos;
  }

  @Override
  public @Nullable ActionRequestValidationException validate() {
    if (texts.isEmpty() == photos.isEmpty()) {
      return ValidateActions.addValidationError(
          "give either [texts] or [photos], of which %s"
              .formatted(texts.isEmpty() ? "neither has any" : "both have some"),
          null);
    }
    return texts.size() > MOST_TEXTS || photos.size() > MOST_PHOTOS
        ? ValidateActions.addValidationError(
            "at most %d texts or %d photos at once, got %d"
                .formatted(MOST_TEXTS, MOST_PHOTOS, Math.max(texts.size(), photos.size())),
            null)
        : null;
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeString(model);
    out.writeStringCollection(texts);
    out.writeCollection(photos, StreamOutput::writeByteArray);
  }
}
