package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * How a photo becomes a model's input: the model's {@code preprocessor_config.json}, read by the
 * meaning that Hugging Face Transformers' CLIPImageProcessor and SiglipImageProcessor give its
 * keys.
 *
 * @param resize what size the photo is brought to first
 * @param filter the resampling filter
 * @param cropHeight height of the centre crop that follows; 0 for none
 * @param cropWidth width of the centre crop; 0 for none
 * @param rescaleFactor what 8-bit samples are multiplied by
 * @param mean subtracted from the rescaled samples of red, green, blue
 * @param std what they are then divided by
 */
record PreprocessorConfig(
    Resize resize,
    Resampler.Filter filter,
    int cropHeight,
    int cropWidth,
    double rescaleFactor,
    double[] mean,
    double[] std) {

  static final String FILE = "preprocessor_config.json";

  /** The size a photo is brought to. */
  sealed interface Resize {
    /** Keeps the proportions; the shorter side becomes {@code pixels} long. */
    record ShortestEdge(int pixels) implements Resize {}

    /** Exactly this size, whatever the proportions. */
    record Exact(int height, int width) implements Resize {}

    /** No resizing. */
    record None() implements Resize {}
  }

  static PreprocessorConfig read(ModelFiles files) {
    JsonFile file = JsonFile.read(files, FILE);
    Resize resize = file.flag("do_resize", true) ? resize(file) : new Resize.None();
    int[] crop = file.flag("do_center_crop", false) ? crop(file) : new int[] {0, 0};
    if (crop[0] == 0 && !(resize instanceof Resize.Exact)) {
      throw file.error("photos would keep different sizes: size or crop_size must give both sides");
    }
    boolean normalize = file.flag("do_normalize", true);
    return new PreprocessorConfig(
        resize,
        filter(file),
        crop[0],
        crop[1],
        file.flag("do_rescale", true) ? file.root().path("rescale_factor").asDouble(1 / 255.0) : 1,
        normalize ? channels(file, "image_mean") : new double[] {0, 0, 0},
        normalize ? channels(file, "image_std") : new double[] {1, 1, 1});
  }

  private static Resize resize(JsonFile file) {
    JsonNode size = file.root().path("size");
    if (size.isInt()) {
      // Transformers: CLIP's processor takes a bare number for the shorter side, others for both.
      String type =
          file.root().path("image_processor_type").asText("")
              + file.root().path("feature_extractor_type").asText("");
      int pixels = size.intValue();
      return type.toUpperCase(Locale.ROOT).contains("CLIP")
          ? new Resize.ShortestEdge(pixels)
          : new Resize.Exact(pixels, pixels);
    }
    if (file.count("/size/shortest_edge") > 0) {
      return new Resize.ShortestEdge(file.count("/size/shortest_edge"));
    }
    int height = file.count("/size/height");
    int width = file.count("/size/width");
    if (height == 0 || width == 0) {
      throw file.error("size must be {shortest_edge} or {height, width}, got " + size);
    }
    return new Resize.Exact(height, width);
  }

  private static int[] crop(JsonFile file) {
    int both = file.count("/crop_size");
    int height = both > 0 ? both : file.count("/crop_size/height");
    int width = both > 0 ? both : file.count("/crop_size/width");
    if (height == 0 || width == 0) {
      throw file.error(
          "crop_size must be a number or {height, width}, got " + file.root().path("crop_size"));
    }
    return new int[] {height, width};
  }

  private static Resampler.Filter filter(JsonFile file) {
    return switch (file.root().path("resample").asInt(3)) {
      case 2 -> Resampler.Filter.BILINEAR;
      case 3 -> Resampler.Filter.BICUBIC;
      default ->
          throw file.error(
              "resample must be 2 (bilinear) or 3 (bicubic), got " + file.root().path("resample"));
    };
  }

  private static double[] channels(JsonFile file, String key) {
    JsonNode node = file.root().path(key);
    double[] values = new double[3];
    for (int i = 0; i < 3; i++) {
      if (node.size() != 3 || !node.path(i).isNumber()) {
        throw file.error(key + " must be three numbers, got " + node);
      }
      values[i] = node.path(i).doubleValue();
    }
    return values;
  }
}
