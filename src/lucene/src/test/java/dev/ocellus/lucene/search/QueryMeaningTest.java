package dev.ocellus.lucene.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.expand.Expander;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each form of a query finds among the photos of testdata. */
class QueryMeaningTest {

  @TempDir static Path temp;
  private static PhotoIndex index;

  @BeforeAll
  static void open() throws IOException {
    index = RequestFixture.index(temp);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static List<String> all(String text) throws IOException {
    return RequestFixture.all(index, text);
  }

  private static SearchResponse search(SearchRequest request) throws IOException {
    return index.search(request);
  }

  @Test
  void wordsAreSearchedInCaptionsAndPictures() throws IOException {
    assertEquals("gosling.jpg", all("a young goose").getFirst());
    assertEquals("coffee.jpg", all("a cup of espresso").getFirst());
  }

  @Test
  void aPhraseMustStandInOneCaption() throws IOException {
    assertEquals(List.of("kitten.jpg"), all("\"ball of yarn\""));
    assertEquals(List.of("kitten.jpg"), all("\"yarn ball\"~4"));
    assertEquals(List.of(), all("\"yarn kitten\"~1"));
  }

  @Test
  void aPlusIsRequiredInCaptions() throws IOException {
    List<String> found = all("+dog animal");
    assertEquals(List.of("shepherd.jpg", "spaniels.jpg"), found.stream().sorted().toList());
  }

  @Test
  void aMinusLeavesOutWhatCaptionsSayAndPushesDownWhatPicturesShow() throws IOException {
    List<String> plain = all("an animal with orange eyes");
    List<String> without = all("an animal with orange eyes -cat -tabby");
    assertTrue(plain.contains("chelsea.jpg"));
    assertFalse(without.contains("chelsea.jpg"), "its caption says cat");
    float before = score("an animal with orange eyes", RequestFixture.COPY);
    float after = score("an animal with orange eyes -cat -tabby", RequestFixture.COPY);
    assertTrue(after < before, "the same picture without captions: " + before + " to " + after);
  }

  private static float score(String text, String id) throws IOException {
    return search(SearchRequest.of(text).withTop(1000)).hits().stream()
        .filter(hit -> hit.id().equals(id))
        .map(Hit::score)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWeightMovesTheRanking() throws IOException {
    assertEquals("windmill.jpg", all("windmill^5 drum").getFirst());
    assertTrue(
        all("windmill drum^5").getFirst().contains("drum"), all("windmill drum^5").toString());
  }

  @Test
  void fieldsAreConditions() throws IOException {
    List<String> birds =
        List.of("duck.jpg", "gosling.jpg", "hens.jpg", "kingfisher.jpg", "owl.jpg");
    assertEquals(birds, all("tag:bird").stream().sorted().toList());
    assertEquals(birds, all("white tag:bird").stream().sorted().toList());
    assertEquals("duck.jpg", all("a white duck tag:bird").getFirst());
    assertEquals(List.of("kingfisher.jpg"), all("tag:bird stars:>=10"));
    assertEquals(
        List.of("cow.jpg", "owl.jpg"), all("tag:animal stars:[1 TO 3]").stream().sorted().toList());
    assertEquals(List.of("cow.jpg"), all("caption:gra*e caption:hed*"));
    assertEquals(List.of("giraffes.jpg"), all("caption:girafe~1"));
    assertEquals(
        List.of("cow.jpg", "kitten.jpg"),
        all("(caption:cow OR caption:kitten)").stream().sorted().toList());
  }

  @Test
  void likeFindsPicturesLikeAPhotoAndLeavesItOut() throws IOException {
    SearchResponse like = search(SearchRequest.of("like:\"chelsea.jpg\""));
    assertEquals(RequestFixture.COPY, like.hits().getFirst().id());
    assertFalse(RequestFixture.ids(like).contains("chelsea.jpg"));
    QueryException unknown = assertThrows(QueryException.class, () -> all("like:\"nowhere.jpg\""));
    assertTrue(unknown.getMessage().contains("no photo \"nowhere.jpg\""), unknown.getMessage());
  }

  @Test
  void wordsAreAddedToAndTakenFromPictures() throws IOException {
    String snow = "like:\"sunset.jpg\" +\"snow on a mountain\"^3";
    List<String> towards = all(snow);
    List<String> plain = all("like:\"sunset.jpg\"");
    assertTrue(
        towards.indexOf("picos.jpg") < plain.indexOf("picos.jpg")
            || plain.getFirst().equals("picos.jpg"),
        "mountains with snow rise");
    assertEquals(plain.size(), towards.size(), "nothing is required in captions");
  }

  @Test
  void whatWeighsNothingInArithmeticIsLeftOut() throws IOException {
    assertEquals(all("like:\"owl.jpg\""), all("like:\"owl.jpg\" +snow^0"));
    QueryException none = assertThrows(QueryException.class, () -> all("like:\"owl.jpg\"^0"));
    assertTrue(none.getMessage().contains("needs a picture"), none.getMessage());
  }

  @Test
  void whatIsSubtractedFromAPictureIsNotWanted() throws IOException {
    float plain = score("like:\"owl.jpg\"", "kingfisher.jpg");
    float without = score("like:\"owl.jpg\" -show:bird", "kingfisher.jpg");
    float with = score("like:\"owl.jpg\" +show:bird", "kingfisher.jpg");
    assertTrue(without < plain, without + " is pushed down from " + plain);
    assertTrue(with < without, "hardly a photo is described by one word alone: " + with);
  }

  @Test
  void aSignalThatCannotRankTheQueryIsOneLine() {
    for (String text : List.of("show:cat", "like:\"owl.jpg\"")) {
      QueryException e =
          assertThrows(
              QueryException.class, () -> search(SearchRequest.of(text).withSignal(Signal.BM25)));
      assertEquals(
          "nothing that the query asks for can be ranked by bm25 alone; rank by fused",
          e.getMessage());
    }
  }

  @Test
  void showAndSayLookAtOneKindOfEvidence() throws IOException {
    Hit shown = search(SearchRequest.of("show:cat")).hits().getFirst();
    assertFalse(shown.parts().containsKey(Feature.BM25));
    assertTrue(shown.parts().containsKey(Feature.IMAGE_COSINE));
    Hit said = search(SearchRequest.of("say:cat")).hits().getFirst();
    assertTrue(said.parts().containsKey(Feature.BM25));
    assertFalse(said.parts().containsKey(Feature.IMAGE_COSINE));
  }

  @Test
  void aSentenceIsReadAsTextWithANoteAndRefusedIfStrict() throws IOException {
    SearchResponse lenient = search(SearchRequest.of("a dog: it's running (fast"));
    assertFalse(lenient.hits().isEmpty());
    assertFalse(lenient.notes().isEmpty());
    QueryException strict =
        assertThrows(
            QueryException.class,
            () -> search(SearchRequest.of("a dog: (fast").withSyntax(Syntax.STRICT)));
    assertTrue(strict.getMessage().contains("column"), strict.getMessage());
    assertEquals(List.of(), search(SearchRequest.of("\"a (dog").withSyntax(Syntax.TEXT)).notes());
  }

  @Test
  void aQueryInALanguageThatTheEncoderDoesNotKnowIsToldSo() throws IOException {
    List<String> notes = search(SearchRequest.of("собака бежит по траве")).notes();
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(notes.getFirst().startsWith("the query is in Russian"), notes.toString());
    assertEquals(List.of(), search(SearchRequest.of("a hedgehgo")).notes());
  }

  @Test
  void otherWordsCountByChoiceAtLess() throws IOException {
    SearchRequest request = SearchRequest.of("mammal").withTop(1000).withSignal(Signal.BM25);
    assertEquals(List.of(), RequestFixture.ids(search(request)));
    SearchResponse expanded = search(request.withExpander(Expander.wordNet()));
    assertTrue(
        RequestFixture.ids(expanded)
            .containsAll(List.of("shepherd.jpg", "spaniels.jpg", "cow.jpg")),
        RequestFixture.ids(expanded).toString());
    Hit dog = search(SearchRequest.of("dog").withTop(1)).hits().getFirst();
    Hit mammal =
        search(SearchRequest.of("mammal").withTop(1).withExpander(Expander.wordNet()))
            .hits()
            .getFirst();
    assertEquals(1, dog.parts().get(Feature.IDF_COVERAGE));
    float covered = mammal.parts().get(Feature.IDF_COVERAGE);
    assertTrue(covered > 0 && covered < 1, "a dog covers a part of mammal: " + covered);
  }

  @Test
  void aPhotoFileFindsItself() throws IOException {
    byte[] bytes = Files.readAllBytes(TestPhotos.ALL.resolve("coffee.jpg"));
    SearchResponse found = search(SearchRequest.like(new Picture.Photo(bytes, "coffee.jpg")));
    assertEquals("coffee.jpg", found.hits().getFirst().id());
    assertTrue(found.hits().getFirst().score() > 0.8, "" + found.hits().getFirst().score());
    QueryException damaged =
        assertThrows(
            QueryException.class,
            () -> search(SearchRequest.like(new Picture.Photo(new byte[] {1, 2}, "two.jpg"))));
    assertTrue(damaged.getMessage().startsWith("two.jpg: "), damaged.getMessage());
  }

  @Test
  void aPictureAndATextAreWeighed() throws IOException {
    Picture cat = new Picture.Indexed("chelsea.jpg");
    SearchRequest text = SearchRequest.of("a windmill");
    assertEquals(
        RequestFixture.COPY,
        RequestFixture.ids(search(text.withPicture(new PictureQuery(cat, 0.95)))).getFirst());
    assertEquals(
        "windmill.jpg",
        RequestFixture.ids(search(text.withPicture(new PictureQuery(cat, 0.05)))).getFirst());
    assertThrows(QueryException.class, () -> new PictureQuery(cat, 1));
  }
}
