package dev.ocellus.opensearch.rest;

import java.util.List;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestActions.NodesResponseRestListener;
import org.opensearch.transport.client.node.NodeClient;

/** {@code GET _ocellus/models}: the encoders of every node. */
final class RestModelsAction extends BaseRestHandler {

  @Override
  public String getName() {
    return "ocellus_models";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/_ocellus/models"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel ->
        client.execute(
            TransportNodesReportAction.TYPE,
            new NodesReportRequest(ReportPart.MODELS),
            new NodesResponseRestListener<>(channel));
  }
}
