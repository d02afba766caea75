package dev.ocellus.study.grid;

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
 * @param threads cells at once, 1 or more
 * @param models further encoders, by id or folder
 * @param imageBackbones ONNX image networks, by file or folder
 * @param textEncoders ONNX text encoders, by folder
 * @param wordVectors text files of word2vec or GloVe
 */
public record StudyOptions(
    Path data,
    Path out,
    Scale scale,
    boolean narrow,
    int threads,
    List<String> models,
    List<Path> imageBackbones,
    List<Path> textEncoders,
    List<Path> wordVectors) {

  public StudyOptions {
    models = List.copyOf(models);
    imageBackbones = List.copyOf(imageBackbones);
    textEncoders = List.copyOf(textEncoders);
    wordVectors = List.copyOf(wordVectors);
  }

  /** The bundled encoder's features alone. */
  public static StudyOptions of(Path data, Path out, Scale scale) {
    return new StudyOptions(
        data, out, scale, false, 1, List.of(), List.of(), List.of(), List.of());
  }

  /** The same with so many cells at once. */
  public StudyOptions withThreads(int newThreads) {
    return new StudyOptions(
        data, out, scale, narrow, newThreads, models, imageBackbones, textEncoders, wordVectors);
  }

  /** The same without the cells that only widen the comparison, or with them. */
  public StudyOptions withNarrow(boolean newNarrow) {
    return new StudyOptions(
        data, out, scale, newNarrow, threads, models, imageBackbones, textEncoders, wordVectors);
  }

  /** The same with word vectors of a file, or several. */
  public StudyOptions withWordVectors(List<Path> files) {
    return new StudyOptions(
        data, out, scale, narrow, threads, models, imageBackbones, textEncoders, files);
  }
}
