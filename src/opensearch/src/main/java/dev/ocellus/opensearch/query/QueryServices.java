package dev.ocellus.opensearch.query;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.FusionModels;
import dev.ocellus.opensearch.encode.EncodingService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.service.ClusterService;

/**
 * What queries need of their node. Made before the node's services are, which {@link #start} gives
 * it; no query is run before.
 */
public final class QueryServices {

  /** The encoder of fields whose mapping names none. */
  static final String DEFAULT_MODEL = "ocellus/lite2-minilm-v3";

  private record Started(EncodingService encoding, Coordinator coordinator) {}

  private final Map<String, FusionFile> fusions = new ConcurrentHashMap<>();
  private volatile @Nullable Started started;

  /** Makes queries answerable. */
  public void start(
      EncodingService encoding, ClusterService cluster, IndexNameExpressionResolver names) {
    started = new Started(encoding, new Coordinator(encoding, cluster, names));
  }

  private Started started() {
    Started now = started;
    if (now == null) {
      throw new IllegalStateException("the node has not started yet");
    }
    return now;
  }

  EncodingService encoding() {
    return started().encoding();
  }

  Coordinator coordinator() {
    return started().coordinator();
  }

  /** What scores photos by an encoder's vectors. */
  FusionFile fusion(String model) {
    return fusions.computeIfAbsent(model, FusionModels::bundledFor);
  }
}
