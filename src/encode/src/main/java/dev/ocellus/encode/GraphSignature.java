package dev.ocellus.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an ONNX graph takes and gives, by its own statement.
 *
 * @param name where the graph is, for messages
 * @param inputs by name, all of them tensors
 * @param outputs by name
 */
record GraphSignature(String name, Map<String, TensorInfo> inputs, Map<String, NodeInfo> outputs) {

  /**
   * Reads a loaded graph's.
   *
   * @param givable names of the inputs that can be given, of which the graph may want fewer; null
   *     for any
   * @throws ModelException if it wants others
   */
  static GraphSignature of(String name, OrtSession session, @Nullable Set<String> givable)
      throws OrtException {
    return new GraphSignature(name, inputs(name, session, givable), session.getOutputInfo());
  }

  private static Map<String, TensorInfo> inputs(
      String name, OrtSession session, @Nullable Set<String> givable) throws OrtException {
    Map<String, TensorInfo> inputs = new HashMap<>();
    for (NodeInfo input : session.getInputInfo().values()) {
      if (!(input.getInfo() instanceof TensorInfo tensor)) {
        throw new ModelException(name + ": input " + input.getName() + " is no tensor");
      }
      if (givable != null && !givable.contains(input.getName())) {
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
   * @param names best first
   * @throws ModelException if it has none of them
   */
  String firstOutput(List<String> names) {
    return names.stream()
        .filter(this::gives)
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    "%s has no output %s, only %s"
                        .formatted(name, String.join(" or ", names), names(outputs.keySet()))));
  }

  /**
   * The output to take where none is named.
   *
   * @param usual names, best first; where the graph has none of them it must have one output alone
   * @throws ModelException if it has several others
   */
  String onlyOutput(List<String> usual) {
    if (outputs.size() == 1) {
      return outputs.keySet().iterator().next();
    }
    return usual.stream()
        .filter(this::gives)
        .findFirst()
        .orElseThrow(() -> error("say which of its outputs to take: " + names(outputs.keySet())));
  }

  /**
   * The name of the input.
   *
   * @throws ModelException if there are several
   */
  String onlyInput() {
    if (inputs.size() != 1) {
      throw error("expected one input, found " + names(inputs.keySet()));
    }
    return inputs.keySet().iterator().next();
  }

  /** Whether the graph has an output of this name. */
  boolean gives(String output) {
    return outputs.containsKey(output);
  }

  /** The size of an axis of an output; 0 where it depends on the input, or is not stated. */
  int outputSize(String output, int axis) {
    NodeInfo info = outputs.get(output);
    return info != null && info.getInfo() instanceof TensorInfo tensor ? sizeOf(tensor, axis) : 0;
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

  /** Number of an input's axes. */
  int rank(String input) {
    return info(input).getShape().length;
  }

  /** An input's type and shape, for messages. */
  String describe(String input) {
    TensorInfo info = info(input);
    return info.type + " " + Arrays.toString(info.getShape()).replace("-1", "any");
  }

  /** An error about this graph. */
  ModelException error(String problem) {
    return new ModelException(name + ": " + problem);
  }

  private static String names(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
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
}
