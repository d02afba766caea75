package dev.ocellus.lucene.page;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param hits with their scores, in the listing's order
 * @param total photos that reach the least score, among the best ones where the order is that of
 *     score; the listing may have more
 * @param minScore the least score that is shown, as the cut had it; infinite where it shows nothing
 * @param next what gives the next page, or null if this is the last
 * @param notes what the reader should know of this page, a line each
 */
public record PhotoPage(
    List<ScoreDoc> hits, int total, float minScore, @Nullable PageToken next, List<String> notes) {

  PhotoPage withNote(String note) {
    List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
    return new PhotoPage(hits, total, minScore, next, more);
  }
}
