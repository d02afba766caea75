package dev.ocellus.opensearch.query;

import dev.ocellus.opensearch.mapper.VectorFieldMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opensearch.cluster.metadata.IndexMetadata;
import org.opensearch.cluster.metadata.MappingMetadata;

/**
 * The fields of an index as its mapping in the cluster's state has them, for a node that may hold
 * no shard of it. Nested ones are left out, as conditions are on photos.
 *
 * @param index its name
 * @param fields parameters by full name, of fields alone: no objects, no aliases
 */
record IndexFields(String index, Map<String, Map<String, Object>> fields) {

  private static final String TYPE = "type";
  private static final String PATH = "path";

  static IndexFields of(IndexMetadata metadata) {
    Map<String, Map<String, Object>> fields = new TreeMap<>();
    MappingMetadata mapping = metadata.mapping();
    if (mapping != null) {
      add(mapping.sourceAsMap(), "", fields);
    }
    fields.replaceAll((name, parameters) -> target(parameters, fields));
    return new IndexFields(metadata.getIndex().getName(), fields);
  }

  /** Of an alias the field that it stands for. */
  private static Map<String, Object> target(
      Map<String, Object> parameters, Map<String, Map<String, Object>> fields) {
    Map<String, Object> target =
        "alias".equals(parameters.get(TYPE)) ? fields.get(parameters.get(PATH)) : null;
    return target == null ? parameters : target;
  }

  private static void add(
      Map<String, Object> object, String prefix, Map<String, Map<String, Object>> fields) {
    for (Map.Entry<String, Object> property : map(object.get("properties")).entrySet()) {
      String name = prefix + property.getKey();
      Map<String, Object> parameters = map(property.getValue());
      String type = String.valueOf(parameters.get(TYPE));
      if (type.equals("nested")) {
        continue;
      }
      if (parameters.containsKey(TYPE) && !type.equals("object")) {
        fields.put(name, parameters);
      }
      add(parameters, name + ".", fields);
      map(parameters.get("fields"))
          .forEach((sub, value) -> fields.put(name + "." + sub, map(value)));
    }
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are strings
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The field's type, or null if the index has no such field. */
  @Nullable String type(String field) {
    Map<String, Object> parameters = fields.get(field);
    return parameters == null ? null : String.valueOf(parameters.get(TYPE));
  }

  /** A parameter of a field, or null. */
  @Nullable String parameter(String field, String name) {
    Object value = fields.getOrDefault(field, Map.of()).get(name);
    return value == null ? null : value.toString();
  }

  /** Whether a field has vectors. */
  boolean isVector(String field) {
    return VectorFieldMapper.TYPE.equals(type(field));
  }
}
