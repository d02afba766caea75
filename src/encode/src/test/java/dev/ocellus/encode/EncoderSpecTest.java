package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.PreprocessorConfig.Resize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderSpecTest {

  private static final String PREPROCESSOR =
      """
      {"image_processor_type": %s, "size": 9, "crop_size": 7, "resample": 2,
       "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
      """;

  @TempDir private Path model = Path.of("");

  @BeforeEach
  void writeTokenizer() throws IOException {
    write(
        "tokenizer.json",
        """
        {"version": "1.0", "truncation": null, "padding": null,
         "added_tokens": [{"id": 5, "content": "<|endoftext|>"}],
         "model": {"type": "BPE", "vocab": {"a": 0, "!": 2, "<|endoftext|>": 5}, "merges": []}}
        """);
  }

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
    assertEquals(77, spec.text().contextLength());
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
        {"_name_or_path": "google/siglip-base-patch16-224", "model_type": "siglip",
         "text_config": {"model_type": "siglip_text_model"},
         "vision_config": {"model_type": "siglip_vision_model"}}
        """);
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
    assertEquals(64, spec.text().contextLength());
    assertEquals(new Resize.Exact(224, 192), spec.preprocessing().resize());
    assertEquals(Filter.BILINEAR, spec.preprocessing().filter());
    assertEquals(0, spec.preprocessing().cropHeight());
  }

  @Test
  void siglip2IsReadAsItsRepositoryStatesIt() throws IOException {
    // A fixed resolution says "siglip"; texts are lower-cased, Gemma's limit is none.
    write(
        "config.json",
        """
        {"_name_or_path": "google/siglip2-base-patch16-256", "model_type": "siglip",
         "text_config": {"model_type": "siglip_text_model", "vocab_size": 256000}}
        """);
    write(
        "tokenizer_config.json",
        """
        {"do_lower_case": true, "model_max_length": 1000000000000000019884624838656,
         "pad_token": "!", "tokenizer_class": "GemmaTokenizer"}
        """);
    write("preprocessor_config.json", PREPROCESSOR.formatted("\"SiglipImageProcessor\""));
    EncoderSpec spec = EncoderSpec.read(ModelFiles.folder(model));
    assertEquals(new TextSettings(64, 2, false, true), spec.text());
    assertEquals(new Resize.Exact(9, 9), spec.preprocessing().resize());
  }

  @Test
  void bareNumberIsTheShorterSideToClipAlone() throws IOException {
    write("config.json", "{\"_name_or_path\": \"apple/mobileclip\", \"model_type\": \"clip\"}");
    write("preprocessor_config.json", PREPROCESSOR.formatted("null"));
    EncoderSpec spec = EncoderSpec.read(ModelFiles.folder(model));
    assertEquals(512, spec.dimension());
    assertEquals(77, spec.text().contextLength());
    assertEquals(new Resize.ShortestEdge(9), spec.preprocessing().resize());
    assertEquals(7, spec.preprocessing().cropHeight());
  }

  @Test
  void unsupportedPreprocessingIsNamed() throws IOException {
    write(
        "config.json",
        "{\"_name_or_path\": \"google/siglip2-base-patch16-naflex\", \"model_type\": \"siglip2\"}");
    write("preprocessor_config.json", "{\"max_num_patches\": 256, \"patch_size\": 16}");
    assertTrue(
        problem().endsWith("is not supported; take the model's variant of a fixed resolution"));
    write("preprocessor_config.json", "{\"size\": {\"shortest_edge\": 9, \"longest_edge\": 20}}");
    assertTrue(problem().contains("preprocessor_config.json: size with longest_edge"));
  }

  private String problem() {
    ModelFiles files = ModelFiles.folder(model);
    return String.valueOf(
        assertThrows(ModelException.class, () -> EncoderSpec.read(files)).getMessage());
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
