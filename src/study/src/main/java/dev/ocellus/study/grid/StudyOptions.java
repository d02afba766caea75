package dev.ocellus.study.grid;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.study.learn.Learners;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to study.
 *
 * @param data folder of judgments and photos
 * @param out folder for results and what is kept to go on after an interrupt
 * @param scale how much of the data
 * @param narrow whether to leave out the cells that only widen the comparison
 * @param targets names of target schemes
 * @param learners names of learners
 * @param threads cells at once, 1 or more
 * @param models further encoders, by id or folder
 * @param imageBackbones ONNX image networks, by file or folder
 * @param textEncoders ONNX text encoders, by folder
 * @param wordVectors text files of word2vec or GloVe
 * @param policy by which texts and photos are dropped, or null
 */
public record StudyOptions(
    Path data,
    Path out,
    Scale scale,
    boolean narrow,
    List<String> targets,
    List<String> learners,
    int threads,
    List<String> models,
    List<Path> imageBackbones,
    List<Path> textEncoders,
    List<Path> wordVectors,
    @Nullable ContentPolicy policy) {

  /** All targets; the first one has all cells. */
  public static final List<String> TARGETS =
      List.of("expert-mean", "expert-majority", "crowd-share", "crowd-threshold", "mix");

  /**
   * @throws DataException if a target or a learner is unknown
   */
  public StudyOptions {
    targets = List.copyOf(targets);
    targets.forEach(TargetScheme::named);
    learners = List.copyOf(learners);
    learners.forEach(Learners::named);
    models = List.copyOf(models);
    imageBackbones = List.copyOf(imageBackbones);
    textEncoders = List.copyOf(textEncoders);
    wordVectors = List.copyOf(wordVectors);
  }
}
