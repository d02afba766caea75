package dev.ocellus.opensearch.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node answered.
 *
 * @param request method and path
 * @param status HTTP's
 * @param body as it came
 */
public record RestAnswer(String request, int status, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * This, if it has that status.
   *
   * @throws AssertionError otherwise, with the body
   */
  public RestAnswer expect(int wanted) {
    if (status != wanted) {
      throw new AssertionError("%s: %d instead of %d: %s".formatted(request, status, wanted, body));
    }
    return this;
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(request + " was not answered in JSON: " + body, e);
    }
  }

  /**
   * A part of the body.
   *
   * @param pointer JSON pointer: {@code /hits/hits/0/_id}
   * @throws AssertionError if there is none
   */
  public JsonNode at(String pointer) {
    JsonNode part = json().at(pointer);
    if (part.isMissingNode()) {
      throw new AssertionError(request + " was answered without " + pointer + ": " + body);
    }
    return part;
  }

  /** The ids of a search's hits, in their order. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    at("/hits/hits").forEach(hit -> ids.add(hit.get("_id").asText()));
    return ids;
  }

  /** The reason of an error: the deepest cause's, which is what a user has to know. */
  public String reason() {
    JsonNode error = at("/error");
    JsonNode root = error.at("/root_cause/0");
    while (error.has("caused_by")) {
      error = error.get("caused_by");
    }
    return (error.has("reason") ? error : root).path("reason").asText();
  }
}
