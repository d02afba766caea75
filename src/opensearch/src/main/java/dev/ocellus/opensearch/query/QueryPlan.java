package dev.ocellus.opensearch.query;

import dev.ocellus.opensearch.encode.TextToEncode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opensearch.index.query.QueryBuilder;

/**
 * What has to be encoded and fetched for a query before shards can search. Filled by one thread.
 *
 * @param fields as {@link PreparedQuery#fields}
 * @param sameFields as {@link PreparedQuery#sameFields}
 * @param aliasFilters as {@link PreparedQuery#aliasFilters}
 * @param models of each searched index that has photos: its encoder's id
 * @param dimensions of each searched index that has photos: length of its pictures' vectors
 * @param texts to be encoded, by encoder
 * @param photos to be fetched, by id: what a message about one begins with
 * @param mean whether the mean of texts is needed
 */
record QueryPlan(
    Collection<String> fields,
    boolean sameFields,
    Map<String, QueryBuilder> aliasFilters,
    Map<String, String> models,
    Map<String, Integer> dimensions,
    Map<String, Set<TextToEncode>> texts,
    Map<String, String> photos,
    boolean mean) {

  static QueryPlan empty(
      Collection<String> fields, boolean sameFields, Map<String, QueryBuilder> aliasFilters) {
    return new QueryPlan(
        fields,
        sameFields,
        aliasFilters,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new LinkedHashMap<>(),
        false);
  }

  /** Adds an index. */
  void index(String name, String model, int dimension) {
    models.put(name, model);
    dimensions.put(name, dimension);
    texts.computeIfAbsent(model, unused -> new LinkedHashSet<>());
  }

  /** Adds a text to be encoded. */
  void text(String model, TextToEncode text) {
    texts.computeIfAbsent(model, unused -> new LinkedHashSet<>()).add(text);
  }

  /** The same with the mean of texts. */
  QueryPlan withMean() {
    return new QueryPlan(fields, sameFields, aliasFilters, models, dimensions, texts, photos, true);
  }

  /**
   * Compares an encoder's vectors with the fields that they are searched in.
   *
   * @throws IllegalArgumentException if their lengths differ
   */
  void check(String model, ModelVectors vectors) {
    vectors.texts().values().stream()
        .map(text -> text.imageVector().length)
        .forEach(length -> check(model, length));
    float[] picture = vectors.picture();
    if (picture != null) {
      check(model, picture.length);
    }
  }

  private void check(String model, int length) {
    models.forEach(
        (index, its) -> {
          if (its.equals(model) && dimensions.getOrDefault(index, length) != length) {
            throw new IllegalArgumentException(
                "[ocellus] encoder %s makes vectors of %d dimensions, those of index [%s] have %d; name the encoder of the index by [model]"
                    .formatted(model, length, index, dimensions.get(index)));
          }
        });
  }
}
