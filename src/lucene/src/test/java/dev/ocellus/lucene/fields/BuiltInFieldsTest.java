package dev.ocellus.lucene.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.index.PhotoReader;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.TopDocs;
import org.junit.jupiter.api.Test;

class BuiltInFieldsTest {

  /** 2020-12-31, 23:59:59, as a camera wrote it. */
  private static final long NEW_YEARS_EVE = 1_609_459_199_000L;

  private static IndexedPhoto dogOfNewYearsEve() {
    IndexedPhoto dog = SmallCollection.DOG;
    IndexedPhoto.Picture picture = dog.picture();
    return new IndexedPhoto(
        dog.id(),
        dog.sha256(),
        new IndexedPhoto.Picture(
            picture.vector(), 0, 7, picture.width(), picture.height(), NEW_YEARS_EVE),
        dog.captions(),
        dog.encodedCaptions(),
        FieldValues.NONE.with("tag", List.of("party", "dog", "party")));
  }

  @Test
  void dateYearAndSizeAreSearchedAndShown() throws IOException {
    try (SmallCollection photos =
        new SmallCollection(false, dogOfNewYearsEve(), SmallCollection.GEESE)) {
      DatePeriod year = DatePeriod.of("2020");
      TopDocs found =
          photos.searcher().search(LongField.newRangeQuery("taken_at", year.from(), year.to()), 10);
      assertEquals(1, found.totalHits.value());
      assertEquals(1, photos.searcher().count(LongField.newExactQuery("year", 2020)));
      assertEquals(2, photos.searcher().count(LongField.newRangeQuery("width", 640, 640)));

      int dog = found.scoreDocs[0].doc;
      assertEquals(
          "{tag=[party, dog], taken_at=[2020-12-31T23:59:59], width=[640], height=[480]}",
          PhotoFields.of(photos.searcher().storedFields().document(dog), FieldCatalogue.BUILT_IN)
              .toString());
      assertEquals(
          dogOfNewYearsEve().fields(),
          new PhotoReader(photos.searcher().getIndexReader()).read(dog).fields());
    }
  }

  @Test
  void allFieldsButTextsHaveDocValues() throws IOException {
    try (SmallCollection photos = new SmallCollection(false, dogOfNewYearsEve())) {
      FieldInfos infos = FieldInfos.getMergedFieldInfos(photos.searcher().getIndexReader());
      for (String name : FieldCatalogue.BUILT_IN.names()) {
        FieldInfo info = infos.fieldInfo(name);
        // No photo here is marked by a content policy.
        if (info != null && FieldCatalogue.BUILT_IN.kind(name) != FieldKind.TEXT) {
          assertNotEquals(DocValuesType.NONE, info.getDocValuesType(), name);
        }
      }
      assertEquals(DocValuesType.SORTED_SET, infos.fieldInfo("tag").getDocValuesType());
      assertEquals(DocValuesType.SORTED_SET, infos.fieldInfo("id").getDocValuesType());
      assertEquals(DocValuesType.SORTED_NUMERIC, infos.fieldInfo("year").getDocValuesType());
      assertEquals(DocValuesType.NONE, infos.fieldInfo(PhotoSchema.CAPTION).getDocValuesType());
    }
  }

  @Test
  void aFieldThatTheIndexLacksIsNoPartOfAPhoto() {
    IndexedPhoto photo =
        SmallCollection.DOG.withFields(FieldValues.NONE.with("stars", List.of(5L)));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> PhotoDocument.block(photo, "test/model"));
    assertEquals("the index has no field stars", e.getMessage());
  }
}
