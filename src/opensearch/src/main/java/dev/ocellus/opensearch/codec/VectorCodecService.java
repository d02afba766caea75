package dev.ocellus.opensearch.codec;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.opensearch.index.codec.CodecService;
import org.opensearch.index.codec.CodecServiceConfig;

/**
 * The engine's own codecs, whichever {@code index.codec} chooses, but for the vectors of fields of
 * this plugin.
 */
final class VectorCodecService extends CodecService {

  private final CodecServiceConfig config;
  private final Map<String, Codec> codecs = new ConcurrentHashMap<>();

  VectorCodecService(CodecServiceConfig config) {
    super(
        config.getMapperService(),
        config.getIndexSettings(),
        config.getLogger(),
        config.getAdditionalCodecs());
    this.config = config;
  }

  @Override
  public Codec codec(String name) {
    Codec engines = super.codec(name);
    return config.getMapperService() == null
        ? engines
        : codecs.computeIfAbsent(name, any -> new VectorCodec(engines));
  }

  /** Goes by the engine's codec's name, by which segments are read again. */
  private final class VectorCodec extends FilterCodec {

    private final KnnVectorsFormat vectors;

    VectorCodec(Codec engines) {
      super(engines.getName(), engines);
      this.vectors = new MappedVectorsFormat(config.getMapperService(), engines.knnVectorsFormat());
    }

    @Override
    public KnnVectorsFormat knnVectorsFormat() {
      return vectors;
    }
  }
}
