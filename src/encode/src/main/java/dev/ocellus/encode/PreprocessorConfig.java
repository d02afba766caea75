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
    Filter filter,
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

  /**
   * Reads the file.
   *
   * @param family decides where the file names no processor
   * @throws ModelException if it leaves the input's size open, or has what is not known here
   */
  static PreprocessorConfig read(ModelFiles files, ModelFamily family) {
    JsonFile file = JsonFile.read(files, FILE);
    if (file.root().has("max_num_patches")) {
      throw file.error(
          "max_num_patches, photos as patches of varying number, is not supported; take the model's"
              + " variant of a fixed resolution");
    }
    if (file.root().hasNonNull("crop_pct")) {
      return convNext(file);
    }
    boolean clip = isClip(file, family);
    Resize resize = file.flag("do_resize", true) ? resize(file, clip) : new Resize.None();
    boolean crops = file.flag("do_center_crop", clip && file.root().has("crop_size"));
    int[] crop = crops ? crop(file) : new int[] {0, 0};
    if (crop[0] == 0 && !(resize instanceof Resize.Exact)) {
      throw file.error("photos would keep different sizes: size or crop_size must give both sides");
    }
    return of(file, resize, crop[0], crop[1]);
  }

  /** As Transformers' ConvNextImageProcessor, which ResNets have: photos become squares. */
  private static PreprocessorConfig convNext(JsonFile file) {
    int size = Math.max(file.count("/size"), file.count("/size/shortest_edge"));
    double share = file.root().path("crop_pct").asDouble(0);
    if (size == 0 || !(share > 0)) {
      throw file.error("crop_pct needs to be above 0, and size to be {shortest_edge}");
    }
    // From 384 pixels on the whole photo is squashed instead.
    return size < 384
        ? of(file, new Resize.ShortestEdge((int) (size / share)), size, size)
        : of(file, new Resize.Exact(size, size), 0, 0);
  }

  private static PreprocessorConfig of(
      JsonFile file, Resize resize, int cropHeight, int cropWidth) {
    boolean normalize = file.flag("do_normalize", true);
    return new PreprocessorConfig(
        resize,
        filter(file),
        cropHeight,
        cropWidth,
        file.flag("do_rescale", true) ? file.root().path("rescale_factor").asDouble(1 / 255.0) : 1,
        normalize ? channels(file, "image_mean") : new double[] {0, 0, 0},
        normalize ? channels(file, "image_std") : new double[] {1, 1, 1});
  }

  /** Whether Transformers' CLIP processor (or feature extractor, as it was called) is meant. */
  private static boolean isClip(JsonFile file, ModelFamily family) {
    String type = file.text("/image_processor_type") + file.text("/feature_extractor_type");
    return type.isEmpty()
        ? family == ModelFamily.CLIP
        : type.toUpperCase(Locale.ROOT).contains("CLIP");
  }

  private static Resize resize(JsonFile file, boolean clip) {
    JsonNode size = file.root().path("size");
    if (file.count("/size") > 0) {
      // CLIP's processor takes a bare number for the shorter side, others for both.
      int pixels = file.count("/size");
      return clip ? new Resize.ShortestEdge(pixels) : new Resize.Exact(pixels, pixels);
    }
    if (size.has("longest_edge")) {
      throw file.error("size with longest_edge is not supported, got " + size);
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

  private static Filter filter(JsonFile file) {
    JsonNode number = file.root().path("resample");
    return Filter.of(number.asInt(number.isMissingNode() ? 3 : -1))
        .orElseThrow(
            () ->
                file.error(
                    "resample must be one of Pillow's numbers, 0 to 5 (2 bilinear, 3 bicubic), got "
                        + number));
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
