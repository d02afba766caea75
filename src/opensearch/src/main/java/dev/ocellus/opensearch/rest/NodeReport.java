package dev.ocellus.opensearch.rest;

import dev.ocellus.opensearch.encode.KnownModel;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.support.nodes.BaseNodeResponse;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;

/** What a node tells of itself: what it was asked for. */
final class NodeReport extends BaseNodeResponse implements ToXContentFragment {

  private final List<KnownModel> models;
  private final @Nullable NodeStats stats;

  NodeReport(DiscoveryNode node, List<KnownModel> models, @Nullable NodeStats stats) {
    super(node);
    this.models = models;
    this.stats = stats;
  }

  NodeReport(StreamInput in) throws IOException {
    super(in);
    this.models = in.readList(KnownModel::new);
    this.stats = in.readOptionalWriteable(NodeStats::new);
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeList(models);
    out.writeOptionalWriteable(stats);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject(getNode().getId()).field("name", getNode().getName());
    if (stats != null) {
      stats.toXContent(builder, params);
    } else {
      builder.field("models", models);
    }
    return builder.endObject();
  }
}
