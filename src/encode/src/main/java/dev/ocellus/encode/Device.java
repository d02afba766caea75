package dev.ocellus.encode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What computes an encoder's graphs: the processor, or a graphics card through CUDA. */
public sealed interface Device {

  /** The processor; always there. */
  Device CPU = new Cpu();

  /**
   * A CUDA card. It needs the GPU build of ONNX Runtime (artifact {@code
   * com.microsoft.onnxruntime:onnxruntime_gpu}) on the class path before the usual one, and CUDA
   * and cuDNN on the machine.
   *
   * @param number of the card, from 0
   */
  static Device cuda(int number) {
    return new Cuda(number);
  }

  /**
   * Reads a device: {@code cpu}, {@code cuda} (the first card) or {@code cuda:N}.
   *
   * @throws ModelException if it is none of these
   */
  static Device parse(String text) {
    Matcher cuda = Pattern.compile("cuda(?::([0-9]{1,3}))?").matcher(text);
    if (cuda.matches()) {
      return cuda(cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
    }
    if (text.equals("cpu")) {
      return CPU;
    }
    throw new ModelException("unknown device \"" + text + "\"; take cpu, cuda or cuda:N");
  }

  /**
   * Makes sure that the device can be used, as far as that can be told without a graph.
   *
   * @throws ModelException if ONNX Runtime on the class path was built without it
   */
  default void check() {}

  /** Photos that a graph computes at once, unless told otherwise. */
  int photosAtOnce();

  /** Texts that a graph computes at once. */
  int textsAtOnce();

  /** The processor. */
  record Cpu() implements Device {

    /**
     * Measured (docs/benchmarks.md, "Threads and batches"): more are hardly faster, since a layer's
     * values no longer fit in the cache, and take memory, some 12 MB a photo in the widest layers.
     */
    @Override
    public int photosAtOnce() {
      return 4;
    }

    /**
     * Texts are of unlike length: alone, none is padded, and that saves more than a batch does. And
     * a graph that takes its 8-bit ranges from its input would give a text another vector in other
     * company.
     */
    @Override
    public int textsAtOnce() {
      return 1;
    }

    @Override
    public String toString() {
      return "cpu";
    }
  }

  /** A CUDA card. */
  record Cuda(int number) implements Device {

    public Cuda {
      if (number < 0) {
        throw new ModelException("a CUDA card's number must be at least 0, got " + number);
      }
    }

    @Override
    public void check() {
      if (!OnnxRuntime.hasCuda()) {
        throw new ModelException(
            "device "
                + this
                + " needs the GPU build of ONNX Runtime: put the jar of"
                + " com.microsoft.onnxruntime:onnxruntime_gpu first on the class path"
                + " (OCELLUS_CLASSPATH=onnxruntime_gpu.jar ./ocellus ...)");
      }
    }

    /** A card computes a whole batch of the indexer's side by side. */
    @Override
    public int photosAtOnce() {
      return 64;
    }

    @Override
    public int textsAtOnce() {
      return 32;
    }

    @Override
    public String toString() {
      return "cuda:" + number;
    }
  }
}
