package dev.ocellus.opensearch.template;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.ActionType;
import org.opensearch.action.admin.indices.template.put.PutComponentTemplateAction;
import org.opensearch.action.admin.indices.template.put.PutComposableIndexTemplateAction;
import org.opensearch.action.support.clustermanager.AcknowledgedResponse;
import org.opensearch.cluster.ClusterChangedEvent;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.ClusterStateListener;
import org.opensearch.cluster.metadata.ComponentTemplate;
import org.opensearch.cluster.metadata.ComposableIndexTemplate;
import org.opensearch.cluster.metadata.Metadata;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.action.ActionListener;
import org.opensearch.gateway.GatewayService;
import org.opensearch.transport.client.Client;

/**
 * Puts the plugin's templates into the cluster: where one is missing, and where an earlier release
 * of the plugin put one, which its version tells. A template of that name without a version is an
 * operator's own and stays. The elected cluster manager does it, on the next change of the cluster.
 */
public final class PhotoTemplates implements ClusterStateListener {

  /** The index template: for indexes called {@code ocellus-...}. */
  public static final String INDEX_TEMPLATE = "ocellus";

  /** The component template: a photo's mapping, for templates of other names. */
  public static final String COMPONENT_TEMPLATE = "ocellus-photos";

  private static final Logger LOG = LogManager.getLogger(PhotoTemplates.class);

  private final ClusterService cluster;
  private final Client client;
  private final ComponentTemplate component;
  private final ComposableIndexTemplate index;
  private final AtomicBoolean asked = new AtomicBoolean();

  private PhotoTemplates(ClusterService cluster, Client client) {
    this.cluster = cluster;
    this.client = client;
    this.component = TemplateFile.read("ocellus-photos.json", ComponentTemplate::parse);
    this.index = TemplateFile.read("ocellus.json", ComposableIndexTemplate::parse);
  }

  /** Keeps them there from now on. */
  public static void keepIn(ClusterService cluster, Client client) {
    cluster.addListener(new PhotoTemplates(cluster, client));
  }

  @Override
  public void clusterChanged(ClusterChangedEvent event) {
    complete(event.state());
  }

  /** Puts what is missing first, if this node is the one that does. */
  private void complete(ClusterState state) {
    if (!state.nodes().isLocalNodeElectedClusterManager()
        || state.blocks().hasGlobalBlock(GatewayService.STATE_NOT_RECOVERED_BLOCK)) {
      return;
    }
    Metadata metadata = state.metadata();
    ComponentTemplate oldComponent = metadata.componentTemplates().get(COMPONENT_TEMPLATE);
    ComposableIndexTemplate oldIndex = metadata.templatesV2().get(INDEX_TEMPLATE);
    if (oldComponent == null || isOlder(oldComponent.version(), component.version())) {
      put(
          PutComponentTemplateAction.INSTANCE,
          new PutComponentTemplateAction.Request(COMPONENT_TEMPLATE).componentTemplate(component));
    } else if (oldIndex == null || isOlder(oldIndex.version(), index.version())) {
      put(
          PutComposableIndexTemplateAction.INSTANCE,
          new PutComposableIndexTemplateAction.Request(INDEX_TEMPLATE).indexTemplate(index));
    }
  }

  private static boolean isOlder(@Nullable Long there, @Nullable Long ours) {
    return there != null && there < Objects.requireNonNull(ours);
  }

  /** One at a time: the next when the cluster has this one. */
  private void put(ActionType<AcknowledgedResponse> action, ActionRequest request) {
    if (!asked.compareAndSet(false, true)) {
      return;
    }
    client.threadPool().generic().execute(() -> putAsSystem(action, request));
  }

  /** In the node's own name: nobody's rights are needed for it. */
  private void putAsSystem(ActionType<AcknowledgedResponse> action, ActionRequest request) {
    ThreadContext context = client.threadPool().getThreadContext();
    try (ThreadContext.StoredContext users = context.stashContext()) {
      context.markAsSystemContext();
      client.execute(
          action,
          request,
          ActionListener.wrap(
              done -> {
                asked.set(false);
                complete(cluster.state());
              },
              // Asked no more until the node starts again, or it would be refused at every change.
              problem -> LOG.warn("template not installed: {}", problem.getMessage())));
    }
  }
}
