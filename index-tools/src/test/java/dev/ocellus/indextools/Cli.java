package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Runs commands in this JVM, as a user would type them. */
final class Cli {

  /**
   * What a command left behind.
   *
   * @param status exit status
   * @param out standard output
   * @param err standard error
   */
  record Result(int status, String out, String err) {

    /** Asserts success and reads standard output, which must be one JSON value and nothing else. */
    JsonNode json() {
      assertEquals(0, status, err);
      try {
        return new JsonMapper().readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException(out, e);
      }
    }

    /** Asserts that the command failed with this one line and nothing on standard output. */
    void assertFails(int expectedStatus, String expectedLine) {
      assertEquals("ocellus: " + expectedLine + System.lineSeparator(), err);
      assertEquals(expectedStatus, status);
      assertEquals("", out);
    }
  }

  private Cli() {}

  static Result run(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        Ocellus.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.of(args).map(Object::toString).toArray(String[]::new));
    return new Result(status, out.toString(), err.toString());
  }

  /** The command line of a JVM of its own for the same command. */
  static ProcessBuilder process(Object... args) {
    var command =
        Stream.concat(
            Stream.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Xmx512m",
                Ocellus.class.getName()),
            Arrays.stream(args).map(Object::toString));
    return new ProcessBuilder(command.toList());
  }
}
