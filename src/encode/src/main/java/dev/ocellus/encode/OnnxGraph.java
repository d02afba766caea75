package dev.ocellus.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One tower of a dual encoder: an ONNX graph, loaded, that gives one vector a row of its input. */
final class OnnxGraph implements AutoCloseable {

  private final String name;
  private final OrtSession session;
  private final Map<String, TensorInfo> inputs;
  private final String output;
  private final int dimension;

  private OnnxGraph(
      String name,
      OrtSession session,
      Map<String, TensorInfo> inputs,
      String output,
      int dimension) {
    this.name = name;
    this.session = session;
    this.inputs = inputs;
    this.output = output;
    this.dimension = dimension;
  }

  /**
   * Loads a graph.
   *
   * @param file the graph's path within the model
   * @param givable names of the inputs that can be given; the graph may want fewer
   * @param outputs names that its output of shape (batch, dimension) may have, best first
   */
  static OnnxGraph open(
      ModelFiles files,
      String file,
      Set<String> givable,
      List<String> outputs,
      int dimension,
      EncoderOptions options) {
    String name = files.describe(file);
    OrtSession session = OnnxRuntime.open(files, file, options);
    try {
      Map<String, TensorInfo> inputs = inputs(name, session, givable);
      return new OnnxGraph(name, session, inputs, output(name, session, outputs), dimension);
    } catch (OrtException e) {
      release(name, session);
      throw new ModelException(name + " is no usable ONNX graph: " + OnnxRuntime.oneLine(e), e);
    } catch (ModelException e) {
      release(name, session);
      throw e;
    }
  }

  private static Map<String, TensorInfo> inputs(
      String name, OrtSession session, Set<String> givable) throws OrtException {
    Map<String, TensorInfo> inputs = new HashMap<>();
    for (NodeInfo input : session.getInputInfo().values()) {
      if (!givable.contains(input.getName()) || !(input.getInfo() instanceof TensorInfo tensor)) {
        throw new ModelException(
            "%s wants the input %s, which this kind of encoder has not; it may want: %s"
                .formatted(name, input.getName(), String.join(", ", new TreeSet<>(givable))));
      }
      inputs.put(input.getName(), tensor);
    }
    return inputs;
  }

  private static String output(String name, OrtSession session, List<String> outputs) {
    for (String output : outputs) {
      if (session.getOutputNames().contains(output)) {
        return output;
      }
    }
    throw new ModelException(
        "%s has no output %s, only %s"
            .formatted(
                name,
                String.join(" or ", outputs),
                String.join(", ", new TreeSet<>(session.getOutputNames()))));
  }

  /** Whether the graph wants an input of this name. */
  boolean takes(String input) {
    return inputs.containsKey(input);
  }

  /** The type of number that an input is made of. */
  OnnxJavaType type(String input) {
    return info(input).type;
  }

  /** The only size that an axis of an input may have; 0 where it may have any. */
  int fixedSize(String input, int axis) {
    long[] shape = info(input).getShape();
    return axis < shape.length && shape[axis] > 0 ? Math.toIntExact(shape[axis]) : 0;
  }

  private TensorInfo info(String input) {
    TensorInfo info = inputs.get(input);
    if (info == null) {
      throw new ModelException(name + " has no input " + input);
    }
    return info;
  }

  /** Runs the graph and returns the rows of its output as unit vectors. */
  List<float[]> run(Map<String, OnnxTensor> values, int rows) {
    try (OrtSession.Result result = session.run(values, Set.of(output))) {
      if (!(result.get(0) instanceof OnnxTensor tensor)) {
        throw new ModelException(name + ": output " + output + " is no tensor");
      }
      long[] shape = ((TensorInfo) tensor.getInfo()).getShape();
      if (shape.length != 2 || shape[0] != rows || shape[1] != dimension) {
        throw new ModelException(
            "%s: output %s has shape %s, expected [%d, %d]"
                .formatted(name, output, Arrays.toString(shape), rows, dimension));
      }
      // Of 16-bit outputs ONNX Runtime makes 32-bit ones here.
      FloatBuffer numbers = tensor.getFloatBuffer();
      List<float[]> vectors = new ArrayList<>(rows);
      for (int row = 0; row < rows; row++) {
        float[] vector = new float[dimension];
        numbers.get(row * dimension, vector);
        vectors.add(normalized(vector));
      }
      return vectors;
    } catch (OrtException e) {
      throw new ModelException(name + " failed: " + OnnxRuntime.oneLine(e), e);
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

  @Override
  public void close() {
    release(name, session);
  }

  private static void release(String name, OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot release " + name, e);
    }
  }
}
