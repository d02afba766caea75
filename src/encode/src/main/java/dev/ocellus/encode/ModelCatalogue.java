package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Encoders worth knowing, with the repositories that have them as ONNX: {@code catalogue.json}
 * beside this class. Other repositories of the same layout can be installed by their own names.
 *
 * @param entries in the order to show them
 */
public record ModelCatalogue(List<Entry> entries) {

  private static final String RESOURCE = "catalogue.json";

  /**
   * One encoder.
   *
   * @param id the repository with the ONNX graphs
   * @param aliases other names it is known by: the repositories of the original weights
   * @param what the model, in a few words
   * @param dimension length of its vectors
   * @param languages that its texts may be in
   * @param licence of the weights, as far as their makers state it
   * @param megabytes size of the download at full precision, roughly
   * @param note what to know when choosing
   */
  public record Entry(
      ModelId id,
      List<ModelId> aliases,
      String what,
      int dimension,
      String languages,
      String licence,
      int megabytes,
      String note) {}

  /** The catalogue that comes with this version. */
  public static ModelCatalogue bundled() {
    try (InputStream stream = ModelCatalogue.class.getResourceAsStream(RESOURCE)) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(stream, RESOURCE));
      List<Entry> entries = new ArrayList<>();
      root.forEach(node -> entries.add(entry(node)));
      return new ModelCatalogue(List.copyOf(entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entry with this id or alias. */
  public Optional<Entry> find(ModelId name) {
    return entries.stream()
        .filter(entry -> entry.id().equals(name) || entry.aliases().contains(name))
        .findFirst();
  }

  /** The repository that an alias stands for; any other id is itself. */
  public ModelId resolve(ModelId name) {
    return find(name).map(Entry::id).orElse(name);
  }

  private static Entry entry(JsonNode node) {
    List<ModelId> aliases = new ArrayList<>();
    node.path("aliases").forEach(alias -> aliases.add(ModelId.of(alias.asText())));
    return new Entry(
        ModelId.of(node.path("id").asText()),
        List.copyOf(aliases),
        node.path("what").asText(),
        node.path("dimension").asInt(),
        node.path("languages").asText(),
        node.path("licence").asText(),
        node.path("megabytes").asInt(),
        node.path("note").asText());
  }
}
