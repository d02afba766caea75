package dev.ocellus.opensearch.rest;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.opensearch.encode.NodeEncoding;
import dev.ocellus.opensearch.encode.TextToEncode;
import java.util.List;
import org.opensearch.action.ActionType;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.HandledTransportAction;
import org.opensearch.common.inject.Inject;
import org.opensearch.core.action.ActionListener;
import org.opensearch.tasks.Task;
import org.opensearch.transport.TransportService;

/** Texts or photos to vectors, on the node that is asked. */
public final class TransportEncodeAction
    extends HandledTransportAction<EncodeRequest, EncodeResponse> {

  static final ActionType<EncodeResponse> TYPE =
      new ActionType<>("cluster:admin/ocellus/encode", EncodeResponse::new);

  /** Of no effect on these vectors: what a text is about shows in others. */
  private static final String LANGUAGE = "en";

  private final NodeEncoding encoding;

  @Inject
  public TransportEncodeAction(
      TransportService transport, ActionFilters filters, NodeEncoding encoding) {
    super(TYPE.name(), transport, filters, EncodeRequest::new);
    this.encoding = encoding;
  }

  @Override
  protected void doExecute(
      Task task, EncodeRequest request, ActionListener<EncodeResponse> listener) {
    ActionListener<List<float[]>> answer =
        ActionListener.map(listener, vectors -> new EncodeResponse(request.model(), vectors));
    if (request.photos().isEmpty()) {
      encoding.encodeTexts(
          request.model(),
          request.texts().stream().map(text -> new TextToEncode(text, LANGUAGE)).toList(),
          ActionListener.map(
              answer, encoded -> encoded.stream().map(EncodedText::imageVector).toList()));
    } else {
      encoding.encodePhotos(request.model(), request.photos(), answer);
    }
  }
}
