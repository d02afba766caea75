package dev.ocellus.lucene;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.Likeness;

/**
 * What makes the scores of an index's photos.
 *
 * @param model by a text
 * @param likeness by pictures
 */
public record Scoring(FusionModel model, Likeness likeness) {

  static Scoring of(FusionFile file) {
    return new Scoring(file.model(), file.likeness());
  }
}
