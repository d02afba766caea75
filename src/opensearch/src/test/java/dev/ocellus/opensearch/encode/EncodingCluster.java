package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.FolderImport;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelId;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One node with small limits, which may read the photos of testdata; the tests of encoding share
 * it. They leave its settings as they are.
 */
public final class EncodingCluster implements ParameterResolver {

  /** Photos of testdata. */
  public static final Path PHOTOS = Path.of("..", "..", "testdata", "photos").toAbsolutePath();

  /** Captions of photos of testdata. */
  public static final Path CAPTIONS =
      Path.of("..", "..", "testdata", "captions.csv").toAbsolutePath();

  /** An encoder in the node's model folder: a copy of a bundled one. */
  public static final String INSTALLED = "test/encoder";

  /** The node's model folder. */
  static final Path MODELS = Path.of("target", "encoding-models").toAbsolutePath();

  private static final Namespace NAMESPACE = Namespace.create(EncodingCluster.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(TestCluster.class, type -> start());
  }

  private static TestCluster start() {
    try {
      InstalledModels models = new InstalledModels(MODELS);
      ModelId id = ModelId.of(INSTALLED);
      models.remove(id);
      FolderImport.add(models, id, Path.of("..", "..", "models", "lite2-minilm-classes-v1"), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return TestCluster.start(
        "encoding",
        1,
        Map.of(
            "thread_pool.ocellus_encode.queue_size", "4",
            "ocellus.models.path", MODELS.toString(),
            "ocellus.ingest.photo_root", PHOTOS.normalize().toString()));
  }

  /** A file in Base64. */
  public static String base64(byte[] file) {
    return Base64.getEncoder().encodeToString(file);
  }

  /** A document as a request of {@code _bulk} has it, in two lines. */
  public static String bulk(String index, List<Map.Entry<String, String>> documents) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> document : documents) {
      lines.append(
          "{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n".formatted(index, document.getKey()));
      lines.append(document.getValue().replace("\n", "")).append('\n');
    }
    return lines.toString();
  }
}
