package dev.ocellus.lucene.index;

import dev.ocellus.encode.Device;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldNames;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to index, and where.
 *
 * @param photos folder of photos, searched recursively
 * @param index folder of the index; made if it is not there. {@link TargetIndexer} does not look at
 *     it
 * @param captions caption table, or null to leave the captions of indexed photos as they are
 * @param model an encoder's id or folder, as {@link dev.ocellus.encode.ModelStore#open} takes it,
 *     or null for the one that the index has (the bundled one for a new index)
 * @param language of the captions, ISO 639-1 or auto, or null for the one that the index has
 *     (English for a new index)
 * @param threads workers, each of which decodes and encodes batches by itself; at least 1
 * @param batchSize photos of a batch, at least 1
 * @param device what computes the encoder's graphs
 * @param policy by which photos are marked, {@link #NO_POLICY} to take all marks away, or null for
 *     the one that the index has (none for a new index): {@link ContentPolicy#DEFAULT} or a file
 * @param fields kinds of columns of the captions table, by the column's name; the others' are
 *     inferred from their values
 */
public record IndexOptions(
    Path photos,
    Path index,
    @Nullable Path captions,
    @Nullable String model,
    @Nullable String language,
    int threads,
    int batchSize,
    Device device,
    @Nullable String policy,
    Map<String, FieldKind> fields) {

  /** Instead of a policy: photos are not marked. */
  public static final String NO_POLICY = "none";

  /** Photos of a batch, unless told otherwise: more costs memory and gains no speed. */
  public static final int DEFAULT_BATCH_SIZE = 16;

  public IndexOptions {
    if (threads < 1) {
      throw new IndexException("threads must be at least 1, got " + threads);
    }
    if (batchSize < 1) {
      throw new IndexException("batch size must be at least 1, got " + batchSize);
    }
    Map<String, FieldKind> named = new LinkedHashMap<>();
    fields.forEach((column, kind) -> named.put(FieldNames.ofColumn(column), kind));
    // Refuses what cannot be a field before anything is read or written.
    fields = FieldCatalogue.BUILT_IN.withAll(named).own();
  }

  /** Photos without captions, by the bundled encoder, on all processors. */
  public static IndexOptions of(Path photos, Path index) {
    return new IndexOptions(
        photos,
        index,
        null,
        null,
        null,
        Runtime.getRuntime().availableProcessors(),
        DEFAULT_BATCH_SIZE,
        Device.CPU,
        null,
        Map.of());
  }

  public IndexOptions withCaptions(@Nullable Path newCaptions) {
    return new IndexOptions(
        photos, index, newCaptions, model, language, threads, batchSize, device, policy, fields);
  }

  public IndexOptions withModel(@Nullable String newModel) {
    return new IndexOptions(
        photos, index, captions, newModel, language, threads, batchSize, device, policy, fields);
  }

  public IndexOptions withLanguage(@Nullable String newLanguage) {
    return new IndexOptions(
        photos, index, captions, model, newLanguage, threads, batchSize, device, policy, fields);
  }

  public IndexOptions withThreads(int newThreads) {
    return new IndexOptions(
        photos, index, captions, model, language, newThreads, batchSize, device, policy, fields);
  }

  public IndexOptions withBatchSize(int newBatchSize) {
    return new IndexOptions(
        photos, index, captions, model, language, threads, newBatchSize, device, policy, fields);
  }

  public IndexOptions withDevice(Device newDevice) {
    return new IndexOptions(
        photos, index, captions, model, language, threads, batchSize, newDevice, policy, fields);
  }

  public IndexOptions withPolicy(@Nullable String newPolicy) {
    return new IndexOptions(
        photos, index, captions, model, language, threads, batchSize, device, newPolicy, fields);
  }

  public IndexOptions withFields(Map<String, FieldKind> newFields) {
    return new IndexOptions(
        photos, index, captions, model, language, threads, batchSize, device, policy, newFields);
  }
}
