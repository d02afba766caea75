package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A ResNet-18 with small random weights, made by src/test/python/make_tiny_resnet.py. */
class OnnxImageBackboneTest {

  private static final Path GRAPH = TestFiles.folder("tiny-resnet").resolve("resnet.onnx");
  private static final Path PHOTOS = Path.of("..", "..", "testdata", "photos");
  private static final ImageSettings SMALL =
      ImageSettings.parse("size=72,crop=64,interpolation=bicubic");

  @TempDir private Path folder = Path.of("");

  @Test
  void answersAsPyTorchDoesWithImageNetsSettings() throws IOException {
    try (var backbone = open(GRAPH, null, "average")) {
      assertEquals(32, backbone.dimension());
      assertEquals(224, backbone.preprocessor().inputWidth());
      assertAnswers(backbone, "default");
    }
  }

  @Test
  void answersAsPyTorchDoesWithOtherSettings() throws IOException {
    try (var backbone = open(GRAPH, SMALL, "average")) {
      assertAnswers(backbone, "small");
    }
  }

  @Test
  void featureMapsAreAveraged() throws IOException {
    try (var backbone = open(GRAPH, SMALL, "feature_map")) {
      assertEquals(32, backbone.dimension());
      assertAnswers(backbone, "small");
    }
  }

  @Test
  void configurationBesideTheGraphIsRead() throws IOException {
    // int(64 / 0.88) = 72, cropped to 64: the settings of "small".
    Path graph = Files.copy(GRAPH, folder.resolve("resnet.onnx"));
    Files.writeString(
        folder.resolve("preprocessor_config.json"),
        """
        {"image_processor_type": "ConvNextImageProcessor", "crop_pct": 0.88, "resample": 3,
         "size": {"shortest_edge": 64}, "image_mean": [0.485, 0.456, 0.406],
         "image_std": [0.229, 0.224, 0.225]}
        """);
    try (var backbone = open(graph, null, "average")) {
      assertAnswers(backbone, "small");
    }
  }

  @Test
  void photosInABatchAreAsAlone() throws IOException {
    try (var backbone = open(GRAPH, SMALL, "average")) {
      List<float[]> pixels = new ArrayList<>();
      for (JsonNode entry : reference("small")) {
        pixels.add(pixels(entry, backbone));
      }
      List<float[]> together = backbone.features(pixels);
      for (int i = 0; i < pixels.size(); i++) {
        float[] alone = backbone.features(List.of(pixels.get(i))).getFirst();
        assertTrue(distance(alone, together.get(i)) < 1e-4, "photo " + i);
      }
    }
  }

  @Test
  void whatIsNoBackboneIsRefusedInALine() throws IOException {
    assertEquals(
        GRAPH + ": say which of its outputs to take: average, feature_map",
        message(() -> open(GRAPH, null, null)));
    assertEquals(
        GRAPH + " has no output pooled, only average, feature_map",
        message(() -> open(GRAPH, null, "pooled")));
    Path text = TestFiles.folder("tiny-clip").resolve("onnx").resolve("text_model.onnx");
    assertEquals(
        text
            + ": its input input_ids is INT64 [any, any], but photos come as FLOAT [batch, 3, 224,"
            + " 224]; size and crop set that",
        message(() -> open(text, null, null)));
    Path fixed = TestFiles.folder("tiny-clip").resolve("onnx").resolve("vision_model.onnx");
    assertTrue(message(() -> open(fixed, SMALL, null)).startsWith(fixed + ": its input pixel_va"));
    Path missing = folder.resolve("none.onnx");
    assertEquals(
        "the model lacks the file " + missing.toAbsolutePath(),
        message(() -> open(missing, null, null)));
    Path broken = Files.writeString(folder.resolve("broken.onnx"), "not a graph");
    assertTrue(message(() -> open(broken, null, null)).contains("broken.onnx is no usable ONNX"));
  }

  @Test
  void settingsAreReadByName() {
    assertEquals(ImageSettings.IMAGENET, ImageSettings.parse(""));
    assertEquals(
        new ImageSettings(232, 200, List.of(0.5, 0.5, 0.5), List.of(1.0, 1.0, 1.0), "bicubic"),
        ImageSettings.parse(
            "size=232, crop=200, interpolation=bicubic, mean=0.5/0.5/0.5, std=1/1/1"));
    assertEquals(
        "\"size=0\": size and crop must be at least 1, got 0, 224;",
        message(() -> ImageSettings.parse("size=0")).replaceAll("; settings are.*", ";"));
    for (String wrong : List.of("zoom=2", "mean=1", "std=0/1/1", "crop=x", "interpolation=best")) {
      assertTrue(message(() -> ImageSettings.parse(wrong)).startsWith("\"" + wrong + "\": "));
    }
  }

  private static void assertAnswers(ImageBackbone backbone, String settings) throws IOException {
    JsonNode photos = reference(settings);
    assertEquals(6, photos.size());
    for (JsonNode entry : photos) {
      float[] actual = backbone.features(List.of(pixels(entry, backbone))).getFirst();
      float[] expected = new float[actual.length];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = (float) entry.path("vector").path(i).doubleValue();
      }
      double cosine =
          EncoderContract.dot(actual, expected)
              / Math.sqrt(
                  EncoderContract.dot(actual, actual) * EncoderContract.dot(expected, expected));
      assertTrue(cosine >= 0.9999, entry.path("file") + ": cosine " + cosine);
      // Lengths agree as well: nothing was normalised.
      double share = distance(actual, expected) / distance(expected, new float[actual.length]);
      assertTrue(share < 0.02, entry.path("file") + ": off by a share of " + share);
    }
  }

  private static JsonNode reference(String settings) throws IOException {
    return new ObjectMapper()
        .readTree(TestFiles.bytes("tiny-resnet/reference.json"))
        .path(settings);
  }

  private static float[] pixels(JsonNode entry, ImageBackbone backbone) throws IOException {
    byte[] file = Files.readAllBytes(PHOTOS.resolve(entry.path("file").textValue()));
    return backbone.preprocessor().apply(new PhotoDecoder().decode(file).pixels());
  }

  private static double distance(float[] a, float[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += (a[i] - b[i]) * (double) (a[i] - b[i]);
    }
    return Math.sqrt(squares);
  }

  private static OnnxImageBackbone open(
      Path graph, @Nullable ImageSettings settings, @Nullable String output) {
    return OnnxImageBackbone.open(graph, settings, output, EncoderOptions.threads(1));
  }

  private static String message(Executable action) {
    String message = String.valueOf(assertThrows(ModelException.class, action).getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }
}
