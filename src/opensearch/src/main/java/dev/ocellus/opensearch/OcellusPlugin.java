package dev.ocellus.opensearch;

import dev.ocellus.opensearch.analysis.CaptionAnalysis;
import dev.ocellus.opensearch.codec.VectorCodecs;
import dev.ocellus.opensearch.mapper.FieldTypes;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.TokenFilterFactory;
import org.opensearch.index.codec.CodecServiceFactory;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.EnginePlugin;
import org.opensearch.plugins.IngestPlugin;
import org.opensearch.plugins.MapperPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.SearchPlugin;

/**
 * What a node asks of the plugin. Each answer is one line here and the work of the package that it
 * names.
 */
public final class OcellusPlugin extends Plugin
    implements MapperPlugin,
        AnalysisPlugin,
        EnginePlugin,
        SearchPlugin,
        ActionPlugin,
        IngestPlugin {

  @Override
  public Map<String, Mapper.TypeParser> getMappers() {
    return FieldTypes.parsers();
  }

  @Override
  public Optional<CodecServiceFactory> getCustomCodecServiceFactory(IndexSettings index) {
    return VectorCodecs.of(index);
  }

  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    return CaptionAnalysis.analyzers();
  }

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return CaptionAnalysis.tokenFilters();
  }
}
