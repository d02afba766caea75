package dev.ocellus.lucene.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the six photos of {@link QueryCollection} a query lets through. */
class ConditionTest {

  private static QueryCollection collection;

  @BeforeAll
  static void open() throws IOException {
    collection = new QueryCollection();
  }

  @AfterAll
  static void close() throws IOException {
    collection.close();
  }

  private static void assertPhotos(String expected, String query) throws IOException {
    ParsedQuery parsed = QueryCollection.parser().parseStrictly(query);
    SortedSet<String> ids =
        new TreeSet<>(expected == null ? List.of() : Arrays.asList(expected.split(" ")));
    assertEquals(ids, collection.photos(parsed.condition()), () -> query + ": " + parsed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two dogs play on a beach",
        "dog OR goose",
        "(dog goose) people",
        "show:sunset",
        "say:\"red car\"",
        "dog^2 ball",
        "-show:people +show:dog",
        "like:car +snow -people \"red car\""
      })
  void wordsDescribeAndExcludeNothing(String query) {
    assertNull(QueryCollection.parser().parseStrictly(query).condition());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"red car\" | car",
        "\"red car\"~3 | car",
        "\"red car\"~5 | car people",
        "\"Red Cars\" outside | car",
        "\"red car\" OR \"two dogs\" | beach car",
        // The words of two captions of a photo are no phrase.
        "\"street a man\" |",
        "\"street man\"~20 |",
        "+dog | beach snow",
        "+dogs beach | beach snow",
        "+dog +beach | beach",
        "dog AND snow | snow",
        "dog AND (snow OR beach) | beach snow",
        "a dog AND NOT child | beach",
        "-people | bare beach car goose snow",
        "!people | bare beach car goose snow",
        "NOT people | bare beach car goose snow",
        "red -people | bare beach car goose snow",
        "-\"red car\" | bare beach goose people snow",
        "-(red car) | bare beach goose snow",
        "-(dog goose) | bare beach car goose people snow",
        "-(dog OR goose) | bare car people",
        "+say:red | car people",
        "-say:red | bare beach goose snow"
      })
  void signsPhrasesAndOperatorsAreConditionsOnCaptions(String query, String photos)
      throws IOException {
    assertPhotos(photos, query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "caption:dog | beach snow",
        "caption:DOGS | beach snow",
        "caption:(red car) | car people",
        "caption:(goose OR beach) | beach goose",
        "caption:\"blue car\" | people",
        "title:dog | beach",
        "tag:holiday | beach snow",
        "tag:Holiday |",
        "tag:\"New York\" | people",
        "tag:New\\ York | people",
        "tag:holiday tag:sea | beach",
        "tag:(sea OR city) | beach car",
        "tag:sea OR tag:city | beach car",
        "tag:holiday AND NOT tag:sea | snow",
        "tag:holiday -tag:sea | snow",
        "-tag:holiday | bare car goose people",
        "tag:* | beach car people snow",
        "title:* | beach",
        "taken_at:* | beach car goose snow",
        "caption:* | beach car goose people snow",
        "*:* | bare beach car goose people snow",
        "id:car | car",
        "dog tag:city | car",
        "dog OR tag:city | beach car snow",
        "dog OR goose tag:holiday | beach snow",
        "+dog tag:holiday width:<2000 | beach",
        "caption:dog tag:holiday taken_at:[2020-01-01 TO 2020-12-31] width:>500 | beach",
        "tag:city OR (tag:holiday -dog) | car",
        "tag:city OR (-tag:holiday) | bare car goose people",
        "caption:the tag:city | car"
      })
  void fieldsAreConditions(String query, String photos) throws IOException {
    assertPhotos(photos, query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "width:2000 | car",
        "width:>2000 | bare people snow",
        "width:>=2000 | bare car people snow",
        "width:<1000 | goose",
        "width:<=1000 | beach goose",
        "width: >2500 | bare snow",
        "width:[1000 TO 2000] | beach car",
        "width:{1000 TO 2500} | car",
        "width:[1000 TO 2500} | beach car",
        "width:{1000 TO *] | bare car people snow",
        "width:[* TO 1000} | goose",
        "width:[3000 TO 1000] |",
        "width:{9223372036854775807 TO *] |",
        "width:[* TO -9223372036854775808} |",
        "stars:-3 | people",
        "stars:[-5 TO 0] | people",
        "stars:>-4 | beach people",
        "stars:(5 OR \"-3\") | beach people",
        "aperture:1.8 | beach",
        "aperture:<2.8 | beach",
        "aperture:<=2.8 | beach snow",
        "aperture:{2.8 TO 4] | car",
        "aperture:* | beach car snow",
        "year:2020 | beach goose"
      })
  void numbersCompare(String query, String photos) throws IOException {
    assertPhotos(photos, query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "taken_at:2020 | beach goose",
        "taken_at:2020-05 | beach",
        "taken_at:2020-05-17 | beach",
        "taken_at:2020-05-18 |",
        "taken_at:[2019 TO 2020] | beach car goose",
        "taken_at:{2019 TO 2020] | beach goose",
        "taken_at:[2020 TO 2021} | beach goose",
        "taken_at:[2019-12-31 TO 2020-01-01] | car goose",
        "taken_at:[2019-12-31 TO 2020-01-01} | car",
        "taken_at:>2020 | snow",
        "taken_at:>=2020 | beach goose snow",
        "taken_at:<2020 | car",
        "taken_at:<=2020-05-17 | beach car goose",
        "taken_at:<2020-05-17 | car goose",
        "taken_at:[* TO 2019] | car",
        "taken_at:\"2020-05-17T14:30\" | beach",
        "taken_at:2020-05-17T14\\:30 | beach"
      })
  void aDateIsAllItsTime(String query, String photos) throws IOException {
    assertPhotos(photos, query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "doog~1 | beach snow",
        "doog~ | beach snow",
        "goo* | goose",
        "GOO* | goose",
        "*oos* | goose",
        "d?g | beach snow",
        "/d.g/ | beach snow",
        "/[gd]o.*/ | beach goose snow",
        "+b* -dog | people",
        "tag:hol* | beach snow",
        "tag:New* | people",
        "tag:new* |",
        "tag:?ity | car",
        "tag:holidai~1 | beach snow",
        "tag:/ho.+/ | beach snow",
        "tag:[a TO d] | car",
        "caption:[dog TO drive] | beach car snow"
      })
  void patternsMatchLemmasAndValues(String query, String photos) throws IOException {
    assertPhotos(photos, query);
  }

  @Test
  void captionDocumentsAreNeverPhotos() throws IOException {
    assertPhotos("car", "id:car");
    assertEquals(1, collection.photos(QueryCollection.parser().parse("id:car").condition()).size());
  }
}
