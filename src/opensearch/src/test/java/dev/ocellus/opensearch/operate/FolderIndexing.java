package dev.ocellus.opensearch.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ocellus.indextools.IndexCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** {@code ocellus index --to}, in this process. */
final class FolderIndexing {

  static final Path TESTDATA = Path.of("..", "..", "testdata");
  static final Path PHOTOS = TESTDATA.resolve("photos");
  static final Path CAPTIONS = TESTDATA.resolve("captions.csv");

  private FolderIndexing() {}

  /**
   * What a run left behind.
   *
   * @param out standard output
   * @param err standard error
   */
  record Run(int status, String out, String err) {

    /** The report of a run that went well. */
    JsonNode report() {
      if (status != 0) {
        throw new AssertionError("status " + status + ": " + err + out);
      }
      try {
        return new ObjectMapper().readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Indexes a folder into an index of a node's cluster. */
  static Run run(Path photos, URI node, String index, Object... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--json", "--photos", photos.toString()));
    arguments.addAll(List.of("--to", node + "/" + index));
    Stream.of(more).map(Object::toString).forEach(arguments::add);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new IndexCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new Run(status, out.toString(), err.toString());
  }
}
