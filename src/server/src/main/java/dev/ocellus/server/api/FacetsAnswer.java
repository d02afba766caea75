package dev.ocellus.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.ocellus.lucene.facet.Facet;
import dev.ocellus.lucene.json.PolicyAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of fields.
 *
 * @param query the text searched for, "" for all photos
 * @param total number of photos that are counted
 * @param facets in the order asked for; none where the policy blocks the query
 * @param notes how the query was understood where that is not plain
 * @param policy what the content policy said of the query; only where there is one
 */
record FacetsAnswer(
    String query,
    int total,
    List<Facet> facets,
    List<String> notes,
    @JsonInclude(Include.NON_NULL) @Nullable PolicyAnswer policy) {}
