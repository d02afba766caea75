package dev.ocellus.encode;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A dual encoder in the layout of model hubs: two ONNX graphs, whose pre- and postprocessing comes
 * from the model's own configuration files.
 *
 * <p>Each tower is loaded when first used. Threads may encode at the same time; {@link #close}
 * waits for them, and who comes later gets an {@link IllegalStateException}.
 */
public final class OnnxEncoder implements Encoder {

  private final EncoderSpec spec;
  private final ImagePreprocessor preprocessor;
  private final Lazy<TextTower> text;
  private final Lazy<VisionTower> vision;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxEncoder(ModelFiles files, EncoderSpec spec, int threads) {
    this.spec = spec;
    this.preprocessor = new ImagePreprocessor(spec.preprocessing());
    this.text = new Lazy<>(() -> TextTower.open(files, spec, threads));
    this.vision = new Lazy<>(() -> VisionTower.open(files, spec, preprocessor, threads));
  }

  /**
   * Opens a model.
   *
   * @param files the model's files
   * @param threads computing threads a graph uses, at least 1
   * @throws ModelException if a file is missing or unusable; faults within a graph show when it is
   *     first used
   */
  public static OnnxEncoder open(ModelFiles files, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    EncoderSpec spec = EncoderSpec.read(files);
    GraphFiles.of(files, null);
    if (!files.has(TextTokenizer.FILE)) {
      throw new ModelException("the model lacks the file " + files.describe(TextTokenizer.FILE));
    }
    return new OnnxEncoder(files, spec, threads);
  }

  /**
   * Length of a model's vectors, by its configuration alone, which can be had before its graphs.
   *
   * @throws ModelException if no encoder can be made of that configuration
   */
  public static int dimensionOf(ModelFiles files) {
    return EncoderSpec.read(files).dimension();
  }

  @Override
  public String modelId() {
    return spec.modelId();
  }

  @Override
  public int dimension() {
    return spec.dimension();
  }

  @Override
  public Preprocessor preprocessor() {
    return preprocessor;
  }

  @Override
  public List<float[]> encodeTexts(List<String> texts) {
    return whileOpen(() -> texts.isEmpty() ? List.of() : text.get().encode(texts));
  }

  @Override
  public List<float[]> encodePhotos(List<float[]> pixels) {
    return whileOpen(() -> pixels.isEmpty() ? List.of() : vision.get().encode(pixels));
  }

  /** Token ids of texts, special tokens included, cut to the context length. */
  long[][] tokenIds(List<String> texts) {
    return whileOpen(() -> text.get().tokenIds(texts));
  }

  private <T> T whileOpen(Supplier<T> action) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the encoder " + spec.modelId() + " is closed");
      }
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      TextTower openText = text.ifOpened();
      VisionTower openVision = vision.ifOpened();
      if (openText != null) {
        openText.close();
      }
      if (openVision != null) {
        openVision.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
