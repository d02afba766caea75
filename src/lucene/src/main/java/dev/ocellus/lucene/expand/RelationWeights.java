package dev.ocellus.lucene.expand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What a related word in a caption is worth, as a share of what the query's own word is worth. A
 * word that a user's file gives is worth the same as the query's.
 *
 * @param synonym 0 to 1
 * @param hyponym 0 to 1
 * @param hypernym 0 to 1
 * @param provenance where the weights come from, in words
 */
public record RelationWeights(float synonym, float hyponym, float hypernym, String provenance) {

  private static final String RESOURCE = "relation-weights.json";

  public RelationWeights {
    check("synonym", synonym);
    check("hyponym", hyponym);
    check("hypernym", hypernym);
  }

  private static void check(String name, float weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1], got " + weight);
    }
  }

  /** The weights that come with the program. */
  public static RelationWeights bundled() {
    try (InputStream file = RelationWeights.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      JsonNode json = new JsonMapper().readTree(file);
      return new RelationWeights(
          json.required("synonym").floatValue(),
          json.required("hyponym").floatValue(),
          json.required("hypernym").floatValue(),
          json.required("provenance").textValue());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** The weight of a relation, 0 to 1. */
  public float of(Relation relation) {
    return switch (relation) {
      case GIVEN -> 1;
      case SYNONYM -> synonym;
      case HYPONYM -> hyponym;
      case HYPERNYM -> hypernym;
    };
  }
}
