package dev.ocellus.opensearch.ingest;

import dev.ocellus.opensearch.encode.DocumentToEncode;
import dev.ocellus.opensearch.encode.EncodedDocument;
import dev.ocellus.opensearch.encode.EncodedDocument.Outcome;
import dev.ocellus.opensearch.encode.EncodingService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.action.ActionListener;
import org.opensearch.ingest.AbstractBatchingProcessor;
import org.opensearch.ingest.IngestDocument;
import org.opensearch.ingest.IngestDocumentWrapper;

/**
 * Encodes the photos and captions of documents on their way into an index, those of a bulk request
 * together, on the pool of the encoders. A document that cannot be encoded fails alone.
 */
public final class EncodeProcessor extends AbstractBatchingProcessor {

  private final EncodeOptions options;
  private final Supplier<EncodingService> encoding;
  private final DocumentReader reader;
  private final DocumentWriter writer;

  EncodeProcessor(
      @Nullable String tag,
      @Nullable String description,
      int batchSize,
      EncodeOptions options,
      Supplier<EncodingService> encoding,
      PhotoRoots roots) {
    super(tag, description, batchSize);
    this.options = options;
    this.encoding = encoding;
    this.reader = new DocumentReader(options, roots);
    this.writer = new DocumentWriter(options);
  }

  @Override
  public String getType() {
    return EncodeProcessorFactory.TYPE;
  }

  /** Not supported: encoding would block the caller. */
  @Override
  public IngestDocument execute(IngestDocument document) {
    throw new UnsupportedOperationException(
        "[%s] runs asynchronously only".formatted(EncodeProcessorFactory.TYPE));
  }

  @Override
  public void execute(
      IngestDocument document, BiConsumer<IngestDocument, @Nullable Exception> handler) {
    IngestDocumentWrapper only = new IngestDocumentWrapper(0, 0, document, null);
    subBatchExecute(
        List.of(only),
        done -> {
          Exception failure = only.getException();
          handler.accept(failure == null ? document : null, failure);
        });
  }

  @Override
  protected void subBatchExecute(
      List<IngestDocumentWrapper> batch, Consumer<List<IngestDocumentWrapper>> handler) {
    List<IngestDocumentWrapper> readable = new ArrayList<>();
    List<DocumentToEncode> toEncode = new ArrayList<>();
    for (IngestDocumentWrapper document : batch) {
      if (document.getException() != null) {
        continue;
      }
      try {
        toEncode.add(reader.read(document.getIngestDocument()));
        readable.add(document);
      } catch (RuntimeException e) {
        fail(document, e);
      }
    }
    if (readable.isEmpty()) {
      handler.accept(batch);
      return;
    }
    encoding
        .get()
        .encodeDocuments(
            options.model(),
            options.language(),
            toEncode,
            new ActionListener<>() {
              @Override
              public void onResponse(List<Outcome> outcomes) {
                for (int i = 0; i < outcomes.size(); i++) {
                  finish(readable.get(i), outcomes.get(i));
                }
                handler.accept(batch);
              }

              @Override
              public void onFailure(Exception failure) {
                readable.forEach(document -> fail(document, failure));
                handler.accept(batch);
              }
            });
  }

  private void finish(IngestDocumentWrapper document, Outcome outcome) {
    EncodedDocument encoded = outcome.document();
    if (encoded == null) {
      fail(document, outcome.failure());
      return;
    }
    try {
      writer.write(document.getIngestDocument(), encoded);
    } catch (RuntimeException e) {
      fail(document, e);
    }
  }

  /** Exceptions of our own classes are unknown to whoever answers in place of this node. */
  private static void fail(IngestDocumentWrapper document, @Nullable Exception failure) {
    document.update(
        document.getIngestDocument(),
        failure instanceof IllegalArgumentException
            ? new IllegalArgumentException(failure.getMessage())
            : failure);
  }
}
