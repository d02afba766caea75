package dev.ocellus.lucene.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.query.LemmaGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

/** What of a photo's captions is marked. */
class CaptionHighlighterTest {

  private static Query words(String text) {
    return CaptionHighlighter.words(
        LemmaGroup.of(SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, 256));
  }

  private static TermQuery caption(String lemma) {
    return new TermQuery(new Term(PhotoSchema.CAPTION, lemma));
  }

  /** The captions of the only photo, marked for a query. */
  private static List<HighlightedCaption> highlight(Query query, int best, String... captions)
      throws IOException {
    List<float[]> vectors =
        Collections.nCopies(captions.length, SmallCollection.vector(1, 0, 0, 0));
    try (SmallCollection collection =
        new SmallCollection(
            true,
            SmallCollection.DOG,
            SmallCollection.photo(
                "photo.jpg", SmallCollection.vector(1, 0, 0, 0), List.of(captions), vectors))) {
      IndexSearcher searcher = collection.searcher();
      return new CaptionHighlighter(searcher, SmallCollection.ANALYZER.analyzer())
          .highlight(collection.document("photo.jpg"), query, best);
    }
  }

  private static List<String> marked(Query query, String... captions) throws IOException {
    return highlight(query, -1, captions).stream()
        .map(caption -> caption.marked(Markers.BRACKETS))
        .toList();
  }

  @Test
  void theInflectedWordIsMarkedAsWritten() throws IOException {
    assertEquals(
        List.of("Two [Children] play", "the [child's] ball", "nobody is there"),
        marked(words("child"), "Two Children play", "the child's ball", "nobody is there"));
    assertEquals(List.of("a [child] plays"), marked(words("children"), "a child plays"));
  }

  @Test
  void spansAreIndexesIntoTheCaption() throws IOException {
    assertEquals(
        List.of(
            new HighlightedCaption(0, "a dog", List.of(new Span(2, 5))),
            new HighlightedCaption(
                1, "dogs meet a dog", List.of(new Span(0, 4), new Span(12, 15)))),
        highlight(words("dog"), -1, "a dog", "dogs meet a dog"));
  }

  @Test
  void theBestCaptionComesFirstAndKeepsItsIndex() throws IOException {
    List<HighlightedCaption> captions = highlight(words("b"), 1, "b one", "b two", "b three");
    assertEquals(List.of(1, 0, 2), captions.stream().map(HighlightedCaption::index).toList());
    assertEquals("[b] two", captions.getFirst().marked(Markers.BRACKETS));
  }

  /** "leaves" has the lemmas leave and leaf, both at its place. */
  @Test
  void aWordOfTwoLemmasIsMarkedOnce() throws IOException {
    assertEquals(List.of("red [leaves] fall"), marked(words("leaves"), "red leaves fall"));
    assertEquals(List.of("a [leaf] falls"), marked(words("leaves"), "a leaf falls"));
  }

  @Test
  void synonymsAmongAWordsLemmasAreMarkedToo() throws IOException {
    Query query = CaptionHighlighter.words(List.of(new LemmaGroup(List.of("child", "kid"))));
    assertEquals(List.of("[kids] and [children]"), marked(query, "kids and children"));
  }

  @Test
  void htmlShowsACaptionsOwnMarkupAsText() throws IOException {
    HighlightedCaption caption =
        highlight(words("dog"), -1, "<b>Tom & \"Jerry's\" dog</b>").getFirst();
    assertEquals(
        "&lt;b&gt;Tom &amp; &quot;Jerry&#39;s&quot; <mark>dog</mark>&lt;/b&gt;",
        caption.marked(Markers.MARK));
    assertEquals(
        "<b>Tom & \"Jerry's\" <em>dog</em></b>",
        caption.marked(new Markers("<em>", "</em>", false)));
  }

  /** Before the word stands a character of two UTF-16 code units. */
  @Test
  void spansCountUtf16CodeUnits() throws IOException {
    assertEquals(
        List.of(new Span(5, 8)), highlight(words("dog"), -1, "\uD83D\uDC36 a dog").get(0).spans());
  }

  @Test
  void ofAPhraseOnlyWhatStandsInItIsMarked() throws IOException {
    Query phrase = new PhraseQuery(PhotoSchema.CAPTION, "red", "car");
    assertEquals(
        List.of("a [red] [car] by a red house", "a car"),
        marked(phrase, "a red car by a red house", "a car"));
  }

  @Test
  void whatIsUnwantedOrOfAnotherFieldIsNotMarked() throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(caption("dog"), Occur.MUST)
            .add(caption("runner"), Occur.MUST)
            .add(caption("ball"), Occur.MUST_NOT)
            .add(new TermQuery(new Term("tag", "beach")), Occur.SHOULD)
            .build();
    assertEquals(List.of("a [dog] with a ball, beach"), marked(query, "a dog with a ball, beach"));
  }

  @Test
  void wildcardsAndFuzzyWordsMarkWhatTheyMatch() throws IOException {
    assertEquals(
        List.of("a [frisbee]", "a [fridge]"),
        marked(new PrefixQuery(new Term(PhotoSchema.CAPTION, "fri")), "a frisbee", "a fridge"));
    assertEquals(
        List.of("a [dog] and a window"),
        marked(new FuzzyQuery(new Term(PhotoSchema.CAPTION, "doog"), 1, 1), "a dog and a window"));
  }

  /** Lucene's highlighter reads 10,000 characters of a field unless told otherwise. */
  @Test
  void nothingIsTooLongOrTooMuch() throws IOException {
    String text = "a dog. " + "Nothing here at all. ".repeat(1000) + "Two dogs";
    assertEquals(2, highlight(words("dog"), -1, text).getFirst().spans().size());
    List<LemmaGroup> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add(new LemmaGroup(List.of("word" + i)));
    }
    assertEquals(List.of("[word4999] x"), marked(CaptionHighlighter.words(many), "word4999 x"));
  }

  @Test
  void whatMatchesNothingIsShownUnmarked() throws IOException {
    assertEquals(List.of("a dog"), marked(words("frisbee"), "a dog"));
    assertEquals(List.of("a dog"), marked(words("of the"), "a dog"));
    assertEquals(List.of("", "a [dog]"), marked(words("dog"), "", "a dog"));
    assertEquals(List.of(), marked(words("dog")));
  }

  @Test
  void aSpanIsNotEmpty() {
    assertThrows(IllegalArgumentException.class, () -> new Span(3, 3));
  }
}
