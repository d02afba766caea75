package dev.ocellus.opensearch.ingest;

import static org.opensearch.ingest.ConfigurationUtils.newConfigurationException;
import static org.opensearch.ingest.ConfigurationUtils.readBooleanProperty;
import static org.opensearch.ingest.ConfigurationUtils.readIntProperty;
import static org.opensearch.ingest.ConfigurationUtils.readOptionalStringProperty;
import static org.opensearch.ingest.ConfigurationUtils.readStringProperty;

import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelReference;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.opensearch.encode.EncodingService;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.settings.Settings;
import org.opensearch.ingest.AbstractBatchingProcessor;
import org.opensearch.ingest.Processor;

/**
 * Makes processors of a pipeline's options, all of which may be left out:
 *
 * <ul>
 *   <li>{@code model}: id of the encoder; the bundled one by default
 *   <li>{@code language} of the captions, ISO 639-1, or {@code auto}; {@code en} by default
 *   <li>{@code photo_field}: a photo's file in Base64; {@code photo} by default
 *   <li>{@code path_field}: a photo's path on this node; not looked at by default
 *   <li>{@code caption_field}: a text or an array of them; {@code caption} by default
 *   <li>{@code target_field}: the object to write to; the document by default
 *   <li>{@code remove_photo}: whether {@code photo_field} is removed; true by default
 *   <li>{@code ignore_missing}: whether a document without a photo is no error; false by default
 *   <li>{@code batch_size}: documents of a bulk that are encoded together; 16 by default
 * </ul>
 */
public final class EncodeProcessorFactory implements Processor.Factory {

  /** What a pipeline calls the processor. */
  public static final String TYPE = "ocellus_encode";

  private static final int BATCH_SIZE = 16;

  private final Supplier<EncodingService> encoding;
  private final PhotoRoots roots;

  /**
   * @param encoding asked when a document is processed: pipelines are made before a node is
   *     complete
   * @param settings of the node
   */
  public EncodeProcessorFactory(Supplier<EncodingService> encoding, Settings settings) {
    this.encoding = encoding;
    this.roots = PhotoRoots.of(settings);
  }

  @Override
  public EncodeProcessor create(
      Map<String, Processor.Factory> others,
      @Nullable String tag,
      @Nullable String description,
      Map<String, Object> config) {
    EncodeOptions options = options(tag, config);
    int batchSize =
        readIntProperty(TYPE, tag, config, AbstractBatchingProcessor.BATCH_SIZE_FIELD, BATCH_SIZE);
    if (batchSize < 1) {
      throw newConfigurationException(
          TYPE, tag, AbstractBatchingProcessor.BATCH_SIZE_FIELD, "must be at least 1");
    }
    return new EncodeProcessor(tag, description, batchSize, options, encoding, roots);
  }

  private static EncodeOptions options(@Nullable String tag, Map<String, Object> config) {
    String model = readStringProperty(TYPE, tag, config, "model", ModelStore.DEFAULT_MODEL);
    if (ModelId.parse(ModelReference.parse(model).model()).isEmpty()) {
      throw newConfigurationException(
          TYPE, tag, "model", "[" + model + "] is no model id: owner/name");
    }
    String language = readStringProperty(TYPE, tag, config, "language", "en");
    try {
      CaptionAnalyzer.of(language);
    } catch (IllegalArgumentException e) {
      throw newConfigurationException(TYPE, tag, "language", e.getMessage());
    }
    String target = readStringProperty(TYPE, tag, config, "target_field", "");
    return new EncodeOptions(
        model,
        language,
        readStringProperty(TYPE, tag, config, "photo_field", "photo"),
        readOptionalStringProperty(TYPE, tag, config, "path_field"),
        readStringProperty(TYPE, tag, config, "caption_field", "caption"),
        target.isEmpty() ? "" : target + ".",
        readBooleanProperty(TYPE, tag, config, "remove_photo", true),
        readBooleanProperty(TYPE, tag, config, "ignore_missing", false));
  }
}
