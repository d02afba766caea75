package dev.ocellus.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a photo becomes the input of a network trained on ImageNet.
 *
 * @param size pixels that the shorter side is brought to first
 * @param crop width and height of the square that is then cut from the middle
 * @param mean of red, green and blue, from 0 to 1, subtracted from the samples
 * @param std what they are then divided by
 * @param interpolation one of nearest, lanczos, bilinear, bicubic, box, hamming, as Pillow computes
 *     them
 */
public record ImageSettings(
    int size, int crop, List<Double> mean, List<Double> std, String interpolation) {

  /** What torchvision's ResNets were trained with. */
  public static final ImageSettings IMAGENET =
      new ImageSettings(
          256, 224, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), "bilinear");

  public ImageSettings {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    require(size > 0 && crop > 0, "size and crop must be at least 1, got " + size + ", " + crop);
    require(mean.size() == 3, "mean must be three numbers, got " + mean);
    require(
        std.size() == 3 && std.stream().allMatch(s -> s > 0),
        "std must be three numbers above 0, got " + std);
    require(
        Arrays.stream(Filter.values()).anyMatch(f -> nameOf(f).equals(interpolation)),
        "interpolation must be one of %s, got %s"
            .formatted(
                String.join(
                    ", ", Arrays.stream(Filter.values()).map(ImageSettings::nameOf).toList()),
                interpolation));
  }

  /**
   * Reads settings like {@code size=232,crop=224,interpolation=bicubic,mean=0.5/0.5/0.5}; what is
   * not named is as in {@link #IMAGENET}.
   *
   * @throws ModelException if a name or a value is none
   */
  public static ImageSettings parse(String text) {
    ImageSettings s = IMAGENET;
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] setting = part.strip().split("=", 2);
      String value = setting.length == 2 ? setting[1].strip() : "";
      try {
        s =
            switch (setting[0].strip()) {
              case "size" ->
                  new ImageSettings(number(value), s.crop, s.mean, s.std, s.interpolation);
              case "crop" ->
                  new ImageSettings(s.size, number(value), s.mean, s.std, s.interpolation);
              case "mean" ->
                  new ImageSettings(s.size, s.crop, numbers(value), s.std, s.interpolation);
              case "std" ->
                  new ImageSettings(s.size, s.crop, s.mean, numbers(value), s.interpolation);
              case "interpolation" -> new ImageSettings(s.size, s.crop, s.mean, s.std, value);
              default -> throw new ModelException("there is no such setting");
            };
      } catch (ModelException | NumberFormatException e) {
        throw new ModelException(
            "\"%s\": %s; settings are size=256,crop=224,mean=0.485/0.456/0.406,std=0.229/0.224/0.225,interpolation=bilinear"
                .formatted(part.strip(), e.getMessage()),
            e);
      }
    }
    return s;
  }

  PreprocessorConfig config() {
    return new PreprocessorConfig(
        new PreprocessorConfig.Resize.ShortestEdge(size),
        Filter.valueOf(interpolation.toUpperCase(Locale.ROOT)),
        crop,
        crop,
        1 / 255.0,
        mean.stream().mapToDouble(m -> m).toArray(),
        std.stream().mapToDouble(s -> s).toArray());
  }

  private static int number(String value) {
    return Integer.parseInt(value);
  }

  private static List<Double> numbers(String value) {
    return Arrays.stream(value.split("/", -1)).map(Double::valueOf).toList();
  }

  private static String nameOf(Filter filter) {
    return filter.name().toLowerCase(Locale.ROOT);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ModelException(otherwise);
    }
  }
}
