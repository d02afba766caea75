package dev.ocellus.indextools;

import dev.ocellus.encode.PhotoException;
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

/** {@code ocellus add}: adds single photos to an index. */
@Command(
    name = "add",
    description = {
      "Adds single photos of the photo folder to an index, or takes their new content.",
      "What the options do not give, a photo that is indexed already keeps."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class AddCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Mixin private EditOptions options;

  @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Files in the photo folder.")
  private List<Path> photos;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PhotoEdit edit = options.edit();
    var tally = new EditTally();
    try (var editor = PhotoEditor.open(index);
        var progress = Progress.start(spec.commandLine().getErr(), "Adding", "photos");
        var signals = new StopSignals(() -> progress.note("stopping after the photo at hand"))) {
      options.addFields(editor);
      progress.total(photos.size());
      int done = 0;
      for (Path photo : photos) {
        if (signals.stopAsked()) {
          break;
        }
        try {
          tally.count(editor.add(photo, edit));
        } catch (PhotoException e) {
          tally.problem(photo.toString(), String.valueOf(e.getMessage()));
        }
        progress.done(++done);
      }
      int left = editor.commit();
      int status =
          tally.print(spec.commandLine().getOut(), spec.commandLine().getErr(), json, left);
      return signals.stopAsked() ? signals.exitStatus() : status;
    }
  }
}
