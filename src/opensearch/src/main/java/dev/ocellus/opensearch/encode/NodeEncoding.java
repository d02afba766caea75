package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.ReferenceTexts;
import dev.ocellus.opensearch.encode.EncodedDocument.Outcome;
import dev.ocellus.opensearch.encode.VectorCache.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.env.Environment;
import org.opensearch.env.NodeEnvironment;
import org.opensearch.threadpool.ThreadPool;

/** The encoders of this node, behind a pool, a cache and a circuit breaker. */
public final class NodeEncoding implements EncodingService, AutoCloseable {

  /** What a text takes while it waits and is encoded, beside its characters; roughly. */
  private static final long BYTES_PER_TEXT = 16_384;

  private static final long BYTES_PER_CHAR = 16;

  private final Admission admission;
  private final EncodingCounts counts = new EncodingCounts();
  private final VectorCache cache;
  private final NodeModels models;
  private final TextQueue texts;
  private final PhotoBatches photos;
  private final DocumentBatches documents;
  private volatile int batch;

  /**
   * @param nativeFolder of this node alone, where native libraries are unpacked
   */
  NodeEncoding(
      Settings settings,
      ClusterSettings dynamic,
      ThreadPool threads,
      CircuitBreaker breaker,
      Path modelFolder,
      Path nativeFolder) {
    this.admission = new Admission(threads, breaker, counts);
    this.batch = EncodeSettings.BATCH.get(settings);
    this.cache = new VectorCache(EncodeSettings.CACHE_SIZE.get(settings).getBytes());
    this.models = new NodeModels(modelFolder, nativeFolder, EncodeSettings.THREADS.get(settings));
    this.texts =
        new TextQueue(admission.pool(), () -> batch, new TextBatches(models, counts)::encode);
    this.photos =
        new PhotoBatches(new PhotoLimits(settings, dynamic), breaker, counts, () -> batch);
    this.documents = new DocumentBatches(photos, counts);
    dynamic.addSettingsUpdateConsumer(EncodeSettings.BATCH, size -> batch = size);
    dynamic.addSettingsUpdateConsumer(
        EncodeSettings.CACHE_SIZE, size -> cache.resize(size.getBytes()));
  }

  /**
   * The encoders of the node that these are parts of.
   *
   * @param breaker the one that {@link EncodeSettings#breaker} describes
   */
  public static NodeEncoding of(
      ClusterService cluster,
      ThreadPool threads,
      CircuitBreaker breaker,
      Environment environment,
      NodeEnvironment node) {
    // A node's data folder is locked by it and others cannot write there, unlike /tmp.
    Path own = node.hasNodeFile() ? node.nodeDataPaths()[0] : environment.tmpDir();
    return new NodeEncoding(
        environment.settings(),
        cluster.getClusterSettings(),
        threads,
        breaker,
        EncodeSettings.modelsPath(environment),
        own.resolve("ocellus").resolve("native"));
  }

  @Override
  public void encodeTexts(
      String model, List<TextToEncode> wanted, ActionListener<List<EncodedText>> listener) {
    Map<TextToEncode, EncodedText> known = new HashMap<>();
    Set<TextToEncode> missing = new LinkedHashSet<>();
    for (TextToEncode text : wanted) {
      EncodedText cached = cache.get(new Key(model, text));
      if (cached == null) {
        missing.add(text);
      } else {
        known.put(text, cached);
      }
    }
    if (missing.isEmpty()) {
      listener.onResponse(wanted.stream().map(known::get).toList());
      return;
    }
    List<TextToEncode> list = List.copyOf(missing);
    ActionListener<List<EncodedText>> answer =
        ActionListener.map(
            listener,
            encoded -> {
              for (int i = 0; i < list.size(); i++) {
                cache.put(new Key(model, list.get(i)), encoded.get(i));
                known.put(list.get(i), encoded.get(i));
              }
              return wanted.stream().map(known::get).toList();
            });
    admission.admit(
        bytesOf(list.stream().map(TextToEncode::text).toList()),
        answer,
        admitted -> texts.submit(new TextJob(model, list, admitted)));
  }

  @Override
  public void encodePhotos(
      String model, List<byte[]> files, ActionListener<List<float[]>> listener) {
    admission.compute(
        files.stream().mapToLong(file -> file.length).sum(),
        listener,
        () -> {
          List<float[]> vectors = new ArrayList<>();
          for (byte[] file : files) {
            try {
              vectors.add(photos.vector(models.open(model).encoder(), file));
            } catch (PhotoException e) {
              throw new IllegalArgumentException(
                  "photo [%d]: %s".formatted(vectors.size(), e.getMessage()), e);
            }
          }
          return vectors;
        });
  }

  @Override
  public void encodePhoto(String model, byte[] file, ActionListener<float[]> listener) {
    admission.compute(
        file.length, listener, () -> photos.vector(models.open(model).encoder(), file));
  }

  @Override
  public void meanOfTexts(String model, ActionListener<float[]> listener) {
    admission.compute(0, listener, () -> ReferenceTexts.of(models.open(model).encoder()).mean());
  }

  @Override
  public void encodeDocuments(
      String model,
      String language,
      List<DocumentToEncode> wanted,
      ActionListener<List<Outcome>> listener) {
    admission.compute(
        wanted.stream().mapToLong(document -> bytesOf(document.captions())).sum(),
        listener,
        () -> documents.encode(models.open(model), language, wanted));
  }

  /** The encoders that this node has; reads their folders. */
  public List<KnownModel> models() {
    return models.known();
  }

  /** What the encoders have done since the node started. */
  public EncodingStats stats() {
    return new EncodingStats(
        counts.texts.sum(),
        counts.photos.sum(),
        counts.batches.sum(),
        counts.refusedByQueue.sum(),
        counts.refusedByMemory.sum(),
        counts.waits.summary(),
        cache.stats());
  }

  private static long bytesOf(List<String> wanted) {
    return wanted.stream().mapToLong(text -> BYTES_PER_TEXT + BYTES_PER_CHAR * text.length()).sum();
  }

  @Override
  public void close() {
    models.close();
  }
}
