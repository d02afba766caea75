package dev.ocellus.lucene.highlight;

import java.util.List;

/**
 * A caption and what matched in it.
 *
 * @param index which of the photo's captions, 0 for the first
 * @param text as it was indexed
 * @param spans the words that matched, ascending, none overlapping another; empty if none did
 */
public record HighlightedCaption(int index, String text, List<Span> spans) {

  public HighlightedCaption {
    spans = List.copyOf(spans);
  }

  /** The text with its spans marked. */
  public String marked(Markers markers) {
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (Span span : spans) {
      marked
          .append(markers.escape(text.substring(done, span.start())))
          .append(markers.before())
          .append(markers.escape(text.substring(span.start(), span.end())))
          .append(markers.after());
      done = span.end();
    }
    return marked.append(markers.escape(text.substring(done))).toString();
  }
}
