package dev.ocellus.opensearch.rest;

import java.util.List;
import java.util.Locale;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestActions.NodesResponseRestListener;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code GET _ocellus/models}, {@code GET _ocellus/stats}: what every node tells of itself.
 *
 * <p>The path ends in the part's name.
 */
final class RestReportAction extends BaseRestHandler {

  private final ReportPart part;
  private final String path;

  RestReportAction(ReportPart part) {
    this.part = part;
    this.path = part.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String getName() {
    return "ocellus_" + path;
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/_ocellus/" + path));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel ->
        client.execute(
            TransportNodesReportAction.TYPE,
            new NodesReportRequest(part),
            new NodesResponseRestListener<>(channel));
  }
}
