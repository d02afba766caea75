package dev.ocellus.opensearch.rest;

import java.io.IOException;
import org.opensearch.action.support.nodes.BaseNodesRequest;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.transport.TransportRequest;

/** Asks all nodes. */
final class NodesReportRequest extends BaseNodesRequest<NodesReportRequest> {

  private final ReportPart part;

  NodesReportRequest(ReportPart part) {
    super(new String[0]);
    this.part = part;
  }

  NodesReportRequest(StreamInput in) throws IOException {
    super(in);
    this.part = in.readEnum(ReportPart.class);
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeEnum(part);
  }

  /** Asks one node. */
  OfNode ofNode() {
    return new OfNode(part);
  }

  static final class OfNode extends TransportRequest {

    private final ReportPart part;

    private OfNode(ReportPart part) {
      this.part = part;
    }

    OfNode(StreamInput in) throws IOException {
      super(in);
      this.part = in.readEnum(ReportPart.class);
    }

    ReportPart part() {
      return part;
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
      super.writeTo(out);
      out.writeEnum(part);
    }
  }
}
