package dev.ocellus.lucene.query;

import dev.ocellus.fusion.FusionModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Builds a {@link HybridQuery} of several parts. Not safe for use by several threads. */
public final class HybridQueryBuilder {

  final FusionModel model;
  final List<QueryPart> wanted = new ArrayList<>();
  final List<TextPart> unwanted = new ArrayList<>();
  final Set<String> excluded = new TreeSet<>();
  Set<CandidateSource> sources = EnumSet.allOf(CandidateSource.class);
  int window = HybridQuery.DEFAULT_WINDOW;
  @Nullable Query filter;
  PhotoLayout layout = PhotoLayout.EMBEDDED;

  /**
   * @param model from a text's features to its probability
   */
  HybridQueryBuilder(FusionModel model) {
    this.model = model;
  }

  HybridQueryBuilder copy() {
    HybridQueryBuilder copy = new HybridQueryBuilder(model);
    copy.wanted.addAll(wanted);
    copy.unwanted.addAll(unwanted);
    copy.excluded.addAll(excluded);
    copy.sources = sources;
    copy.window = window;
    copy.filter = filter;
    copy.layout = layout;
    return copy;
  }

  /** Adds something that photos should fit. */
  public HybridQueryBuilder want(QueryPart part) {
    wanted.add(part);
    return this;
  }

  /** Adds something that photos should not show: it pushes down, and drops none. */
  public HybridQueryBuilder unwant(TextPart part) {
    unwanted.add(part);
    return this;
  }

  /** Lets only photos that match be candidates; null for all. */
  public HybridQueryBuilder filter(@Nullable Query newFilter) {
    filter = newFilter;
    return this;
  }

  /** For an index that holds photos otherwise than {@link PhotoLayout#EMBEDDED}. */
  public HybridQueryBuilder layout(PhotoLayout newLayout) {
    layout = newLayout;
    return this;
  }

  /**
   * Takes candidates from these sources alone.
   *
   * @throws IllegalArgumentException if there is none
   */
  public HybridQueryBuilder sources(Set<CandidateSource> newSources) {
    if (newSources.isEmpty()) {
      throw new IllegalArgumentException("a hybrid query needs at least one candidate source");
    }
    sources = EnumSet.copyOf(newSources);
    return this;
  }

  /**
   * Takes this many candidates from each source of each part.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public HybridQueryBuilder window(int newWindow) {
    if (newWindow < 1) {
      throw new IllegalArgumentException("window must be at least 1, got " + newWindow);
    }
    window = newWindow;
    return this;
  }

  /** Keeps a photo out of the candidates, such as the one that others should be like. */
  public HybridQueryBuilder exclude(String photoId) {
    excluded.add(photoId);
    return this;
  }

  /**
   * The query.
   *
   * @throws IllegalArgumentException if nothing is wanted
   */
  public HybridQuery build() {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("a hybrid query needs something that photos should fit");
    }
    return new HybridQuery(copy());
  }
}
