package dev.ocellus.opensearch.codec;

import dev.ocellus.opensearch.mapper.VectorFieldMapper;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.opensearch.cluster.metadata.MappingMetadata;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.codec.CodecServiceFactory;

/**
 * Which indexes' vectors the plugin writes. An index can have one plugin's codecs, so these are for
 * indexes with an {@code ocellus_vector} field alone, and not for those that the k-NN plugin
 * writes. Elsewhere such a field is written in Lucene's default format: floats, searched as they
 * are.
 */
public final class VectorCodecs {

  /** Of the k-NN plugin, which brings codecs where it is true. */
  private static final String KNN = "index.knn";

  private VectorCodecs() {}

  /** The codecs of an index, if they are this plugin's. */
  public static Optional<CodecServiceFactory> of(IndexSettings index) {
    if (index.getSettings().getAsBoolean(KNN, false) || !hasVectors(index)) {
      return Optional.empty();
    }
    return Optional.of(VectorCodecService::new);
  }

  private static boolean hasVectors(IndexSettings index) {
    MappingMetadata mapping = index.getIndexMetadata().mapping();
    return mapping != null && hasVectors(mapping.sourceAsMap());
  }

  private static boolean hasVectors(Map<?, ?> mapping) {
    return VectorFieldMapper.TYPE.equals(mapping.get("type"))
        || mapping.values().stream()
            .anyMatch(
                part ->
                    part instanceof Map<?, ?> fields && hasVectors(fields)
                        || part instanceof Collection<?> list && hasVectors(list));
  }

  /** Dynamic templates are a list. */
  private static boolean hasVectors(Collection<?> list) {
    return list.stream().anyMatch(part -> part instanceof Map<?, ?> fields && hasVectors(fields));
  }
}
