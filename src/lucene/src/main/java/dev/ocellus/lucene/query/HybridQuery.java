package dev.ocellus.lucene.query;

import dev.ocellus.fusion.FusionModel;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds photos by words and vector together, and scores each with a {@link FusionModel}, from 0 to
 * 1.
 *
 * <p>Candidates are the best {@code window} of every {@link CandidateSource}. Every candidate gets
 * every feature exactly, whichever source found it, so that its score depends on the photo, the
 * query and the collection's statistics alone, never on what else was found.
 *
 * <p>Rewriting runs the sources; the result is bound to the searcher's reader, as that of Lucene's
 * own vector queries is.
 */
public final class HybridQuery extends Query {

  /** Candidates a source contributes, unless told otherwise. */
  public static final int DEFAULT_WINDOW = 200;

  private final List<LemmaGroup> words;
  private final EncodedText text;
  private final FusionModel model;
  private final Set<CandidateSource> sources;
  private final int window;
  private final @Nullable Query filter;

  private HybridQuery(
      List<LemmaGroup> words,
      EncodedText text,
      FusionModel model,
      Set<CandidateSource> sources,
      int window,
      @Nullable Query filter) {
    this.words = words;
    this.text = text;
    this.model = model;
    this.sources = sources;
    this.window = window;
    this.filter = filter;
  }

  /**
   * A query over all sources, unfiltered, with the default window.
   *
   * @param words the query's lemmas, as {@link LemmaGroup#of} reads them; may be empty
   * @param text the query's vectors, of the dimensions of the index's
   * @param model from features to score
   */
  public HybridQuery(List<LemmaGroup> words, EncodedText text, FusionModel model) {
    this(
        List.copyOf(words),
        text,
        model,
        EnumSet.allOf(CandidateSource.class),
        DEFAULT_WINDOW,
        null);
  }

  /** The same with only photos that match {@code newFilter} as candidates. */
  public HybridQuery withFilter(@Nullable Query newFilter) {
    return new HybridQuery(words, text, model, sources, window, newFilter);
  }

  /**
   * The same with other sources.
   *
   * @throws IllegalArgumentException if there is none
   */
  public HybridQuery withSources(Set<CandidateSource> newSources) {
    if (newSources.isEmpty()) {
      throw new IllegalArgumentException("a hybrid query needs at least one candidate source");
    }
    return new HybridQuery(words, text, model, EnumSet.copyOf(newSources), window, filter);
  }

  /**
   * The same with another window.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public HybridQuery withWindow(int newWindow) {
    if (newWindow < 1) {
      throw new IllegalArgumentException("window must be at least 1, got " + newWindow);
    }
    return new HybridQuery(words, text, model, sources, newWindow, filter);
  }

  public List<LemmaGroup> words() {
    return words;
  }

  public EncodedText text() {
    return text;
  }

  public FusionModel model() {
    return model;
  }

  public Set<CandidateSource> sources() {
    return Set.copyOf(sources);
  }

  public int window() {
    return window;
  }

  public @Nullable Query filter() {
    return filter;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    int[] candidates = new CandidateSearch(searcher, this).run();
    if (candidates.length == 0) {
      return new MatchNoDocsQuery("no candidates");
    }
    return new CandidateQuery(this, candidates, reader.getContext().id());
  }

  /**
   * The query that scores chosen photos as this one would, whether its sources find them or not.
   *
   * @param searcher the searcher that will run it
   * @param photos document numbers, ascending
   */
  public Query over(IndexSearcher searcher, int[] photos) {
    return photos.length == 0
        ? new MatchNoDocsQuery("no photos to score")
        : new CandidateQuery(this, photos, searcher.getIndexReader().getContext().id());
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "HybridQuery(words="
        + words.stream().map(group -> String.join("|", group.lemmas())).toList()
        + ", vector="
        + text.imageVector()[0]
        + ",..., model="
        + model.name()
        + ", sources="
        + sources
        + ", window="
        + window
        + (filter == null ? "" : ", filter=" + filter)
        + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HybridQuery query
        && words.equals(query.words)
        && text.equals(query.text)
        && model.equals(query.model)
        && sources.equals(query.sources)
        && window == query.window
        && Objects.equals(filter, query.filter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), words, text, model, sources, window, filter);
  }
}
