package dev.ocellus.indextools;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.edit.PhotoEdit;
import dev.ocellus.lucene.edit.PhotoEditor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus edit}: changes captions, tags and fields of indexed photos. */
@Command(
    name = "edit",
    description = {
      "Changes captions, tags and fields of indexed photos; nothing else of them is encoded again.",
      "If one of the ids is unknown, nothing is changed."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class EditCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Mixin private EditOptions options;

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
    PhotoEdit edit = options.edit();
    if (options.isEmpty()) {
      throw new IndexException(
          "what shall be changed? give --caption, --no-captions, --tag, --no-tags or --set");
    }
    var tally = new EditTally();
    try (var editor = PhotoEditor.open(index)) {
      options.addFields(editor);
      for (String id : ids) {
        tally.count(editor.edit(id, edit));
      }
      int left = editor.commit();
      return tally.print(spec.commandLine().getOut(), spec.commandLine().getErr(), json, left);
    }
  }
}
