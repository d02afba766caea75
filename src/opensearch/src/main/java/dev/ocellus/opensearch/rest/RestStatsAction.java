package dev.ocellus.opensearch.rest;

import java.util.List;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestActions.NodesResponseRestListener;
import org.opensearch.transport.client.node.NodeClient;

/** {@code GET _ocellus/stats}: what every node did since it started. */
final class RestStatsAction extends BaseRestHandler {

  @Override
  public String getName() {
    return "ocellus_stats";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/_ocellus/stats"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel ->
        client.execute(
            TransportNodesReportAction.TYPE,
            new NodesReportRequest(ReportPart.STATS),
            new NodesResponseRestListener<>(channel));
  }
}
