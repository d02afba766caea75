package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.encode.PreprocessorConfig.Resize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderSpecTest {

  @TempDir private Path model = Path.of("");

  @Test
  void clipIsReadAsItsRepositoryStatesIt() throws IOException {
    write(
        "config.json",
        """
        {"_name_or_path": "openai/clip-vit-base-patch32", "projection_dim": 512,
         "text_config": {"hidden_size": 512, "max_position_embeddings": 77}}
        """);
    write(
        "preprocessor_config.json",
        """
        {"crop_size": 224, "do_center_crop": true, "do_normalize": true, "do_resize": true,
         "feature_extractor_type": "CLIPFeatureExtractor",
         "image_mean": [0.48145466, 0.4578275, 0.40821073],
         "image_std": [0.26862954, 0.26130258, 0.27577711], "resample": 3, "size": 224}
        """);
    EncoderSpec spec = EncoderSpec.read(ModelFiles.folder(model));
    assertEquals("openai/clip-vit-base-patch32", spec.modelId());
    assertEquals(512, spec.dimension());
    assertEquals(77, spec.contextLength());
    PreprocessorConfig preprocessing = spec.preprocessing();
    assertEquals(new Resize.ShortestEdge(224), preprocessing.resize());
    assertEquals(224, preprocessing.cropHeight());
    assertEquals(224, preprocessing.cropWidth());
    assertEquals(1 / 255.0, preprocessing.rescaleFactor());
    assertEquals(0.26130258, preprocessing.std()[1]);
  }

  @Test
  void siglipIsReadAsItsRepositoryStatesIt() throws IOException {
    write(
        "config.json",
        """
        {"_name_or_path": "google/siglip-base-patch16-224", "text_config": {"hidden_size": 768}}
        """);
    write("tokenizer_config.json", "{\"model_max_length\": 64}");
    write(
        "preprocessor_config.json",
        """
        {"do_normalize": true, "do_rescale": true, "do_resize": true,
         "image_mean": [0.5, 0.5, 0.5], "image_processor_type": "SiglipImageProcessor",
         "image_std": [0.5, 0.5, 0.5], "resample": 2, "rescale_factor": 0.00392156862745098,
         "size": {"height": 224, "width": 192}}
        """);
    EncoderSpec spec = EncoderSpec.read(ModelFiles.folder(model));
    assertEquals(768, spec.dimension());
    assertEquals(64, spec.contextLength());
    assertEquals(new Resize.Exact(224, 192), spec.preprocessing().resize());
    assertEquals(Resampler.Filter.BILINEAR, spec.preprocessing().filter());
    assertEquals(0, spec.preprocessing().cropHeight());
  }

  @Test
  void stepsThatAreOffLeaveThePixels() throws IOException {
    write(
        "config.json",
        """
        {"_name_or_path": "a/b", "projection_dim": 8,
         "text_config": {"max_position_embeddings": 9}}
        """);
    write(
        "preprocessor_config.json",
        """
        {"do_resize": false, "do_rescale": false, "do_normalize": false,
         "do_center_crop": true, "crop_size": {"height": 5, "width": 6}}
        """);
    PreprocessorConfig config = EncoderSpec.read(ModelFiles.folder(model)).preprocessing();
    assertEquals(new Resize.None(), config.resize());
    assertEquals(1, config.rescaleFactor());
    assertArrayEquals(new double[] {0, 0, 0}, config.mean());
    assertArrayEquals(new double[] {1, 1, 1}, config.std());
    assertEquals(5, new ImagePreprocessor(config).inputHeight());
    assertEquals(6, new ImagePreprocessor(config).inputWidth());
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(model.resolve(file), content);
  }
}
