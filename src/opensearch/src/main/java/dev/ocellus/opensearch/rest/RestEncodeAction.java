package dev.ocellus.opensearch.rest;

import java.io.IOException;
import java.util.List;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestToXContentListener;
import org.opensearch.transport.client.node.NodeClient;

/** {@code POST _ocellus/encode}: texts or photos to vectors. */
final class RestEncodeAction extends BaseRestHandler {

  @Override
  public String getName() {
    return "ocellus_encode";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.POST, "/_ocellus/encode"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    EncodeRequest encode;
    try (XContentParser parser = request.contentParser()) {
      encode = EncodeRequest.parse(parser);
    }
    return channel ->
        client.execute(TransportEncodeAction.TYPE, encode, new RestToXContentListener<>(channel));
  }
}
