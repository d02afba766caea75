package dev.ocellus.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.json.SearchAnswer;
import dev.ocellus.server.http.Endpoint;
import dev.ocellus.server.http.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * {@code GET /api/openapi.json}: the API as OpenAPI 3.1. {@code openapi.json} beside this class has
 * the paths; the schemas of a search's request and answer are those of {@code
 * dev.ocellus.lucene.json}.
 */
public final class OpenApi implements Endpoint {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document;

  public OpenApi() {
    try {
      document = JSON.readTree(text(OpenApi.class, "openapi.json"));
      ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
      schemas.set("SearchRequest", schema("SearchRequest", "search-request.schema.json"));
      schemas.set("SearchAnswer", schema("SearchAnswer", "search-answer.schema.json"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A schema that stands in the document: its references are from there. */
  private static JsonNode schema(String name, String resource) throws IOException {
    String text =
        text(SearchAnswer.class, resource)
            .replace("\"#/$defs/", "\"#/components/schemas/" + name + "/$defs/");
    ObjectNode schema = (ObjectNode) JSON.readTree(text);
    schema.remove("$id");
    schema.remove("$schema");
    return schema;
  }

  private static String text(Class<?> beside, String resource) throws IOException {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.parameters(Set.of());
    exchange.json(document);
  }
}
