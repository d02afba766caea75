package dev.ocellus.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One tower of a dual encoder: an ONNX graph, loaded, that gives one vector a row of its input. */
final class OnnxGraph implements AutoCloseable {

  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;
  private final int dimension;

  private OnnxGraph(
      String name, OrtEnvironment environment, OrtSession session, String output, int dimension) {
    this.name = name;
    this.environment = environment;
    this.session = session;
    this.output = output;
    this.dimension = dimension;
  }

  /**
   * Loads a graph.
   *
   * @param file the graph's path within the model
   * @param output the name of its output, of shape (batch, dimension)
   */
  static OnnxGraph open(ModelFiles files, String file, String output, int dimension, int threads) {
    String name = files.describe(file);
    OrtEnvironment environment = loadRuntime();
    try (var options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(threads);
      // Waiting threads that spin take the processor from decoding and from the other tower.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      Optional<Path> path = files.path(file);
      OrtSession session =
          path.isPresent()
              ? environment.createSession(path.get().toString(), options)
              : environment.createSession(files.bytes(file), options);
      if (!session.getOutputNames().contains(output)) {
        Set<String> outputs = Set.copyOf(session.getOutputNames());
        session.close();
        throw new ModelException(name + " has no output " + output + ", only " + outputs);
      }
      return new OnnxGraph(name, environment, session, output, dimension);
    } catch (OrtException e) {
      throw new ModelException(name + " is no usable ONNX graph: " + oneLine(e), e);
    }
  }

  private static OrtEnvironment loadRuntime() {
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "ocellus");
    } catch (LinkageError e) {
      throw NativeLibraries.unloadable("ONNX Runtime", e);
    }
  }

  OrtEnvironment environment() {
    return environment;
  }

  /** Whether the graph wants an input of this name. */
  boolean takes(String input) {
    return session.getInputNames().contains(input);
  }

  /** Runs the graph and returns the rows of its output as unit vectors. */
  List<float[]> run(Map<String, OnnxTensor> inputs, int rows) {
    try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
      if (!(result.get(0) instanceof OnnxTensor tensor)) {
        throw new ModelException(name + ": output " + output + " is no tensor");
      }
      long[] shape = ((TensorInfo) tensor.getInfo()).getShape();
      if (shape.length != 2 || shape[0] != rows || shape[1] != dimension) {
        throw new ModelException(
            "%s: output %s has shape %s, expected [%d, %d]"
                .formatted(name, output, Arrays.toString(shape), rows, dimension));
      }
      FloatBuffer values = tensor.getFloatBuffer();
      List<float[]> vectors = new ArrayList<>(rows);
      for (int row = 0; row < rows; row++) {
        float[] vector = new float[dimension];
        values.get(row * dimension, vector);
        vectors.add(normalized(vector));
      }
      return vectors;
    } catch (OrtException e) {
      throw new ModelException(name + " failed: " + oneLine(e), e);
    }
  }

  private float[] normalized(float[] vector) {
    double squares = 0;
    for (float v : vector) {
      squares += (double) v * v;
    }
    double norm = Math.sqrt(squares);
    if (!(norm > 0) || Double.isInfinite(norm)) {
      throw new ModelException(name + " gave a vector of length " + norm);
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / norm);
    }
    return vector;
  }

  private static String oneLine(OrtException e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot release " + name, e);
    }
  }
}
