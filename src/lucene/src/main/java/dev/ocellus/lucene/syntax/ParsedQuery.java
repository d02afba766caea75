package dev.ocellus.lucene.syntax;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for. It knows of no encoder: vectors of its texts and photos are for the
 * searcher to get.
 *
 * @param text the query as typed
 * @param texts what photos shall show: at most one wanted text for each {@link Evidence}, then the
 *     unwanted ones or, beside {@code like:}, those added and subtracted; empty if the query is
 *     made of conditions or photos alone
 * @param likes photos that others shall resemble; empty if there are none
 * @param condition what photos have to fulfil, over the photos' documents, or null if any will do;
 *     matches photos only
 * @param notes what was read otherwise than it may be meant
 */
public record ParsedQuery(
    String text,
    List<DescribingText> texts,
    List<LikedPhoto> likes,
    @Nullable Query condition,
    List<Note> notes) {

  public ParsedQuery {
    texts = List.copyOf(texts);
    likes = List.copyOf(likes);
    notes = List.copyOf(notes);
  }

  /** The text of the plain words, which captions and pictures shall fit. */
  public Optional<DescribingText> mainText() {
    return texts.stream()
        .filter(part -> part.evidence() == Evidence.BOTH && !part.unwanted() && part.weight() > 0)
        .findFirst();
  }

  /** Whether there is nothing to rank by: all photos that fulfil the condition are equal. */
  public boolean hasOnlyCondition() {
    return likes.isEmpty() && texts.stream().allMatch(DescribingText::unwanted);
  }
}
