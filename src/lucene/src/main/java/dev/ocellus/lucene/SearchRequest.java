package dev.ocellus.lucene;

import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.page.PageRequest;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.page.ScoreCut;
import dev.ocellus.lucene.page.SortKey;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.search.Arrangement;
import dev.ocellus.lucene.search.Details;
import dev.ocellus.lucene.search.Picture;
import dev.ocellus.lucene.search.PictureQuery;
import dev.ocellus.lucene.search.Restriction;
import dev.ocellus.lucene.search.Syntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to search for. Begin with {@link #of(String)} or {@link #like(Picture)}.
 *
 * @param text in the query language; may be empty where there is a picture or a filter
 * @param syntax how the text is read
 * @param picture what hits should look like, or null
 * @param signal what to rank by
 * @param restriction which photos may be found
 * @param page which of them to show, in which order, and where the result ends
 * @param pointInTime whether the photos of this moment are kept for the pages after this, as long
 *     as one is read every minute
 * @param arrangement how hits that are alike are shown
 * @param details what else to tell
 * @param expander finds other words for the text's own ("dog" for "animal"), or null
 */
public record SearchRequest(
    String text,
    Syntax syntax,
    @Nullable PictureQuery picture,
    Signal signal,
    Restriction restriction,
    PageRequest page,
    boolean pointInTime,
    Arrangement arrangement,
    Details details,
    @Nullable Expander expander) {

  /** Hits of a search that asks for no number. */
  public static final int DEFAULT_TOP = 5;

  /** The five best photos by the fused score, however low it is. */
  public static SearchRequest of(String text) {
    return new SearchRequest(
        text,
        Syntax.LENIENT,
        null,
        Signal.FUSED,
        Restriction.NONE,
        PageRequest.first(DEFAULT_TOP),
        false,
        Arrangement.NONE,
        Details.NONE,
        null);
  }

  /** The five photos that look most like a picture. */
  public static SearchRequest like(Picture picture) {
    return of("").withPicture(new PictureQuery(picture, PictureQuery.DEFAULT_WEIGHT));
  }

  public SearchRequest withSyntax(Syntax newSyntax) {
    return new SearchRequest(
        text,
        newSyntax,
        picture,
        signal,
        restriction,
        page,
        pointInTime,
        arrangement,
        details,
        expander);
  }

  public SearchRequest withPicture(@Nullable PictureQuery newPicture) {
    return new SearchRequest(
        text,
        syntax,
        newPicture,
        signal,
        restriction,
        page,
        pointInTime,
        arrangement,
        details,
        expander);
  }

  public SearchRequest withSignal(Signal newSignal) {
    return new SearchRequest(
        text,
        syntax,
        picture,
        newSignal,
        restriction,
        page,
        pointInTime,
        arrangement,
        details,
        expander);
  }

  public SearchRequest withRestriction(Restriction newRestriction) {
    return new SearchRequest(
        text,
        syntax,
        picture,
        signal,
        newRestriction,
        page,
        pointInTime,
        arrangement,
        details,
        expander);
  }

  public SearchRequest withPage(PageRequest newPage) {
    return new SearchRequest(
        text,
        syntax,
        picture,
        signal,
        restriction,
        newPage,
        pointInTime,
        arrangement,
        details,
        expander);
  }

  public SearchRequest withPointInTime(boolean newPointInTime) {
    return new SearchRequest(
        text,
        syntax,
        picture,
        signal,
        restriction,
        page,
        newPointInTime,
        arrangement,
        details,
        expander);
  }

  public SearchRequest withArrangement(Arrangement newArrangement) {
    return new SearchRequest(
        text,
        syntax,
        picture,
        signal,
        restriction,
        page,
        pointInTime,
        newArrangement,
        details,
        expander);
  }

  public SearchRequest withDetails(Details newDetails) {
    return new SearchRequest(
        text,
        syntax,
        picture,
        signal,
        restriction,
        page,
        pointInTime,
        arrangement,
        newDetails,
        expander);
  }

  /** With other words for the text's own. */
  public SearchRequest withExpander(@Nullable Expander newExpander) {
    return new SearchRequest(
        text,
        syntax,
        picture,
        signal,
        restriction,
        page,
        pointInTime,
        arrangement,
        details,
        newExpander);
  }

  /**
   * At most so many hits.
   *
   * @throws QueryException if it is not in [1, {@value PageRequest#MOST_SIZE}]
   */
  public SearchRequest withTop(int top) {
    return withPage(new PageRequest(page.from(), top, page.after(), page.sort(), page.cut()));
  }

  /**
   * Without the hits that score less.
   *
   * @throws QueryException if it is not in [0, 1]
   */
  public SearchRequest withMinScore(float minScore) {
    return withCut(new ScoreCut.Fixed(minScore));
  }

  /** With the result ending there. */
  public SearchRequest withCut(ScoreCut cut) {
    return withPage(page.withCut(cut));
  }

  /** In another order than that of score. */
  public SearchRequest withSort(SortKey... keys) {
    return withPage(page.withSort(keys));
  }

  /** The page behind the one that gave the token. */
  public SearchRequest after(@Nullable PageToken token) {
    return withPage(page.after(token));
  }

  /** Among the photos that fulfil this condition, too. */
  public SearchRequest withFilter(String condition) {
    List<String> filters = new ArrayList<>(restriction.filters());
    filters.add(condition);
    return withRestriction(
        new Restriction(
            filters, restriction.postFilters(), restriction.policy(), restriction.showMarked()));
  }

  /** Within what a policy allows. */
  public SearchRequest withPolicy(@Nullable ContentPolicy policy) {
    return withRestriction(
        new Restriction(
            restriction.filters(), restriction.postFilters(), policy, restriction.showMarked()));
  }

  /** With or without the photos whose captions the policy blocks. */
  public SearchRequest withShowMarked(boolean showMarked) {
    return withRestriction(
        new Restriction(
            restriction.filters(), restriction.postFilters(), restriction.policy(), showMarked));
  }
}
