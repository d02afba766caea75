package dev.ocellus.study.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightGbmTest {

  @TempDir Path temp;

  /** Grows trees in a process of its own, whose folder of temporary files is the only argument. */
  static final class Growing {

    private Growing() {}

    public static void main(String[] arguments) {
      float[][] rows = {{-1}, {-.5f}, {.5f}, {1}};
      var train =
          new Dataset(
              rows, new double[] {0, 0, 1, 1}, List.of("a", "b", "c", "d"), new boolean[] {true});
      TreeLearner.forest().fit(train).close();
      if (!System.getProperty("java.io.tmpdir").equals(arguments[0])) {
        throw new AssertionError(System.getProperty("java.io.tmpdir"));
      }
    }
  }

  @Test
  void aProcessNeitherReadsNorWritesTheLibrariesOfAnother() throws Exception {
    // What another process has mapped into its memory under the names of lightgbm4j.
    byte[] others = {1, 2, 3};
    List<String> names = List.of("lib_lightgbm.so", "lib_lightgbm_swig.so");
    for (String name : names) {
      Files.write(temp.resolve(name), others);
    }
    Process growing =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temp,
                Growing.class.getName(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(growing.getInputStream().readAllBytes());
    assertEquals(0, growing.waitFor(), said);
    for (String name : names) {
      assertArrayEquals(others, Files.readAllBytes(temp.resolve(name)));
    }
    assertEquals(List.of(), unpacked(), "left behind");
  }

  private List<String> unpacked() throws IOException {
    try (var files = Files.list(temp)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("ocellus-lightgbm"))
          .toList();
    }
  }
}
