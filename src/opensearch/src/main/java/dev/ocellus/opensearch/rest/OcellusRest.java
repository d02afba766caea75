package dev.ocellus.opensearch.rest;

import java.util.List;
import org.opensearch.action.ActionRequest;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.plugins.ActionPlugin.ActionHandler;
import org.opensearch.rest.RestHandler;

/** The plugin's REST requests, and the actions behind them. */
public final class OcellusRest {

  private OcellusRest() {}

  /** {@code GET _ocellus/models}, {@code GET _ocellus/stats}, {@code POST _ocellus/encode}. */
  public static List<RestHandler> handlers() {
    return List.of(
        new RestReportAction(ReportPart.MODELS),
        new RestReportAction(ReportPart.STATS),
        new RestEncodeAction());
  }

  /** What these ask nodes to do. */
  public static List<ActionHandler<? extends ActionRequest, ? extends ActionResponse>> actions() {
    return List.of(
        new ActionHandler<>(TransportNodesReportAction.TYPE, TransportNodesReportAction.class),
        new ActionHandler<>(TransportEncodeAction.TYPE, TransportEncodeAction.class));
  }
}
