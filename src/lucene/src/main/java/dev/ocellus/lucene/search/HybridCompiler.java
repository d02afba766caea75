package dev.ocellus.lucene.search;

import dev.ocellus.fusion.FusionModel;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.HybridQueryBuilder;
import dev.ocellus.lucene.query.LikePart;
import dev.ocellus.lucene.query.LikeVector;
import dev.ocellus.lucene.query.MixedPart;
import dev.ocellus.lucene.query.PartEvidence;
import dev.ocellus.lucene.query.TextPart;
import dev.ocellus.lucene.syntax.DescribingText;
import dev.ocellus.lucene.syntax.Evidence;
import dev.ocellus.lucene.syntax.LikedPhoto;
import dev.ocellus.lucene.syntax.ParsedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * From a parsed query to the hybrid query that ranks by it, wherever photos are searched. Used
 * once, by one thread.
 */
public final class HybridCompiler {

  /**
   * A text that photos should fit.
   *
   * @param text as parsed
   * @param part as it ranks
   */
  public record Described(DescribingText text, TextPart part) {}

  private final QuerySource source;
  private final Signal signal;
  private final HybridQueryBuilder query;
  private final List<Described> described = new ArrayList<>();

  /**
   * @param signal what to rank by
   * @param fused what makes the fused score; asked only if that is what ranks
   */
  public HybridCompiler(QuerySource source, Signal signal, Supplier<FusionModel> fused) {
    this.source = source;
    this.signal = signal;
    this.query =
        HybridQuery.builder(signal.model(fused)).sources(signal.sources()).layout(source.layout());
  }

  /** Takes so many candidates from each source of each part; at least 1. */
  public HybridCompiler window(int window) {
    query.window(window);
    return this;
  }

  /** Lets only photos that match be candidates; null for all. */
  public HybridCompiler filter(@Nullable Query filter) {
    query.filter(filter);
    return this;
  }

  /**
   * The hybrid query.
   *
   * @param picture what hits should look like besides, or null
   * @return null if the query is made of conditions alone, so that nothing ranks
   * @throws QueryException if the signal can rank nothing of it, or its pictures cancel out
   */
  public @Nullable HybridQuery compile(ParsedQuery parsed, @Nullable PictureVector picture)
      throws IOException {
    if (parsed.hasOnlyCondition() && picture == null) {
      return null;
    }
    if (picture != null && picture.id() != null) {
      query.exclude(picture.id());
    }
    if (parsed.likes().isEmpty()) {
      describe(parsed, picture);
    } else {
      resemble(parsed, picture);
    }
    HybridQuery built = query.build();
    if (built.mostCandidates() == 0) {
      throw new QueryException(
          "nothing that the query asks for can be ranked by %s alone; rank by fused"
              .formatted(signal.key()));
    }
    return built;
  }

  /** The texts that photos should fit, in the query's order; none beside {@code like:}. */
  public List<Described> described() {
    return List.copyOf(described);
  }

  /** Texts, each by its own evidence, and the picture beside the plain words. */
  private void describe(ParsedQuery parsed, @Nullable PictureVector picture) throws IOException {
    LikePart like = picture == null ? null : LikePart.of(picture.vector(), source.likeness());
    boolean joined = false;
    for (DescribingText text : parsed.texts()) {
      TextPart part = read(text);
      if (text.unwanted()) {
        query.unwant(part);
        continue;
      }
      described.add(new Described(text, part));
      if (like != null && picture != null && text.evidence() == Evidence.BOTH) {
        query.want(new MixedPart(part, like, picture.weight()));
        joined = true;
      } else {
        query.want(part);
      }
    }
    if (like != null && !joined) {
      query.want(like);
    }
  }

  /** Arithmetic of pictures and words. */
  private void resemble(ParsedQuery parsed, @Nullable PictureVector picture) throws IOException {
    boolean withWords = parsed.texts().stream().anyMatch(text -> text.evidence() == Evidence.BOTH);
    LikeVector sum = new LikeVector(withWords ? source.meanText() : new float[source.dimension()]);
    for (LikedPhoto like : parsed.likes()) {
      float[] vector = source.photo(like);
      query.exclude(like.photo());
      if (like.weight() != 0) {
        sum.picture(vector, like.weight());
      }
    }
    if (picture != null) {
      sum.picture(picture.vector(), 1);
    }
    for (DescribingText text : parsed.texts()) {
      if (text.weight() == 0) {
        continue;
      }
      TextPart part = read(text);
      if (text.evidence() == Evidence.BOTH) {
        sum.text(part.text().imageVector(), text.weight());
      } else if (text.weight() < 0) {
        query.unwant(part);
      } else {
        query.want(part);
      }
    }
    try {
      query.want(sum.part(source.likeness()));
    } catch (IllegalArgumentException e) {
      throw new QueryException(String.valueOf(e.getMessage()));
    }
  }

  private TextPart read(DescribingText text) throws IOException {
    QueryText read = QueryText.of(text);
    return new TextPart(source.words(read), source.encode(read), evidence(text));
  }

  private static PartEvidence evidence(DescribingText text) {
    return switch (text.evidence()) {
      case BOTH -> PartEvidence.BOTH;
      case PICTURE -> PartEvidence.PICTURE;
      case CAPTIONS -> PartEvidence.CAPTIONS;
    };
  }
}
