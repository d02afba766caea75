package dev.ocellus.study.grid;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  Optional<CellResult> find(Cell cell) throws IOException {
    Path file = folder.resolve(cell.fileName());
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), CellResult.class))
        : Optional.empty();
  }

  void keep(CellResult result) throws IOException {
    Path file = folder.resolve(result.cell().fileName());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, JSON.writeValueAsBytes(result));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
