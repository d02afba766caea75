package dev.ocellus.opensearch.query;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.index.query.QueryBuilder;

/**
 * What the coordinating node tells the shards of a query, so that all read it alike and none
 * encodes.
 *
 * @param fields names of fields that the query may use, of all searched indices
 * @param sameFields whether all searched indices have the same fields, so that one that is missing
 *     here is missing everywhere
 * @param vectors by id of encoder
 * @param aliasFilters filters of the aliases by which indices are searched, by index
 */
record PreparedQuery(
    Collection<String> fields,
    boolean sameFields,
    Map<String, ModelVectors> vectors,
    Map<String, QueryBuilder> aliasFilters)
    implements Writeable {

  PreparedQuery {
    fields = List.copyOf(fields);
    // Ordered, so that equal queries are written alike, by which caches know them.
    vectors = Collections.unmodifiableMap(new TreeMap<>(vectors));
    aliasFilters = Collections.unmodifiableMap(new TreeMap<>(aliasFilters));
  }

  PreparedQuery(StreamInput in) throws IOException {
    this(
        in.readStringList(),
        in.readBoolean(),
        in.readMap(StreamInput::readString, ModelVectors::new),
        in.readMap(
            StreamInput::readString, stream -> stream.readNamedWriteable(QueryBuilder.class)));
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeStringCollection(fields);
    out.writeBoolean(sameFields);
    out.writeMap(vectors, StreamOutput::writeString, (stream, of) -> of.writeTo(stream));
    out.writeMap(aliasFilters, StreamOutput::writeString, StreamOutput::writeNamedWriteable);
  }
}
