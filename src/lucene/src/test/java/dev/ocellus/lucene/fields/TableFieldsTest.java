package dev.ocellus.lucene.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ocellus.fusion.data.CaptionRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableFieldsTest {

  private static final Path TABLE = Path.of("t.csv");
  private final List<CaptionRow> rows = new ArrayList<>();

  private void row(String image, Map<String, String> columns) {
    rows.add(new CaptionRow(image, "q", "A dog.", rows.size() + 2L, columns));
  }

  private TableFields fields(FieldCatalogue known) {
    return TableFields.of(TABLE, rows, known);
  }

  @Test
  void severalRowsOfAPhotoAreUnited() {
    row("a.jpg", Map.of("stars", "4", "Author", "Anna"));
    row("a.jpg", Map.of("stars", "5", "Author", "Anna"));
    row("b.jpg", Map.of("stars", "3"));
    TableFields fields = fields(FieldCatalogue.BUILT_IN);
    assertEquals("author:keyword stars:long", fields.catalogue().record());
    assertEquals(List.of(4L, 5L), fields.byPhoto().get("a.jpg").of("stars"));
    assertEquals(List.of("Anna"), fields.byPhoto().get("a.jpg").of("author"));
    assertEquals(List.of(), fields.byPhoto().get("b.jpg").of("author"));
    assertEquals(List.of(), fields.problems());
  }

  @Test
  void tagsAreSeparatedBySemicolonsOrAJsonArray() {
    row("a.jpg", Map.of("tags", "sea; holiday ;;sea"));
    row("b.jpg", Map.of("Tag", "[\"a;b\", 7, null, \"\"]"));
    row("c.jpg", Map.of("tags", "[draft"));
    TableFields fields = fields(FieldCatalogue.BUILT_IN);
    assertEquals(FieldCatalogue.BUILT_IN, fields.catalogue());
    assertEquals(List.of("sea", "holiday"), fields.byPhoto().get("a.jpg").of("tag"));
    assertEquals(List.of("a;b", "7"), fields.byPhoto().get("b.jpg").of("tag"));
    assertEquals(List.of("[draft"), fields.byPhoto().get("c.jpg").of("tag"));
  }

  @Test
  void onlyTagsAreSplitAtSemicolonsAndAnyColumnMayBeAnArray() {
    row("a.jpg", Map.of("place", "Rome; Italy", "stars", "[1, 2]"));
    FieldValues values = fields(FieldCatalogue.BUILT_IN).byPhoto().get("a.jpg");
    assertEquals(List.of("Rome; Italy"), values.of("place"));
    assertEquals(List.of(1L, 2L), values.of("stars"));
  }

  @Test
  void aKnownKindStandsAndWhatIsNotOfItIsNamed() {
    row("a.jpg", Map.of("stars", "many", "shot", "2020-05-17"));
    row("a.jpg", Map.of("stars", "4", "shot", "yesterday"));
    TableFields fields =
        fields(FieldCatalogue.BUILT_IN.with("stars", FieldKind.LONG).with("shot", FieldKind.DATE));
    assertEquals(
        List.of(
            "t.csv:2: 'many' is not an integer, as the field stars takes; passed over",
            "t.csv:3: 'yesterday' is not a date, such as 2020-05-17 or 2020-05-17T14:30:00, as the"
                + " field shot takes; passed over"),
        fields.problems());
    assertEquals(List.of(4L), fields.byPhoto().get("a.jpg").of("stars"));
    assertEquals(1, fields.byPhoto().get("a.jpg").of("shot").size());
  }

  @Test
  void aColumnThatCannotBeAFieldIsNamedOnce() {
    row("a.jpg", Map.of("Width", "3", "show", "x", "Foto Nr.", "1"));
    row("a.jpg", Map.of("Width", "4"));
    TableFields fields = fields(FieldCatalogue.BUILT_IN);
    assertEquals(
        List.of(
            "t.csv:2: the column 'Foto Nr.' is no name of a field: letters a-z, digits and _, a"
                + " letter first; passed over",
            "t.csv:2: the column 'Width' is a field that every photo has; call it otherwise;"
                + " passed over",
            "t.csv:2: the column 'show' is a word of the query language; call it otherwise; passed"
                + " over"),
        fields.problems());
    assertEquals(FieldCatalogue.BUILT_IN, fields.catalogue());
    assertNull(fields.byPhoto().get("a.jpg"));
  }
}
