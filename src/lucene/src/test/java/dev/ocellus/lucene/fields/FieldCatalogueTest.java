package dev.ocellus.lucene.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.IndexException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldCatalogueTest {

  private static String refusal(FieldCatalogue catalogue, String name, FieldKind kind) {
    return assertThrows(IndexException.class, () -> catalogue.with(name, kind)).getMessage();
  }

  @Test
  void ownFieldsFollowTheBuiltIn() {
    FieldCatalogue catalogue =
        FieldCatalogue.BUILT_IN.with("stars", FieldKind.LONG).with("author", FieldKind.KEYWORD);
    assertEquals(FieldKind.TEXT, catalogue.kind("caption"));
    assertEquals(FieldKind.DATE, catalogue.kind("taken_at"));
    assertEquals(FieldKind.LONG, catalogue.kind("stars"));
    assertNull(catalogue.kind("none"));
    assertEquals(List.of("stars", "author"), List.copyOf(catalogue.own().keySet()));
    assertEquals("author", catalogue.names().getLast());
  }

  @Test
  void whatACommitRecordsIsReadBack() {
    FieldCatalogue catalogue =
        FieldCatalogue.BUILT_IN.with("stars", FieldKind.LONG).with("author", FieldKind.KEYWORD);
    assertEquals("stars:long author:keyword", catalogue.record());
    assertEquals(catalogue, FieldCatalogue.ofRecord(catalogue.record()));
    assertEquals("", FieldCatalogue.BUILT_IN.record());
    assertEquals(FieldCatalogue.BUILT_IN, FieldCatalogue.ofRecord(""));
  }

  @Test
  void aKindStays() {
    FieldCatalogue catalogue = FieldCatalogue.BUILT_IN.with("stars", FieldKind.LONG);
    assertEquals(catalogue, catalogue.withAll(Map.of("stars", FieldKind.LONG)));
    assertEquals(
        "the field stars is long in this index, which cannot be changed to double; use another"
            + " index",
        refusal(catalogue, "stars", FieldKind.DOUBLE));
  }

  @Test
  void someNamesAreTaken() {
    FieldCatalogue catalogue = FieldCatalogue.BUILT_IN;
    assertEquals(
        "'show' is a word of the query language; call it otherwise",
        refusal(catalogue, "show", FieldKind.LONG));
    assertEquals(
        "'width' is a field that every photo has; call it otherwise",
        refusal(catalogue, "width", FieldKind.DOUBLE));
    assertTrue(refusal(catalogue, "image_vector", FieldKind.TEXT).contains("every photo has"));
    assertEquals(
        "'foto größe' is no name of a field: letters a-z, digits and _, a letter first",
        refusal(catalogue, "foto größe", FieldKind.LONG));
    assertTrue(refusal(catalogue, "", FieldKind.LONG).contains("is no name"));
    assertTrue(refusal(catalogue, "2nd", FieldKind.LONG).contains("is no name"));
  }
}
