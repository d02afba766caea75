package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.text.TextEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run works with, told by the options and, where they are silent, by what the index
 * recorded.
 *
 * @param listing the photos
 * @param encoder computing with one thread: each worker computes by itself
 * @param metadata what the index is to record while the run goes on
 */
record RunSetup(
    IndexOptions options,
    FolderListing listing,
    Encoder encoder,
    CaptionAnalyzer analyzer,
    PhotoMarker marker,
    PhotoCaptions captions,
    IndexMetadata metadata)
    implements Closeable {

  private static final String DEFAULT_LANGUAGE = "en";

  /**
   * @param recorded what the index recorded, null for a new one
   * @param fields the fields that have their kind already, those that the user told included
   */
  static RunSetup of(
      IndexOptions options,
      FolderContents folder,
      @Nullable IndexMetadata recorded,
      Function<Encoder, FieldCatalogue> fields)
      throws IOException {
    String model = model(options, recorded);
    Encoder encoder =
        new ModelStore().open(model, EncoderOptions.threads(1).withDevice(options.device()));
    try {
      CaptionAnalyzer analyzer = analyzer(options, recorded);
      PhotoMarker marker = PhotoMarker.of(options, recorded, analyzer);
      FieldCatalogue known = fields.apply(encoder);
      PhotoCaptions captions =
          PhotoCaptions.of(
              options.captions(), folder.table(), folder.listing().photos().keySet(), known);
      IndexMetadata metadata =
          new IndexMetadata(
                  encoder.modelId(),
                  model,
                  encoder.dimension(),
                  analyzer.language(),
                  analyzer.name(),
                  options.photos().toAbsolutePath().normalize())
              .withPolicy(marker.begin(recorded))
              .withFields(captions.catalogue(known));
      return new RunSetup(options, folder.listing(), encoder, analyzer, marker, captions, metadata);
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  private static String model(IndexOptions options, @Nullable IndexMetadata recorded) {
    String model = options.model();
    if (model == null) {
      return recorded == null ? ModelStore.DEFAULT_MODEL : recorded.modelSource();
    }
    return ModelStore.absolute(model);
  }

  private static CaptionAnalyzer analyzer(IndexOptions options, @Nullable IndexMetadata recorded) {
    String language = options.language();
    if (language == null) {
      language = recorded == null ? DEFAULT_LANGUAGE : recorded.language();
    }
    return CaptionAnalyzer.of(language);
  }

  /** How long the captions' vectors are. */
  CaptionDimensions captionDimensions() {
    return CaptionDimensions.of(new TextEncoder(encoder, analyzer));
  }

  /** A run over the photos. */
  IndexingRun start(IndexProgress progress, IndexTally tally, FileStamps stamps) {
    return new IndexingRun(
        options, encoder, analyzer, listing, captions, progress, tally, marker, stamps);
  }

  @Override
  public void close() {
    encoder.close();
  }
}
