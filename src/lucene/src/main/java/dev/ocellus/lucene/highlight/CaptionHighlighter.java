package dev.ocellus.lucene.highlight;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.query.LemmaGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Marks in a photo's captions the words that a query asks for, as they are written there:
 * "children" for child. What no word of the query is a lemma of is not marked, however near in
 * meaning.
 *
 * <p>By Lucene's UnifiedHighlighter and the offsets in the index, so any Lucene query may be shown:
 * of a phrase only what stands in it, of {@code +a -b} nothing for b; wildcards and fuzzy words
 * mark what they match. Safe for use by several threads.
 */
public final class CaptionHighlighter {

  private final IndexSearcher searcher;
  private final CaptionSpans spans;

  /**
   * @param analyzer of the captions
   */
  public CaptionHighlighter(IndexSearcher searcher, Analyzer analyzer) {
    this.searcher = searcher;
    this.spans = new CaptionSpans(searcher, analyzer);
  }

  /** A query for any lemma of these words, to be marked; also of a word's synonyms among them. */
  public static Query words(Collection<LemmaGroup> words) {
    List<Query> lemmas = new ArrayList<>();
    for (LemmaGroup word : words) {
      for (String lemma : word.lemmas()) {
        lemmas.add(new TermQuery(new Term(PhotoSchema.CAPTION, lemma)));
      }
    }
    // Unlike a BooleanQuery it takes any number of them.
    return new DisjunctionMaxQuery(lemmas, 0);
  }

  /**
   * The captions of a photo.
   *
   * @param document the photo's number in the searcher's reader
   * @param query what to mark; parts about other fields mark nothing
   * @param best index of the caption to be put first ({@link
   *     dev.ocellus.lucene.query.LeafFeatures#bestCaption}), or -1 for none
   * @return all captions, the best one first, then the others as they were indexed; empty for a
   *     photo without captions
   */
  public List<HighlightedCaption> highlight(int document, Query query, int best)
      throws IOException {
    String[] captions =
        searcher
            .storedFields()
            .document(document, Set.of(PhotoSchema.CAPTION))
            .getValues(PhotoSchema.CAPTION);
    if (captions.length == 0) {
      return List.of();
    }
    List<Span> found = spans.of(document, query);
    List<HighlightedCaption> highlighted = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < captions.length; i++) {
      HighlightedCaption caption =
          new HighlightedCaption(i, captions[i], within(found, start, captions[i].length()));
      highlighted.add(i == best ? 0 : highlighted.size(), caption);
      start += captions[i].length() + CaptionSpans.GAP;
    }
    return List.copyOf(highlighted);
  }

  private static List<Span> within(List<Span> all, int start, int length) {
    return all.stream()
        .filter(span -> span.start() >= start && span.end() <= start + length)
        .map(span -> new Span(span.start() - start, span.end() - start))
        .toList();
  }
}
