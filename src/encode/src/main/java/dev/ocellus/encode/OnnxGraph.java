package dev.ocellus.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A loaded ONNX graph of which the inputs are known. */
final class OnnxGraph implements AutoCloseable {

  private final String name;
  private final OrtSession session;
  private final GraphSignature signature;

  private OnnxGraph(String name, OrtSession session, GraphSignature signature) {
    this.name = name;
    this.session = session;
    this.signature = signature;
  }

  /**
   * Loads a graph.
   *
   * @param file the graph's path within the model
   * @param givable names of the inputs that can be given, of which the graph may want fewer; null
   *     for any
   */
  static OnnxGraph open(
      ModelFiles files, String file, @Nullable Set<String> givable, EncoderOptions options) {
    String name = files.describe(file);
    OrtSession session = OnnxRuntime.open(files, file, options);
    try {
      return new OnnxGraph(name, session, GraphSignature.of(name, session, givable));
    } catch (OrtException e) {
      release(name, session);
      throw new ModelException(name + " is no usable ONNX graph: " + OnnxRuntime.oneLine(e), e);
    } catch (ModelException e) {
      release(name, session);
      throw e;
    }
  }

  /** What it takes and gives. */
  GraphSignature signature() {
    return signature;
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
