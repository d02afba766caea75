package dev.ocellus.lucene;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.query.CandidateSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** What a search ranks by: the fused score, or one of its parts alone, for comparison. */
public enum Signal {
  /** The learned fusion of all evidence. */
  FUSED(EnumSet.allOf(CandidateSource.class)) {
    @Override
    public FusionModel model(Supplier<FusionModel> fused) {
      return fused.get();
    }
  },
  /** What the picture shows: cosine of the query's vector and the image vector. */
  IMAGE(EnumSet.of(CandidateSource.IMAGE)) {
    @Override
    public FusionModel model(Supplier<FusionModel> fused) {
      return new SingleFeature(Feature.IMAGE_COSINE);
    }
  },
  /** What the captions mean: cosine of the query's vector and the nearest caption vector. */
  CAPTIONS(EnumSet.of(CandidateSource.CAPTIONS)) {
    @Override
    public FusionModel model(Supplier<FusionModel> fused) {
      return new SingleFeature(Feature.CAPTION_COSINE_MAX);
    }
  },
  /** What the captions say: BM25 over lemmas. */
  BM25(EnumSet.of(CandidateSource.WORDS)) {
    @Override
    public FusionModel model(Supplier<FusionModel> fused) {
      return new SingleFeature(Feature.BM25);
    }
  };

  private final Set<CandidateSource> sources;

  Signal(Set<CandidateSource> sources) {
    this.sources = Set.copyOf(sources);
  }

  /** Where candidates come from. */
  public Set<CandidateSource> sources() {
    return sources;
  }

  /**
   * What scores by it.
   *
   * @param fused the fusion; asked only where it scores
   */
  public abstract FusionModel model(Supplier<FusionModel> fused);

  /** The name on the command line and in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
