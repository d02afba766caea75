package dev.ocellus.lucene.highlight;

import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/**
 * Where a query matches in a photo's captions, told as positions in the captions joined by a gap,
 * as Lucene counts offsets in a field of several values.
 */
final class CaptionSpans {

  /** Code units between two values of a field: Analyzer's default offset gap. */
  static final int GAP = 1;

  private final Highlighter highlighter;

  CaptionSpans(IndexSearcher searcher, Analyzer analyzer) {
    this.highlighter = new Highlighter(UnifiedHighlighter.builder(searcher, analyzer));
  }

  /** The spans, ascending; those that overlap are one, as of two lemmas of one word. */
  List<Span> of(int document, Query query) throws IOException {
    TreeMap<Integer, Integer> ends = new TreeMap<>();
    for (Span match : highlighter.matches(document, query)) {
      ends.merge(match.start(), match.end(), Math::max);
    }
    List<Span> spans = new ArrayList<>();
    ends.forEach((start, end) -> append(spans, new Span(start, end)));
    return spans;
  }

  private static void append(List<Span> spans, Span next) {
    if (!spans.isEmpty() && next.start() < spans.getLast().end()) {
      Span last = spans.removeLast();
      spans.add(new Span(last.start(), Math.max(last.end(), next.end())));
    } else {
      spans.add(next);
    }
  }

  /** Lucene's, for its method that gives objects in place of text. */
  private static final class Highlighter extends UnifiedHighlighter {

    /** Passages at most: every value of the field is one. */
    private static final int ALL = Integer.MAX_VALUE - 1;

    Highlighter(UnifiedHighlighter.Builder builder) {
      super(
          builder
              .withBreakIterator(WholeBreakIterator::new)
              .withFormatter(new SpanFormatter())
              .withMaxNoHighlightPassages(0)
              .withMaxLength(Integer.MAX_VALUE - 1)
              // Else what matches only one clause of two required ones would not be marked.
              .withWeightMatches(false));
    }

    List<Span> matches(int document, Query query) throws IOException {
      String[] field = {PhotoSchema.CAPTION};
      @Nullable Object[] spans =
          highlightFieldsAsObjects(field, query, new int[] {document}, new int[] {ALL})
              .get(PhotoSchema.CAPTION);
      return spans != null && spans[0] instanceof Spans found ? found.all() : List.of();
    }
  }

  private record Spans(List<Span> all) {}

  private static final class SpanFormatter extends PassageFormatter {

    @Override
    public Object format(Passage[] passages, String content) {
      List<Span> spans = new ArrayList<>();
      for (Passage passage : passages) {
        for (int i = 0; i < passage.getNumMatches(); i++) {
          spans.add(new Span(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
        }
      }
      return new Spans(spans);
    }
  }
}
