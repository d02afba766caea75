package dev.ocellus.opensearch;

import dev.ocellus.opensearch.analysis.CaptionAnalysis;
import dev.ocellus.opensearch.codec.VectorCodecs;
import dev.ocellus.opensearch.encode.EncodeSettings;
import dev.ocellus.opensearch.encode.EncodingService;
import dev.ocellus.opensearch.encode.NodeEncoding;
import dev.ocellus.opensearch.fetch.SubScores;
import dev.ocellus.opensearch.ingest.EncodeProcessorFactory;
import dev.ocellus.opensearch.mapper.FieldTypes;
import dev.ocellus.opensearch.query.OcellusQueryBuilder;
import dev.ocellus.opensearch.query.QueryServices;
import dev.ocellus.opensearch.rest.OcellusRest;
import dev.ocellus.opensearch.rest.SearchLatencies;
import dev.ocellus.opensearch.template.PhotoTemplates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.ActionRequest;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.IndexScopedSettings;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.settings.SettingsFilter;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.env.Environment;
import org.opensearch.env.NodeEnvironment;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.TokenFilterFactory;
import org.opensearch.index.codec.CodecServiceFactory;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.indices.breaker.BreakerSettings;
import org.opensearch.ingest.Processor;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.CircuitBreakerPlugin;
import org.opensearch.plugins.EnginePlugin;
import org.opensearch.plugins.IngestPlugin;
import org.opensearch.plugins.MapperPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.SearchPlugin;
import org.opensearch.repositories.RepositoriesService;
import org.opensearch.rest.RestController;
import org.opensearch.rest.RestHandler;
import org.opensearch.script.ScriptService;
import org.opensearch.search.fetch.FetchSubPhase;
import org.opensearch.threadpool.ExecutorBuilder;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.client.Client;
import org.opensearch.watcher.ResourceWatcherService;

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
        CircuitBreakerPlugin,
        IngestPlugin {

  private final QueryServices queries = new QueryServices();
  private @Nullable CircuitBreaker breaker;
  private volatile @Nullable NodeEncoding encoding;

  /** The node's encoders; what is made before they are, such as pipelines, asks later. */
  private EncodingService encoding() {
    return Objects.requireNonNull(encoding, "the node has not started yet");
  }

  @Override
  public Collection<Object> createComponents(
      Client client,
      ClusterService cluster,
      ThreadPool threads,
      ResourceWatcherService watcher,
      ScriptService scripts,
      NamedXContentRegistry contents,
      Environment environment,
      NodeEnvironment node,
      NamedWriteableRegistry writeables,
      IndexNameExpressionResolver indexes,
      Supplier<RepositoriesService> repositories) {
    PhotoTemplates.keepIn(cluster, client);
    NodeEncoding made =
        NodeEncoding.of(
            cluster, threads, Objects.requireNonNull(breaker, "breaker"), environment, node);
    encoding = made;
    queries.start(made, cluster, indexes);
    return List.of(made, new SearchLatencies());
  }

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

  @Override
  public List<QuerySpec<?>> getQueries() {
    return OcellusQueryBuilder.specs(queries);
  }

  @Override
  public List<FetchSubPhase> getFetchSubPhases(FetchPhaseConstructionContext context) {
    return List.of(new SubScores());
  }

  @Override
  public List<Setting<?>> getSettings() {
    return EncodeSettings.all();
  }

  @Override
  public List<ExecutorBuilder<?>> getExecutorBuilders(Settings settings) {
    return List.of(EncodeSettings.executor(settings));
  }

  @Override
  public BreakerSettings getCircuitBreaker(Settings settings) {
    return EncodeSettings.breaker(settings);
  }

  @Override
  public void setCircuitBreaker(CircuitBreaker made) {
    breaker = made;
  }

  @Override
  public Map<String, Processor.Factory> getProcessors(Processor.Parameters parameters) {
    return Map.of(
        EncodeProcessorFactory.TYPE,
        new EncodeProcessorFactory(this::encoding, parameters.env.settings()));
  }

  @Override
  public List<ActionHandler<? extends ActionRequest, ? extends ActionResponse>> getActions() {
    return OcellusRest.actions();
  }

  @Override
  public List<RestHandler> getRestHandlers(
      Settings settings,
      RestController controller,
      ClusterSettings clusterSettings,
      IndexScopedSettings indexSettings,
      SettingsFilter filter,
      IndexNameExpressionResolver indexes,
      Supplier<DiscoveryNodes> nodes) {
    return OcellusRest.handlers();
  }

  @Override
  public void close() {
    NodeEncoding made = encoding;
    if (made != null) {
      made.close();
    }
  }
}
