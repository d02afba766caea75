package dev.ocellus.opensearch.rest;

import java.io.IOException;
import java.util.List;
import org.opensearch.action.FailedNodeException;
import org.opensearch.action.support.nodes.BaseNodesResponse;
import org.opensearch.cluster.ClusterName;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;

/** What all nodes tell of themselves. */
final class NodesReport extends BaseNodesResponse<NodeReport> implements ToXContentFragment {

  NodesReport(ClusterName cluster, List<NodeReport> nodes, List<FailedNodeException> failures) {
    super(cluster, nodes, failures);
  }

  NodesReport(StreamInput in) throws IOException {
    super(in);
  }

  @Override
  protected List<NodeReport> readNodesFrom(StreamInput in) throws IOException {
    return in.readList(NodeReport::new);
  }

  @Override
  protected void writeNodesTo(StreamOutput out, List<NodeReport> nodes) throws IOException {
    out.writeList(nodes);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject("nodes");
    for (NodeReport node : getNodes()) {
      node.toXContent(builder, params);
    }
    return builder.endObject();
  }
}
