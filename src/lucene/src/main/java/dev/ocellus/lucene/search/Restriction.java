package dev.ocellus.lucene.search;

import dev.ocellus.lucene.policy.ContentPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which photos may be found.
 *
 * @param filters conditions in the query language that all have to hold ({@code tag:holiday});
 *     photos are searched among those that fulfil them
 * @param postFilters conditions on what is shown, which do not change facet counts
 * @param policy what may be asked for and shown, or null for everything
 * @param showMarked whether photos whose captions the policy blocks are shown all the same
 */
public record Restriction(
    List<String> filters,
    List<String> postFilters,
    @Nullable ContentPolicy policy,
    boolean showMarked) {

  /** All photos. */
  public static final Restriction NONE = new Restriction(List.of(), List.of(), null, false);

  public Restriction {
    filters = List.copyOf(filters);
    postFilters = List.copyOf(postFilters);
  }
}
