package dev.ocellus.study.grid;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.study.features.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Keeps finished cells, a file each, so that a run that was interrupted goes on from there. */
final class ResultStore {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  /**
   * @param folder of one study: same data, same settings
   */
  ResultStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** The experiment's result, if it is kept and the learner has had the same settings. */
  Optional<CellResult> find(Grid.Experiment experiment) throws IOException {
    Path file = file(experiment);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), CellResult.class))
        : Optional.empty();
  }

  void keep(Grid.Experiment experiment, CellResult result) throws IOException {
    Path file = file(experiment);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, JSON.writeValueAsBytes(result));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(Grid.Experiment experiment) {
    String settings = VectorStore.hash(List.of(experiment.learner().settings()));
    return folder.resolve(experiment.cell().fileName() + "-" + settings + ".json");
  }
}
