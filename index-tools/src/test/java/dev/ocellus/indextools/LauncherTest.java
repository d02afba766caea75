package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ocellus}, in a folder of its own with a Maven and JDKs that only say what they
 * were asked: so it is tested without building or starting anything.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir Path temp;
  private Path home;
  private Path bin;
  private Path jdk;
  private Path mavenCalls;

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(temp.resolve("my photos/ocellus"));
    Files.copy(TestPhotos.HOME.resolve("ocellus"), home.resolve("ocellus"));
    for (String folder : List.of("models", "src/main/java", "index-tools/src/main/java")) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    source("index-tools/src/main/java/A.java");
    bin = Files.createDirectories(temp.resolve("bin"));
    mavenCalls = temp.resolve("maven-calls");
    maven(0);
    jdk = jdk("jdk 21", "21.0.4");
  }

  private void source(String name) throws IOException {
    Files.writeString(home.resolve(name), "class A {}");
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void maven(int status) throws IOException {
    script(
        bin.resolve("mvn"),
        """
        echo "$JAVA_HOME" >> "%s"
        echo "what Maven said"
        mkdir -p index-tools/target/lib
        touch index-tools/target/ocellus-index-tools-1.jar "index-tools/target/lib/a b.jar"
        exit %d
        """
            .formatted(mavenCalls, status));
  }

  private Path jdk(String name, String version) throws IOException {
    var folder = temp.resolve(name);
    script(
        folder.resolve("bin/java"),
        "printf '%s\\n' '" + name + "' telemetry=$ORT_DISABLE_TELEMETRY \"$@\"\nexit 7\n");
    script(folder.resolve("bin/javac"), "");
    script(folder.resolve("bin/jar"), "exit 1\n");
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder;
  }

  private record Run(int status, String out, String err) {}

  private Run run(Path script, Path javaHome, String... arguments) throws Exception {
    return run(
        Map.of("JAVA_HOME", javaHome.toString(), "PATH", bin + ":/usr/bin:/bin"),
        script,
        arguments);
  }

  private Run run(Map<String, String> environment, Path script, String... arguments)
      throws Exception {
    var command = new java.util.ArrayList<String>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var out = temp.resolve("out");
    var err = temp.resolve("err");
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the launcher hangs");
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private int builds() throws IOException {
    return Files.exists(mavenCalls) ? Files.readAllLines(mavenCalls).size() : 0;
  }

  @Test
  void theFirstUseBuildsAndTheSecondDoesNot() throws Exception {
    var first = run(home.resolve("ocellus"), jdk, "search", "two words");
    assertEquals(7, first.status(), "Java's exit status");
    assertEquals(1, first.err().lines().count(), first.err());
    assertTrue(first.err().startsWith("ocellus: building"), first.err());
    assertEquals(List.of(jdk.toString()), Files.readAllLines(mavenCalls));

    var second = run(home.resolve("ocellus"), jdk, "search", "two words");
    assertEquals("", second.err());
    assertEquals(1, builds());
    var lines = second.out().lines().toList();
    assertEquals(
        List.of("dev.ocellus.indextools.Ocellus", "search", "two words"),
        lines.subList(lines.size() - 3, lines.size()));
    assertTrue(lines.contains("-Docellus.home=" + home.toRealPath()), second.out());
    assertTrue(second.out().contains("/target/lib/a b.jar"), second.out());
    assertTrue(lines.contains("telemetry=1"), second.out());
  }

  @Test
  void classPathOfTheUserGoesFirstAndBringsItsOwnLibrary() throws Exception {
    run(home.resolve("ocellus"), jdk, "info");
    Files.createDirectories(home.resolve("index-tools/target/native/onnxruntime"));
    var target = home.toRealPath() + "/index-tools/target/";
    var usual = run(home.resolve("ocellus"), jdk, "info").out().lines().toList();
    assertTrue(usual.contains(target + "lib/a b.jar:" + target + "lib/ocellus-index-tools-1.jar"));
    assertTrue(usual.contains("-Donnxruntime.native.path=" + target + "native/onnxruntime"));
    var environment =
        Map.of(
            "JAVA_HOME",
            jdk.toString(),
            "PATH",
            bin + ":/usr/bin:/bin",
            "OCELLUS_CLASSPATH",
            "/jars/onnxruntime_gpu.jar:/more");
    var own = run(environment, home.resolve("ocellus"), "info").out();
    assertTrue(
        own.contains("-cp\n/jars/onnxruntime_gpu.jar:/more:" + target + "lib/a b.jar:"), own);
    assertFalse(own.contains("onnxruntime.native.path"), own);
  }

  @Test
  void aNewerSourceOrModelOrAVanishedOneBuildsAgain() throws Exception {
    run(home.resolve("ocellus"), jdk);
    assertEquals(1, builds());
    var source = home.resolve("index-tools/src/main/java/A.java");
    Files.writeString(source, "class A { int edited; }");
    run(home.resolve("ocellus"), jdk);
    assertEquals(2, builds());
    run(home.resolve("ocellus"), jdk);
    assertEquals(2, builds());
    Files.delete(source);
    run(home.resolve("ocellus"), jdk);
    assertEquals(3, builds());
    Files.writeString(Files.createDirectory(home.resolve("models/m")).resolve("config.json"), "{}");
    run(home.resolve("ocellus"), jdk);
    assertEquals(4, builds());
  }

  @Test
  void aTestOrABuildFolderIsNoReasonToBuild() throws Exception {
    run(home.resolve("ocellus"), jdk);
    for (String folder : List.of("index-tools/src/test/java", "models/training", "src/target")) {
      var file = Files.createDirectories(home.resolve(folder)).resolve("B.java");
      Files.writeString(file, "class B {}");
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
    }
    run(home.resolve("ocellus"), jdk);
    assertEquals(1, builds());
  }

  @Test
  void itRunsThroughSymbolicLinks() throws Exception {
    var link = temp.resolve("bin/ocellus");
    Files.createSymbolicLink(temp.resolve("hop"), home.resolve("ocellus"));
    Files.createSymbolicLink(link, Path.of("../hop"));
    var result = run(link, jdk, "info");
    assertEquals(7, result.status(), result.err());
    assertTrue(result.out().contains("-Docellus.home=" + home.toRealPath()), result.out());
  }

  @Test
  void aFailingBuildShowsWhatMavenSaid() throws Exception {
    maven(1);
    var result = run(home.resolve("ocellus"), jdk);
    assertEquals(1, result.status());
    assertTrue(result.err().contains("what Maven said"), result.err());
    assertTrue(result.err().endsWith("ocellus: the build failed, see above\n"), result.err());
    assertEquals("", result.out());
    run(home.resolve("ocellus"), jdk);
    assertEquals(2, builds(), "a failed build is tried again");
  }

  @Test
  void aMissingMavenIsNamed() throws Exception {
    Files.delete(bin.resolve("mvn"));
    // A PATH of the tools that the launcher needs, and no Maven whatever this machine has.
    var tools = List.of("bash", "dirname", "find", "head", "mkdir", "ln", "rm", "readlink");
    for (String tool : tools) {
      var real =
          Stream.of("/usr/bin", "/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      script(bin.resolve(tool), "exec " + real + " \"$@\"\n");
    }
    var result =
        run(
            Map.of("JAVA_HOME", jdk.toString(), "PATH", bin.toString()),
            home.resolve("ocellus"),
            "info");
    assertEquals(1, result.status());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("no mvn on PATH; install Maven"), result.err());
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    var old = jdk("jdk 17", "17.0.15");
    var result = run(home.resolve("ocellus"), old);
    assertFalse(result.out().startsWith("jdk 17"), result.out());
  }

  @Test
  void aSecondLaunchWaitsForTheFirstOnesBuild() throws Exception {
    script(
        bin.resolve("mvn"),
        Files.readString(bin.resolve("mvn")).replace("mkdir -p", "sleep 1; mkdir -p"));
    var runs =
        IntStream.range(0, 2)
            .mapToObj(
                i -> {
                  var builder =
                      new ProcessBuilder(home.resolve("ocellus").toString(), "info")
                          .redirectErrorStream(true)
                          .redirectOutput(temp.resolve("out" + i).toFile());
                  builder.environment().put("JAVA_HOME", jdk.toString());
                  builder.environment().put("PATH", bin + ":/usr/bin:/bin");
                  try {
                    return builder.start();
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    for (Process process : runs) {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(7, process.exitValue());
    }
    assertEquals(1, builds());
    var said = Files.readString(temp.resolve("out0")) + Files.readString(temp.resolve("out1"));
    assertTrue(said.contains("ocellus: waiting for the build"), said);
  }

  @Test
  void theLockOfAKilledBuildIsTakenOver() throws Exception {
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    var target = Files.createDirectories(home.resolve("index-tools/target"));
    Files.createSymbolicLink(target.resolve("build.lock"), Path.of(Long.toString(dead.pid())));
    assertEquals(7, run(home.resolve("ocellus"), jdk).status());
    assertEquals(1, builds());
    assertFalse(
        Files.exists(target.resolve("build.lock"), java.nio.file.LinkOption.NOFOLLOW_LINKS));
  }
}
