package dev.ocellus.encode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which files of a repository make a model: configurations, tokenizer, and one text and one vision
 * graph in {@code onnx/}, of one variant, with the data files that large graphs keep beside them.
 */
public final class ModelLayout {

  /** The variant whose graphs have no ending. */
  public static final String FULL_PRECISION = "fp32";

  private static final List<String> REQUIRED =
      List.of("config.json", "preprocessor_config.json", "tokenizer.json");

  /** What a model can do without: settings with defaults, and papers that go with the weights. */
  private static final List<String> OPTIONAL =
      List.of(
          "tokenizer_config.json",
          "special_tokens_map.json",
          ModelCard.FILE,
          ModelCard.README,
          "LICENSE",
          "LICENSE.md",
          "LICENSE.txt",
          "NOTICE");

  private ModelLayout() {}

  /** Whether a file has a part in the vectors; the others are words about the model. */
  static boolean makesVectors(String file) {
    return REQUIRED.contains(file)
        || file.equals("tokenizer_config.json")
        || file.equals("special_tokens_map.json")
        || file.startsWith("onnx/");
  }

  /**
   * Chooses the files to take.
   *
   * @param files all files of the repository, with forward slashes
   * @param variant for instance {@code fp16}
   * @param model the repository's name, for messages
   * @throws ModelException if files are missing; the message says which variants there are
   */
  public static List<String> select(Collection<String> files, String variant, String model) {
    for (String file : REQUIRED) {
      if (!files.contains(file)) {
        throw new ModelException(
            model + " has no " + file + ", so it is no encoder in ONNX layout");
      }
    }
    List<String> variants =
        GraphFiles.VARIANTS.stream().filter(name -> isComplete(name, files)).toList();
    if (!variants.contains(variant)) {
      throw new ModelException(
          variants.isEmpty()
              ? model + " has no separate text and vision graphs in onnx/, so it cannot be used"
              : "%s has no variant %s; it has: --variant %s"
                  .formatted(model, variant, String.join(", ", variants)));
    }
    GraphFiles graphs = new GraphFiles(variant);
    List<String> selected = new ArrayList<>(REQUIRED);
    OPTIONAL.stream().filter(files::contains).forEach(selected::add);
    for (String graph : List.of(graphs.text(), graphs.vision())) {
      Pattern data = Pattern.compile(Pattern.quote(graph) + "(?:[._]data(?:_[0-9]+)?)?");
      files.stream().filter(data.asMatchPredicate()).sorted().forEach(selected::add);
    }
    return selected;
  }

  private static boolean isComplete(String variant, Collection<String> files) {
    GraphFiles graphs = new GraphFiles(variant);
    return files.contains(graphs.text()) && files.contains(graphs.vision());
  }
}
