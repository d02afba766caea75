package dev.ocellus.indextools;

import dev.ocellus.lucene.edit.PhotoEditor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus delete}: deletes photos from an index, not their files. */
@Command(
    name = "delete",
    description = {
      "Deletes photos from an index, not their files: the next ocellus index adds those that are"
          + " still there.",
      "If one of the ids is unknown, nothing is deleted."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class DeleteCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description = "Photos, as searches name them: paths in the photo folder.")
  private List<String> ids;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var tally = new EditTally();
    try (var editor = PhotoEditor.open(index)) {
      for (String id : new LinkedHashSet<>(ids)) {
        editor.delete(id);
        tally.deleted();
      }
      int left = editor.commit();
      return tally.print(spec.commandLine().getOut(), spec.commandLine().getErr(), json, left);
    }
  }
}
