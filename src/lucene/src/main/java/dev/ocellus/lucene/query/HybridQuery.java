package dev.ocellus.lucene.query;

import dev.ocellus.fusion.FusionModel;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds photos by words and vectors together, and scores each from 0 to 1: the product of the
 * probabilities that it fits each wanted part, by a {@link FusionModel} and a {@link
 * dev.ocellus.fusion.Likeness}, and that it does not show each unwanted one, by {@link
 * UnwantedRule}. Of a single text the score is the fusion's own.
 *
 * <p>Candidates are the best {@code window} of every {@link CandidateSource} of every wanted part,
 * all under the same filter. Every candidate gets every feature exactly, whichever source found it,
 * so that its score depends on the photo, the query and the collection's statistics alone, never on
 * what else was found.
 *
 * <p>Rewriting runs the sources; the result is bound to the searcher's reader, as that of Lucene's
 * own vector queries is.
 */
public final class HybridQuery extends Query {

  /** Candidates a source contributes, unless told otherwise. */
  public static final int DEFAULT_WINDOW = 200;

  private final HybridQueryBuilder parts;

  HybridQuery(HybridQueryBuilder parts) {
    this.parts = parts;
  }

  /**
   * A query for one text over all sources, unfiltered, with the default window.
   *
   * @param words the query's lemmas, as {@link LemmaGroup#of} reads them; may be empty
   * @param text the query's vectors, of the dimensions of the index's
   * @param model from features to score
   */
  public HybridQuery(List<LemmaGroup> words, EncodedText text, FusionModel model) {
    this(new HybridQueryBuilder(model).want(new TextPart(words, text)));
  }

  /** Begins a query of several parts. */
  public static HybridQueryBuilder builder(FusionModel model) {
    return new HybridQueryBuilder(model);
  }

  /** A builder that begins with this query. */
  public HybridQueryBuilder toBuilder() {
    return parts.copy();
  }

  /** The same with only photos that match {@code newFilter} as candidates. */
  public HybridQuery withFilter(@Nullable Query newFilter) {
    return toBuilder().filter(newFilter).build();
  }

  /**
   * The same with other sources.
   *
   * @throws IllegalArgumentException if there is none
   */
  public HybridQuery withSources(Set<CandidateSource> newSources) {
    return toBuilder().sources(newSources).build();
  }

  /**
   * The same with another window.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public HybridQuery withWindow(int newWindow) {
    return toBuilder().window(newWindow).build();
  }

  /** What photos should fit; at least one. */
  public List<QueryPart> wanted() {
    return List.copyOf(parts.wanted);
  }

  /** What photos should not show. */
  public List<TextPart> unwanted() {
    return List.copyOf(parts.unwanted);
  }

  /**
   * The first text that is wanted.
   *
   * @throws IllegalArgumentException if pictures alone are
   */
  public TextPart firstText() {
    for (QueryPart part : parts.wanted) {
      if (part instanceof TextPart text) {
        return text;
      }
      if (part instanceof MixedPart mixed) {
        return mixed.text();
      }
    }
    throw new IllegalArgumentException("the query wants no text, only pictures");
  }

  public FusionModel model() {
    return parts.model;
  }

  public Set<CandidateSource> sources() {
    return Set.copyOf(parts.sources);
  }

  public int window() {
    return parts.window;
  }

  /** The most candidates that the sources may find. */
  public int mostCandidates() {
    int searches = 0;
    for (QueryPart part : parts.wanted) {
      searches += CandidateSearch.sources(part, parts.sources).size();
    }
    // A mixed part asks for images twice: by its text and by its pictures.
    long mixed = parts.wanted.stream().filter(MixedPart.class::isInstance).count();
    return Math.toIntExact((searches + mixed) * (long) parts.window);
  }

  public @Nullable Query filter() {
    return parts.filter;
  }

  /** Where the index holds what is read of photos. */
  public PhotoLayout layout() {
    return parts.layout;
  }

  /** Ids of photos that are no candidates, such as the one that others should be like. */
  public Set<String> excluded() {
    return Set.copyOf(parts.excluded);
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

  /**
   * The sources of the wanted parts as rankings of all photos that the filter lets pass, not of the
   * window alone: vectors are compared exactly, photo by photo.
   */
  public List<Query> rankings() {
    return new SourceRankings(this).all();
  }

  /** Shows the words that are looked for in captions, and the filter. */
  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor words = visitor.getSubVisitor(Occur.SHOULD, this);
    for (QueryPart part : parts.wanted) {
      TextPart text =
          switch (part) {
            case TextPart alone -> alone;
            case MixedPart mixed -> mixed.text();
            case LikePart pictures -> null;
          };
      if (text != null && text.evidence().readsCaptions()) {
        for (LemmaGroup word : text.words()) {
          word.query(parts.layout.caption()).visit(words);
        }
      }
    }
    Query filter = parts.filter;
    if (filter != null) {
      filter.visit(visitor.getSubVisitor(Occur.FILTER, this));
    }
  }

  @Override
  public String toString(String field) {
    return "HybridQuery("
        + parts.wanted.stream().map(QueryPart::toString).collect(Collectors.joining("; "))
        + parts.unwanted.stream().map(part -> "; unwanted " + part).collect(Collectors.joining())
        + ", model="
        + parts.model.name()
        + ", sources="
        + EnumSet.copyOf(parts.sources)
        + ", window="
        + parts.window
        + (parts.filter == null ? "" : ", filter=" + parts.filter)
        + (parts.excluded.isEmpty() ? "" : ", excluded=" + parts.excluded)
        + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HybridQuery query && key().equals(query.key());
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + key().hashCode();
  }

  private List<Object> key() {
    return List.of(
        parts.wanted,
        parts.unwanted,
        parts.model,
        parts.sources,
        parts.window,
        Objects.requireNonNullElse(parts.filter, "none"),
        parts.excluded,
        parts.layout);
  }
}
