package dev.ocellus.opensearch.rest;

import dev.ocellus.opensearch.encode.NodeEncoding;
import java.io.IOException;
import java.util.List;
import org.opensearch.action.ActionType;
import org.opensearch.action.FailedNodeException;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.nodes.TransportNodesAction;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/** Asks every node what it has and does. */
public final class TransportNodesReportAction
    extends TransportNodesAction<
        NodesReportRequest, NodesReport, NodesReportRequest.OfNode, NodeReport> {

  static final ActionType<NodesReport> TYPE =
      new ActionType<>("cluster:monitor/ocellus/nodes", NodesReport::new);

  private final NodeEncoding encoding;
  private final SearchLatencies searches;

  @Inject
  public TransportNodesReportAction(
      ThreadPool threads,
      ClusterService cluster,
      TransportService transport,
      ActionFilters filters,
      NodeEncoding encoding,
      SearchLatencies searches) {
    // Models are read from disk: the management pool is for what may wait a little.
    super(
        TYPE.name(),
        threads,
        cluster,
        transport,
        filters,
        NodesReportRequest::new,
        NodesReportRequest.OfNode::new,
        ThreadPool.Names.MANAGEMENT,
        NodeReport.class);
    this.encoding = encoding;
    this.searches = searches;
  }

  @Override
  protected NodesReport newResponse(
      NodesReportRequest request, List<NodeReport> nodes, List<FailedNodeException> failures) {
    return new NodesReport(clusterService.getClusterName(), nodes, failures);
  }

  @Override
  protected NodesReportRequest.OfNode newNodeRequest(NodesReportRequest request) {
    return request.ofNode();
  }

  @Override
  protected NodeReport newNodeResponse(StreamInput in) throws IOException {
    return new NodeReport(in);
  }

  @Override
  protected NodeReport nodeOperation(NodesReportRequest.OfNode request) {
    return switch (request.part()) {
      case MODELS -> new NodeReport(clusterService.localNode(), encoding.models(), null);
      case STATS ->
          new NodeReport(
              clusterService.localNode(),
              List.of(),
              new NodeStats(
                  searches.summary(),
                  searches.failed(),
                  encoding.stats(),
                  PoolStats.of(threadPool)));
    };
  }
}
