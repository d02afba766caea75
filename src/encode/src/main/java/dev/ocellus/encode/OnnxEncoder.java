package dev.ocellus.encode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
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
  private final String modelId;
  private final ImagePreprocessor preprocessor;
  private final Lazy<TextTower> text;
  private final Lazy<VisionTower> vision;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxEncoder(
      ModelFiles files, GraphFiles graphs, EncoderSpec spec, EncoderOptions options) {
    this.spec = spec;
    this.modelId = spec.modelId() + graphs.suffix();
    this.preprocessor = new ImagePreprocessor(spec.preprocessing());
    this.text = new Lazy<>(() -> TextTower.open(files, graphs, spec, options));
    this.vision = new Lazy<>(() -> VisionTower.open(files, graphs, spec, preprocessor, options));
  }

  /**
   * Opens a model.
   *
   * @param files the model's files
   * @throws ModelException if a file is missing or unusable, or the device is not at hand; faults
   *     within a graph show when it is first used
   */
  public static OnnxEncoder open(ModelFiles files, EncoderOptions options) {
    EncoderSpec spec = EncoderSpec.read(files);
    GraphFiles graphs = GraphFiles.of(files, options.variant());
    options.device().check();
    return new OnnxEncoder(files, graphs, spec, options);
  }

  /** Opens a model on the processor, with so many computing threads a graph. */
  public static OnnxEncoder open(ModelFiles files, int threads) {
    return open(files, EncoderOptions.threads(threads));
  }

  /**
   * Length of a model's vectors, by its configuration alone, which can be had before its graphs.
   *
   * @throws ModelException if no encoder can be made of that configuration
   */
  public static int dimensionOf(ModelFiles files) {
    return EncoderSpec.read(files).dimension();
  }

  /**
   * {@inheritDoc} Graphs of less than full precision give slightly other vectors, so their variant
   * follows: {@code owner/name:fp16}.
   */
  @Override
  public String modelId() {
    return modelId;
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

  /** {@inheritDoc} They are there if the graph has outputs for both. */
  @Override
  public Optional<TokenEncoder> tokens() {
    int length = whileOpen(() -> text.get().tokenDimension());
    return length == 0
        ? Optional.empty()
        : Optional.of(new Tokens(length, texts -> whileOpen(() -> text.get().encodeTokens(texts))));
  }

  @Override
  public Optional<ImageBackbone> imageBackbone() {
    int length = whileOpen(() -> vision.get().featureDimension());
    return length == 0
        ? Optional.empty()
        : Optional.of(
            new Backbone(
                length, preprocessor, pixels -> whileOpen(() -> vision.get().features(pixels))));
  }

  private record Tokens(int tokenDimension, Function<List<String>, List<TextEncoding>> encoder)
      implements TokenEncoder {

    @Override
    public List<TextEncoding> encode(List<String> texts) {
      return encoder.apply(texts);
    }
  }

  private record Backbone(
      int dimension, Preprocessor preprocessor, Function<List<float[]>, List<float[]>> network)
      implements ImageBackbone {

    @Override
    public List<float[]> features(List<float[]> pixels) {
      return network.apply(pixels);
    }

    @Override
    public void close() {}
  }

  /** Token ids as the text graph gets each text alone, special tokens and padding included. */
  long[][] tokenIds(List<String> texts) {
    return whileOpen(() -> text.get().tokenIds(texts));
  }

  private <T> T whileOpen(Supplier<T> action) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the encoder " + modelId + " is closed");
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
