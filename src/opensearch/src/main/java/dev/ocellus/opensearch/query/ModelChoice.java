package dev.ocellus.opensearch.query;

import org.jspecify.annotations.Nullable;

/** Which encoder a query is encoded with. */
final class ModelChoice {

  private ModelChoice() {}

  /**
   * @param mapped id of the encoder that the vectors' field names, or null or empty
   * @param index its name, for messages
   * @return the field's encoder, else the request's, else the default one
   * @throws IllegalArgumentException if request and field name different ones
   */
  static String of(QueryRequest request, @Nullable String mapped, String index) {
    String asked = request.model();
    if (mapped == null || mapped.isEmpty()) {
      return asked.isEmpty() ? QueryServices.DEFAULT_MODEL : asked;
    }
    if (!asked.isEmpty() && !asked.equals(mapped)) {
      throw new IllegalArgumentException(
          "[ocellus] [model] is [%s], but the vectors of field [%s] of index [%s] are by [%s]"
              .formatted(asked, request.field(), index, mapped));
    }
    return mapped;
  }
}
