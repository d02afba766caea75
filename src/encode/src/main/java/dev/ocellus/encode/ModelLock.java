package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an installed model consists of and where it came from: its {@code ocellus.lock.json},
 * written once when it was installed.
 *
 * @param id what the user calls it
 * @param variant the graphs' variant, {@code fp32} where their names have no ending
 * @param origin the hub it came from; null where it was added from a folder of unknown origin
 * @param files every file, in order of name
 */
public record ModelLock(
    ModelId id, String variant, @Nullable Origin origin, List<LockedFile> files) {

  /** Name of the lock within a model's folder. */
  public static final String FILE = "ocellus.lock.json";

  private static final String SUMS = "SHA256SUMS";
  private static final int FORMAT = 1;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern VARIANT = Pattern.compile("[A-Za-z0-9]{1,32}");
  private static final int IDENTITY_DIGITS = 12;

  /**
   * Where a model was downloaded.
   *
   * @param endpoint the hub's address
   * @param repository the repository's id there
   * @param revision the commit
   */
  public record Origin(String endpoint, String repository, String revision) {}

  /**
   * One file.
   *
   * @param name path within the model, with forward slashes
   * @param size in bytes
   * @param sha256 lower-case hexadecimal
   */
  public record LockedFile(String name, long size, String sha256) {}

  /** Sorts the files. */
  public ModelLock {
    files = files.stream().sorted(Comparator.comparing(LockedFile::name)).toList();
  }

  /** All files' sizes together. */
  public long bytes() {
    return files.stream().mapToLong(LockedFile::size).sum();
  }

  /**
   * What an index records: the id and the first digits of a hash over all files that have a part in
   * the vectors, so that the same name with other weights is another encoder.
   */
  public String identity() {
    String content =
        files.stream()
            .filter(file -> ModelLayout.makesVectors(file.name()))
            .map(file -> file.sha256() + "  " + file.name() + "\n")
            .collect(Collectors.joining());
    return id + "@" + FileDigest.sha256(content).substring(0, IDENTITY_DIGITS);
  }

  /**
   * The files of a model as its lock has them, or as the SHA256SUMS of a bundled one.
   *
   * @throws ModelException if it has neither
   */
  public static List<LockedFile> filesOf(ModelFiles model) {
    return of(model).map(ModelLock::files).orElseGet(() -> sums(model));
  }

  private static List<LockedFile> sums(ModelFiles model) {
    List<LockedFile> files = new ArrayList<>();
    for (String line : new String(model.bytes(SUMS), StandardCharsets.UTF_8).lines().toList()) {
      String[] sum = line.split("  ", 2);
      if (sum.length == 2) {
        files.add(new LockedFile(sum[1], model.has(sum[1]) ? model.size(sum[1]) : 0, sum[0]));
      }
    }
    return files;
  }

  /** A model's lock, where it has one. */
  static Optional<ModelLock> of(ModelFiles files) {
    return files.has(FILE) ? Optional.of(read(files)) : Optional.empty();
  }

  /**
   * Reads a model's lock.
   *
   * @throws ModelException if it is missing or no lock
   */
  static ModelLock read(ModelFiles files) {
    JsonFile json = JsonFile.read(files, FILE);
    JsonNode root = json.root();
    String variant = root.path("variant").asText();
    if (root.path("format").asInt() != FORMAT
        || root.path("files").isEmpty()
        || !VARIANT.matcher(variant).matches()) {
      throw json.error("no lock of format " + FORMAT + " (id, variant, files)");
    }
    List<LockedFile> locked = new ArrayList<>();
    for (JsonNode file : root.path("files")) {
      String name = file.path("name").asText();
      String sha256 = file.path("sha256").asText();
      if (!isSafe(name) || !SHA256.matcher(sha256).matches()) {
        throw json.error("not a file with its sha256: " + file);
      }
      locked.add(new LockedFile(name, file.path("size").asLong(), sha256));
    }
    JsonNode origin = root.path("origin");
    return new ModelLock(
        ModelId.of(root.path("id").asText()),
        variant,
        origin.isObject()
            ? new Origin(
                origin.path("endpoint").asText(),
                origin.path("repository").asText(),
                origin.path("revision").asText())
            : null,
        locked);
  }

  /** Writes the lock into a model's folder. */
  public void write(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root =
        mapper
            .createObjectNode()
            .put("format", FORMAT)
            .put("id", id.toString())
            .put("variant", variant);
    Origin from = origin;
    if (from != null) {
      root.putObject("origin")
          .put("endpoint", from.endpoint())
          .put("repository", from.repository())
          .put("revision", from.revision());
    }
    ArrayNode list = root.putArray("files");
    for (LockedFile file : files) {
      list.addObject()
          .put("name", file.name())
          .put("size", file.size())
          .put("sha256", file.sha256());
    }
    Files.writeString(
        folder.resolve(FILE),
        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /** Whether a path from a listing or a lock stays within the folder that it is resolved in. */
  public static boolean isSafe(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.matches("(?s).*[\\\\\\p{Cntrl}].*|.:.*")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }
}
