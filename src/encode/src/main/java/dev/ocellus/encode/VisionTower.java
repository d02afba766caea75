package dev.ocellus.encode;

import java.util.List;
import java.util.Set;

/** Preprocessed photos to vectors: the image graph. */
final class VisionTower implements AutoCloseable {

  private static final String PIXELS = "pixel_values";

  /** What the backbone gave, averaged over the photo, [batch, features]. */
  private static final String POOLED = "pooled_features";

  private final OnnxGraph graph;
  private final PixelGraph pixels;
  private final String output;
  private final int dimension;

  private VisionTower(
      OnnxGraph graph, EncoderSpec spec, Preprocessor preprocessor, EncoderOptions options) {
    this.graph = graph;
    this.output = graph.signature().firstOutput(spec.family().imageOutputs);
    this.dimension = spec.dimension();
    this.pixels = new PixelGraph(graph, PIXELS, preprocessor, options.photosAtOnce());
  }

  static VisionTower open(
      ModelFiles files,
      GraphFiles graphs,
      EncoderSpec spec,
      Preprocessor preprocessor,
      EncoderOptions options) {
    OnnxGraph graph = OnnxGraph.open(files, graphs.vision(), Set.of(PIXELS), options);
    try {
      return new VisionTower(graph, spec, preprocessor, options);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  /** One unit vector a photo, in the order given. */
  List<float[]> encode(List<float[]> photos) {
    return pixels.run(photos, output, (given, rows) -> given.unitRows(rows, dimension));
  }

  /** Length of the pooled features; 0 where the graph gives none. */
  int featureDimension() {
    return graph.signature().gives(POOLED) ? graph.signature().outputSize(POOLED, 1) : 0;
  }

  /** The pooled features of each photo, in the order given. */
  List<float[]> features(List<float[]> photos) {
    int length = featureDimension();
    return pixels.run(photos, POOLED, (given, rows) -> given.rows(rows, length));
  }

  @Override
  public void close() {
    pixels.close();
  }
}
