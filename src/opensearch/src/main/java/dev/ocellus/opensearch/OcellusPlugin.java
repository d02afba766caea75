package dev.ocellus.opensearch;

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
        IngestPlugin {}
