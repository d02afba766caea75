package dev.ocellus.indextools.json;

import dev.ocellus.study.judgments.CrowdSummary;
import dev.ocellus.study.judgments.ExpertCrowdAgreement;
import dev.ocellus.study.judgments.ExpertSummary;
import dev.ocellus.study.judgments.JudgmentSummary;
import dev.ocellus.study.judgments.PhotoSummary;
import dev.ocellus.study.judgments.Spread;
import dev.ocellus.study.judgments.TargetSummary;
import dev.ocellus.study.judgments.TextSummary;
import dev.ocellus.study.report.Histogram;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code judgments}. Histograms are counts by label.
 *
 * @param pairs judged pairs
 * @param ownCaptions pairs whose text was written for that photo
 * @param images judged photos
 * @param captionsPerPhoto null without tables of captions
 * @param photos null without a folder of photos
 * @param problems a line each
 */
public record JudgmentsAnswer(
    int pairs,
    int ownCaptions,
    int images,
    Spread photosPerText,
    Spread textsPerPhoto,
    @Nullable Spread captionsPerPhoto,
    Experts experts,
    Crowd crowd,
    Agreement agreement,
    Target target,
    Texts texts,
    @Nullable Photos photos,
    List<String> problems) {

  /**
   * Ratings of three experts.
   *
   * @param allAgree pairs with one rating three times
   * @param twoAgree pairs with one rating twice
   * @param allDiffer pairs with three ratings
   */
  public record Experts(
      int pairs,
      int allAgree,
      int twoAgree,
      int allDiffer,
      Map<String, Integer> ratings,
      Map<String, Integer> meanRatings) {

    static Experts of(ExpertSummary experts) {
      return new Experts(
          experts.pairs(),
          experts.allAgree(),
          experts.twoAgree(),
          experts.allDiffer(),
          counts(experts.ratings()),
          counts(experts.means()));
    }
  }

  /**
   * Votes of the crowd.
   *
   * @param match pairs with a share of yes of at least 0.8
   * @param mismatch pairs with one of at most 0.2
   */
  public record Crowd(
      int pairs, int votes, int match, int between, int mismatch, Map<String, Integer> shares) {

    static Crowd of(CrowdSummary crowd) {
      return new Crowd(
          crowd.pairs(),
          crowd.votes(),
          crowd.match(),
          crowd.between(),
          crowd.mismatch(),
          counts(crowd.shares()));
    }
  }

  /**
   * Experts against crowd.
   *
   * @param kendallTauB null where there is nothing to correlate
   * @param spearman likewise
   * @param table pairs by the rating of most experts, 0 where all differ
   */
  public record Agreement(
      int pairs,
      @Nullable Double kendallTauB,
      @Nullable Double spearman,
      List<ExpertCrowdAgreement.Row> table) {

    static Agreement of(ExpertCrowdAgreement agreement) {
      return new Agreement(
          agreement.pairs(),
          finite(agreement.kendallTauB()),
          finite(agreement.spearman()),
          agreement.table());
    }
  }

  /**
   * What there is to learn.
   *
   * @param below pairs with a target below 0.5
   * @param above the others that have one
   * @param mean null if no pair has a target
   */
  public record Target(
      String name,
      int pairs,
      int dropped,
      int below,
      int above,
      @Nullable Double mean,
      Map<String, Integer> targets) {

    static Target of(TargetSummary target) {
      return new Target(
          target.name(),
          target.pairs(),
          target.dropped(),
          target.below(),
          target.above(),
          finite(target.mean()),
          counts(target.targets()));
    }
  }

  /**
   * The judged texts.
   *
   * @param lemmas number of texts that have each of the most frequent ones
   */
  public record Texts(
      int count, Spread words, Map<String, Integer> lengths, Map<String, Integer> lemmas) {

    static Texts of(TextSummary texts) {
      Map<String, Integer> lemmas = new LinkedHashMap<>();
      texts.lemmas().forEach(lemma -> lemmas.put(lemma.lemma(), lemma.texts()));
      return new Texts(texts.texts(), texts.words(), counts(texts.lengths()), lemmas);
    }
  }

  /**
   * The photo files.
   *
   * @param missing judged photos without a file
   * @param sameBytes groups of files of the same content
   * @param nearCopies groups of files that look alike
   */
  public record Photos(
      List<String> folders,
      int files,
      List<String> missing,
      List<List<String>> sameBytes,
      List<List<String>> nearCopies,
      List<String> unreadable) {

    static Photos of(PhotoSummary photos) {
      return new Photos(
          names(photos.folders()),
          photos.files(),
          photos.missing(),
          photos.sameBytes().stream().map(Photos::names).toList(),
          photos.nearCopies().stream().map(Photos::names).toList(),
          photos.unreadable());
    }

    private static List<String> names(List<Path> paths) {
      return paths.stream().map(Path::toString).toList();
    }
  }

  /** The answer for a summary. */
  public static JudgmentsAnswer of(JudgmentSummary summary) {
    return new JudgmentsAnswer(
        summary.pairs(),
        summary.ownCaptions(),
        summary.images().size(),
        summary.photosPerText(),
        summary.textsPerPhoto(),
        summary.captionsPerPhoto().orElse(null),
        Experts.of(summary.experts()),
        Crowd.of(summary.crowd()),
        Agreement.of(summary.agreement()),
        Target.of(summary.target()),
        Texts.of(summary.texts()),
        summary.photos().map(Photos::of).orElse(null),
        summary.problems());
  }

  private static Map<String, Integer> counts(Histogram histogram) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < histogram.labels().size(); i++) {
      counts.put(histogram.labels().get(i), histogram.counts().get(i));
    }
    return counts;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
