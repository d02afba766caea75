package dev.ocellus.study.grid;

/**
 * One experiment of the grid.
 *
 * @param features name of the features
 * @param learner name of the learner
 * @param target name of the target scheme
 */
public record Cell(String features, String learner, String target) {

  /** Begins the name of a file. */
  String fileName() {
    return (target + "-" + features + "-" + learner).replaceAll("[^A-Za-z0-9]+", "-");
  }
}
