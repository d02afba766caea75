package dev.ocellus.encode;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Optional;

/** ONNX Runtime: loads its native library, and graphs onto a device. */
final class OnnxRuntime {

  private OnnxRuntime() {}

  /** The one environment of this process. */
  static OrtEnvironment environment() {
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "ocellus");
    } catch (LinkageError e) {
      throw NativeLibraries.unloadable("ONNX Runtime", e);
    }
  }

  /** Whether the build on the class path can compute by CUDA. */
  static boolean hasCuda() {
    environment();
    return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
  }

  /** Loads a graph of a model. */
  static OrtSession open(ModelFiles files, String file, EncoderOptions options) {
    OrtEnvironment environment = environment();
    try (var settings = new OrtSession.SessionOptions()) {
      settings.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      settings.setIntraOpNumThreads(options.threads());
      // Waiting threads that spin take the processor from decoding and from the other tower.
      settings.addConfigEntry("session.intra_op.allow_spinning", "0");
      place(settings, options.device());
      Optional<Path> path = files.path(file);
      return path.isPresent()
          ? environment.createSession(path.get().toString(), settings)
          : environment.createSession(files.bytes(file), settings);
    } catch (OrtException e) {
      throw new ModelException(files.describe(file) + " is no usable ONNX graph: " + oneLine(e), e);
    }
  }

  private static void place(OrtSession.SessionOptions settings, Device device) {
    if (device instanceof Device.Cuda cuda) {
      device.check();
      try {
        settings.addCUDA(cuda.number());
      } catch (OrtException e) {
        throw new ModelException("cannot use device " + device + ": " + oneLine(e), e);
      }
    }
  }

  static String oneLine(OrtException e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
