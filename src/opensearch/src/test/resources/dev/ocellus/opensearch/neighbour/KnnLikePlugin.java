package dev.ocellus.opensearch.neighbour;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.opensearch.common.settings.Setting;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.codec.CodecService;
import org.opensearch.index.codec.CodecServiceConfig;
import org.opensearch.index.codec.CodecServiceFactory;
import org.opensearch.plugins.EnginePlugin;
import org.opensearch.plugins.Plugin;

/**
 * Does what the k-NN plugin does of what another plugin notices: it registers {@code index.knn},
 * and the codec of indexes that have it set. An engine takes one plugin's codecs and fails where
 * two offer theirs. The test compiles it into a plugin of its own: no class of a plugin may be on
 * the node's class path.
 */
public final class KnnLikePlugin extends Plugin implements EnginePlugin {

  private static final Setting<Boolean> KNN =
      Setting.boolSetting("index.knn", false, Setting.Property.IndexScope, Setting.Property.Final);

  @Override
  public List<Setting<?>> getSettings() {
    return List.of(KNN);
  }

  @Override
  public Optional<CodecServiceFactory> getCustomCodecServiceFactory(IndexSettings index) {
    return index.getValue(KNN) ? Optional.of(KnnCodecs::new) : Optional.empty();
  }

  private static final class KnnCodecs extends CodecService {

    KnnCodecs(CodecServiceConfig config) {
      super(
          config.getMapperService(),
          config.getIndexSettings(),
          config.getLogger(),
          config.getAdditionalCodecs());
    }

    @Override
    public Codec codec(String name) {
      Codec engines = super.codec(name);
      return new FilterCodec(engines.getName(), engines) {
        @Override
        public KnnVectorsFormat knnVectorsFormat() {
          return new Lucene99HnswVectorsFormat();
        }
      };
    }
  }
}
