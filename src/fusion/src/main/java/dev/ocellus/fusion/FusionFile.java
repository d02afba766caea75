package dev.ocellus.fusion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A fusion model with its card, as a JSON file.
 *
 * <pre>{@code
 * {"format": "ocellus-fusion", "version": 1, "family": "logistic",
 *  "features": ["image", "image_hubness", ...],
 *  "regimes": [{"name": "image", "requires": ["image"], "intercept": -2.1,
 *               "curves": [{"feature": "image", "knots": [0.1, 0.3], "values": [-1, 1.5],
 *                           "missing": 0}]}],
 *  "card": {"trained_on": "...", "date": "2026-01-31", "encoder": "...", "pairs": 1000,
 *           "sampling": "...", "calibration_error": {"overall": 0.01}, "made_by": "..."},
 *  "likeness": {"slope": 6.1, "intercept": -4.3, "trained_on": "...", "judgments": 1000,
 *               "calibration_error": 0.01}}
 * }</pre>
 *
 * {@code features} lists the features that the model was trained with, in the order of the feature
 * vector; a program that knows more features ignores the others, one that knows fewer refuses the
 * file. A file need not have a {@code likeness}; {@link Likeness#DEFAULT} then stands in.
 *
 * @param model how to score
 * @param card where it comes from
 * @param likeness how photos are scored by pictures
 */
public record FusionFile(FusionModel model, FusionCard card, Likeness likeness) {
  static final String FORMAT = "ocellus-fusion";
  static final int VERSION = 1;
  static final String LOGISTIC = "logistic";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** A fusion without judgments of photos by pictures. */
  public FusionFile(FusionModel model, FusionCard card) {
    this(model, card, Likeness.DEFAULT);
  }

  /**
   * Reads a file.
   *
   * @throws DataException if there is no such file or it is no fusion file of this version; the
   *     message begins with the path
   */
  public static FusionFile read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new DataException(path + ": a folder; a fusion file is JSON that training wrote");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.toString());
    } catch (NoSuchFileException e) {
      throw new DataException(
          path + ": no such file; a fusion file is JSON that training wrote", e);
    }
  }

  /**
   * Reads a stream, which stays open.
   *
   * @param source what messages call the stream
   * @throws DataException if it holds no fusion file of this version
   */
  public static FusionFile read(InputStream in, String source) throws IOException {
    try {
      JsonNode root = JSON.readTree(in.readAllBytes());
      return parse(new JsonFields(root == null ? JSON.missingNode() : root, ""));
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw new DataException(source + where + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (DataException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  private static FusionFile parse(JsonFields root) {
    root.expect("format", FORMAT);
    int version = root.integer("version");
    if (version != VERSION) {
      throw new DataException("fusion file version " + version + "; this program reads " + VERSION);
    }
    List<Feature> features = root.features("features");
    String family = root.text("family");
    FusionModel model =
        switch (family) {
          case LOGISTIC -> LogisticFusionJson.read(root, features);
          default ->
              throw new DataException(
                  "'family' is '" + family + "'; this program reads '" + LOGISTIC + "'");
        };
    return new FusionFile(model, FusionCardJson.read(root.object("card")), LikenessJson.read(root));
  }

  /**
   * Writes the file, creating folders as needed; a reader sees the old file or the new one.
   *
   * @throws DataException if the model is of no family that has a file form
   */
  public void write(Path path) throws IOException {
    if (!(model instanceof LogisticFusion logistic)) {
      throw new DataException(path + ": a model '" + model.name() + "' has no file form");
    }
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION).put("family", LOGISTIC);
    var features = root.putArray("features");
    Arrays.stream(Feature.values()).map(Feature::key).forEach(features::add);
    LogisticFusionJson.write(logistic, root);
    FusionCardJson.write(card, root.putObject("card"));
    LikenessJson.write(likeness, root);
    AtomicFiles.write(path, JSON.writeValueAsBytes(root));
  }
}
