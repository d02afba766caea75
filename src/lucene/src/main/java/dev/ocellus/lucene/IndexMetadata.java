package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.fields.FieldCatalogue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an index records of itself with every commit, as Lucene's commit user data.
 *
 * @param modelId the encoder that made the vectors
 * @param modelSource what opens that encoder: its id, or a model folder's absolute path
 * @param dimension length of the vectors
 * @param language of the captions, ISO 639-1, or {@code auto}
 * @param analyzer name of the caption analyzer
 * @param photoFolder the folder that was indexed, absolute
 * @param policy by which photos are marked, or null if none are
 * @param fields what the photos can be searched by
 */
public record IndexMetadata(
    String modelId,
    String modelSource,
    int dimension,
    String language,
    String analyzer,
    Path photoFolder,
    @Nullable RecordedPolicy policy,
    FieldCatalogue fields) {

  /** Of an index without a content policy and fields of its own. */
  public IndexMetadata(
      String modelId,
      String modelSource,
      int dimension,
      String language,
      String analyzer,
      Path photoFolder) {
    this(
        modelId,
        modelSource,
        dimension,
        language,
        analyzer,
        photoFolder,
        null,
        FieldCatalogue.BUILT_IN);
  }

  private static final String SCHEMA_VERSION = "schema_version";
  private static final String MODEL_ID = "model_id";
  private static final String MODEL_SOURCE = "model_source";
  private static final String DIMENSION = "dimension";
  private static final String LANGUAGE = "language";
  private static final String ANALYZER = "analyzer";
  private static final String PHOTO_FOLDER = "photo_folder";
  private static final String FIELDS = "fields";

  public IndexMetadata withPolicy(@Nullable RecordedPolicy newPolicy) {
    return new IndexMetadata(
        modelId, modelSource, dimension, language, analyzer, photoFolder, newPolicy, fields);
  }

  public IndexMetadata withPhotoFolder(Path newFolder) {
    return new IndexMetadata(
        modelId, modelSource, dimension, language, analyzer, newFolder, policy, fields);
  }

  public IndexMetadata withFields(FieldCatalogue newFields) {
    return new IndexMetadata(
        modelId, modelSource, dimension, language, analyzer, photoFolder, policy, newFields);
  }

  /**
   * Whether the same encoder made both indexes' vectors: vectors of two encoders say nothing about
   * each other.
   */
  public boolean hasEncoderOf(IndexMetadata other) {
    return modelId.equals(other.modelId) && dimension == other.dimension;
  }

  /** Whether that encoder made the vectors. */
  public boolean hasEncoder(Encoder encoder) {
    return modelId.equals(encoder.modelId()) && dimension == encoder.dimension();
  }

  /** The form that a commit stores. */
  public Map<String, String> toCommitData() {
    Map<String, String> data = new HashMap<>();
    data.put(SCHEMA_VERSION, Integer.toString(PhotoSchema.VERSION));
    data.put(MODEL_ID, modelId);
    data.put(MODEL_SOURCE, modelSource);
    data.put(DIMENSION, Integer.toString(dimension));
    data.put(LANGUAGE, language);
    data.put(ANALYZER, analyzer);
    data.put(PHOTO_FOLDER, photoFolder.toString());
    data.put(FIELDS, fields.record());
    if (policy != null) {
      policy.put(data);
    }
    return data;
  }

  /**
   * Reads what a commit stored.
   *
   * @param index the index's name in messages
   * @throws IndexException if the commit is not Ocellus's, or of another version of the schema
   */
  public static IndexMetadata fromCommitData(String index, Map<String, String> data) {
    String version = data.get(SCHEMA_VERSION);
    if (version == null) {
      throw new IndexException(index + " is a Lucene index, but not one that Ocellus made");
    }
    if (!version.equals(Integer.toString(PhotoSchema.VERSION))) {
      throw new IndexException(
          index
              + " has schema version "
              + version
              + ", this Ocellus reads version "
              + PhotoSchema.VERSION
              + "; index the photos anew");
    }
    return new IndexMetadata(
        get(index, data, MODEL_ID),
        get(index, data, MODEL_SOURCE),
        Integer.parseInt(get(index, data, DIMENSION)),
        get(index, data, LANGUAGE),
        get(index, data, ANALYZER),
        Path.of(get(index, data, PHOTO_FOLDER)),
        RecordedPolicy.from(data),
        FieldCatalogue.ofRecord(get(index, data, FIELDS)));
  }

  private static String get(String index, Map<String, String> data, String key) {
    String value = data.get(key);
    if (value == null) {
      throw new IndexException(index + " lacks " + key + " in its commit; index the photos anew");
    }
    return value;
  }
}
