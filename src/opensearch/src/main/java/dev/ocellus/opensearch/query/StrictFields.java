package dev.ocellus.opensearch.query;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.index.query.QueryShardContext;

/**
 * Lets a filter name only fields that the index has, for OpenSearch finds nothing by others and
 * says nothing. Where the searched indices have different fields, OpenSearch's own rule holds, so
 * that no shard fails alone.
 *
 * @param prepared what the coordinating node knew, or null
 */
record StrictFields(QueryShardContext context, @Nullable PreparedQuery prepared) {

  /** Something that asks the context for fields. */
  interface Step<T extends @Nullable Object> {
    T run() throws IOException;
  }

  <T extends @Nullable Object> T of(Step<T> step) throws IOException {
    boolean usual = context.getIndexSettings().isDefaultAllowUnmappedFields();
    context.setAllowUnmappedFields(usual && prepared != null && !prepared.sameFields());
    try {
      return step.run();
    } finally {
      context.setAllowUnmappedFields(usual);
    }
  }
}
