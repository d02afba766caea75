package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The tests have the usual build of ONNX Runtime, which computes on the processor alone. */
class DeviceTest {

  @Test
  void deviceIsReadAsItIsWritten() {
    assertEquals(Device.CPU, Device.parse("cpu"));
    assertEquals(Device.cuda(0), Device.parse("cuda"));
    assertEquals(Device.cuda(3), Device.parse("cuda:3"));
    assertEquals("cuda:3", Device.cuda(3).toString());
  }

  @Test
  void otherDevicesAreRefused() {
    for (String text :
        new String[] {"", "gpu", "CUDA", "cuda:", "cuda:-1", "cuda:x", "cuda:1000"}) {
      assertEquals(
          "unknown device \"" + text + "\"; take cpu, cuda or cuda:N",
          message(() -> Device.parse(text)));
    }
  }

  @Test
  void cardWithoutTheGpuBuildIsRefusedWithWhatToAdd() {
    var options = EncoderOptions.threads(1).withDevice(Device.cuda(1));
    var files = ModelFiles.folder(TestFiles.folder(TinyEncoderTest.FOLDER));
    assertEquals(
        "device cuda:1 needs the GPU build of ONNX Runtime: put the jar of"
            + " com.microsoft.onnxruntime:onnxruntime_gpu first on the class path"
            + " (OCELLUS_CLASSPATH=onnxruntime_gpu.jar ./ocellus ...)",
        message(() -> OnnxEncoder.open(files, options)));
  }

  private static String message(Runnable action) {
    return String.valueOf(assertThrows(ModelException.class, action::run).getMessage());
  }
}
