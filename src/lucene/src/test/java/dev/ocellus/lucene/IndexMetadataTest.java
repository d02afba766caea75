package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexMetadataTest {

  private static final IndexMetadata METADATA =
      new IndexMetadata("test/model", "test", 4, "en", "en-1", Path.of("photos"))
          .withFields(
              FieldCatalogue.BUILT_IN
                  .with("stars", FieldKind.LONG)
                  .with("author", FieldKind.KEYWORD));

  @Test
  void theFieldsAreRecordedWithTheirKinds() {
    Map<String, String> data = METADATA.toCommitData();
    assertEquals("stars:long author:keyword", data.get("fields"));
    assertEquals(METADATA, IndexMetadata.fromCommitData("index", data));
    assertEquals(METADATA.fields(), METADATA.withPolicy(null).fields());
  }

  @Test
  void anOlderIndexIsRefusedInOneLine() {
    Map<String, String> data = new HashMap<>(METADATA.toCommitData());
    data.put("schema_version", "3");
    IndexException e =
        assertThrows(IndexException.class, () -> IndexMetadata.fromCommitData("my-index", data));
    assertEquals(
        "my-index has schema version 3, this Ocellus reads version 4; index the photos anew",
        e.getMessage());
  }
}
