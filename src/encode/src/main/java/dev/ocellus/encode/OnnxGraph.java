package dev.ocellus.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A loaded ONNX graph of which the inputs are known. */
final class OnnxGraph implements AutoCloseable {

  private final String name;
  private final OrtSession session;
  private final Map<String, TensorInfo> inputs;

  private OnnxGraph(String name, OrtSession session, Map<String, TensorInfo> inputs) {
    this.name = name;
    this.session = session;
    this.inputs = inputs;
  }

  /**
   * Loads a graph.
   *
   * @param file the graph's path within the model
   * @param givable names of the inputs that can be given; the graph may want fewer
   */
  static OnnxGraph open(
      ModelFiles files, String file, Set<String> givable, EncoderOptions options) {
    String name = files.describe(file);
    OrtSession session = OnnxRuntime.open(files, file, options);
    try {
      return new OnnxGraph(name, session, inputs(name, session, givable));
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

  /**
   * Which of these outputs the graph has.
   *
   * @param outputs names, best first
   * @throws ModelException if it has none of them
   */
  String firstOutput(List<String> outputs) {
    return outputs.stream()
        .filter(this::gives)
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    "%s has no output %s, only %s"
                        .formatted(
                            name,
                            String.join(" or ", outputs),
                            String.join(", ", new TreeSet<>(session.getOutputNames())))));
  }

  /** Whether the graph has an output of this name. */
  boolean gives(String output) {
    return session.getOutputNames().contains(output);
  }

  /** The size of an axis of an output; 0 where it depends on the input, or is not stated. */
  int outputSize(String output, int axis) {
    try {
      NodeInfo info = session.getOutputInfo().get(output);
      if (info != null && info.getInfo() instanceof TensorInfo tensor) {
        return sizeOf(tensor, axis);
      }
      return 0;
    } catch (OrtException e) {
      throw new ModelException(name + " is no usable ONNX graph: " + OnnxRuntime.oneLine(e), e);
    }
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
    return sizeOf(info(input), axis);
  }

  private static int sizeOf(TensorInfo info, int axis) {
    long[] shape = info.getShape();
    return axis < shape.length && shape[axis] > 0 ? Math.toIntExact(shape[axis]) : 0;
  }

  private TensorInfo info(String input) {
    TensorInfo info = inputs.get(input);
    if (info == null) {
      throw new ModelException(name + " has no input " + input);
    }
    return info;
  }

  /** Runs the graph once and returns the outputs asked for, by name. */
  Map<String, GraphOutput> run(Map<String, OnnxTensor> values, Set<String> outputs) {
    try (OrtSession.Result result = session.run(values, outputs)) {
      Map<String, GraphOutput> given = new HashMap<>();
      for (Map.Entry<String, OnnxValue> entry : result) {
        if (!(entry.getValue() instanceof OnnxTensor tensor)) {
          throw new ModelException(name + ": output " + entry.getKey() + " is no tensor");
        }
        // Of 16-bit outputs ONNX Runtime makes 32-bit ones here.
        given.put(
            entry.getKey(),
            new GraphOutput(
                name + ": output " + entry.getKey(),
                tensor.getInfo().getShape(),
                tensor.getFloatBuffer()));
      }
      return given;
    } catch (OrtException e) {
      throw new ModelException(name + " failed: " + OnnxRuntime.oneLine(e), e);
    }
  }

  /** Runs the graph once and returns one of its outputs. */
  GraphOutput run(Map<String, OnnxTensor> values, String output) {
    return Objects.requireNonNull(run(values, Set.of(output)).get(output), output);
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
