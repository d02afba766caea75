package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.InstalledModel;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelFiles;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelReference;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.OnnxEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opensearch.secure_sm.AccessController;

/**
 * The encoders of a node, each opened when first asked for and kept until the node stops. Only
 * bundled and installed ones: unlike on the command line no path names a model, since names come
 * from whoever may search.
 */
final class NodeModels implements AutoCloseable {

  private final InstalledModels installed;
  private final ModelStore store;
  private final Path nativeFolder;
  private final int threads;
  private final Map<String, NodeModel> open = new ConcurrentHashMap<>();

  /**
   * @param folder of the installed models; it need not be there
   * @param nativeFolder where native libraries are unpacked
   * @param threads computing threads of a graph
   */
  NodeModels(Path folder, Path nativeFolder, int threads) {
    this.installed = new InstalledModels(folder);
    this.store = new ModelStore(installed);
    this.nativeFolder = nativeFolder;
    this.threads = threads;
  }

  /**
   * An encoder; the first call for it takes about a second.
   *
   * @param name its id, or {@link Encoder#modelId()} of one
   * @throws ModelException if there is no such encoder, or it cannot be opened
   */
  NodeModel open(String name) {
    NodeModel model = open.get(name);
    return model != null ? model : privileged(() -> openNow(name));
  }

  /** Of all on the stack only the plugin may read the model folder. */
  private <T> T privileged(Supplier<T> reading) {
    try {
      return AccessController.doPrivileged(reading);
    } catch (SecurityException e) {
      // Behind the file's name it tells of class loaders.
      String denied = String.valueOf(e.getMessage()).split(", domain", 2)[0];
      throw new ModelException("the plugin's policy on this node does not grant it: " + denied);
    }
  }

  private synchronized NodeModel openNow(String name) {
    NodeModel opened = open.get(name);
    if (opened != null) {
      return opened;
    }
    ModelReference reference = ModelReference.parse(name);
    int hash = reference.model().indexOf('@');
    String id = hash < 0 ? reference.model() : reference.model().substring(0, hash);
    String canonical = canonical(id, name) + reference.suffix();
    NodeModel model = open.get(canonical);
    if (model == null) {
      Encoder encoder = store.open(canonical, threads);
      NativeCode.settle(nativeFolder, () -> encoder.encodeText(""));
      model = new NodeModel(encoder);
      open.put(canonical, model);
    }
    String modelId = model.encoder().modelId();
    if (hash >= 0 && !modelId.equals(name)) {
      throw new ModelException(
          "model [%s] is not to be had: this node has [%s]".formatted(name, modelId));
    }
    open.put(name, model);
    return model;
  }

  /** The id of a bundled or an installed model. */
  private String canonical(String id, String name) {
    return ModelStore.bundled(id).isPresent()
        ? id
        : store
            .installed(id)
            .map(model -> model.id().toString())
            .orElseThrow(() -> new ModelException(complaint(name)));
  }

  private String complaint(String name) {
    return ("unknown model [%s]; known: %s; others are installed by copying [owner/name] into %s from"
            + " where [ocellus models pull] puts it")
        .formatted(name, String.join(", ", ids()), installed.root());
  }

  private List<String> ids() {
    return Stream.concat(
            ModelStore.bundledIds().stream(), installed().stream().map(InstalledModel::id))
        .map(ModelId::toString)
        .toList();
  }

  /** All that can be asked for. */
  List<KnownModel> known() {
    return privileged(this::readKnown);
  }

  private List<KnownModel> readKnown() {
    List<KnownModel> known = new ArrayList<>();
    for (ModelId id : ModelStore.bundledIds()) {
      ModelStore.bundled(id.toString()).ifPresent(files -> known.add(known(id, files, true)));
    }
    for (InstalledModel model : installed()) {
      known.add(known(model.id(), model.files(), false));
    }
    return known;
  }

  private KnownModel known(ModelId id, ModelFiles files, boolean bundled) {
    String name = id.toString();
    try {
      int dimension = OnnxEncoder.dimensionOf(files);
      return new KnownModel(name, dimension, bundled, isOpen(name), null);
    } catch (ModelException e) {
      return new KnownModel(name, 0, bundled, false, e.getMessage());
    }
  }

  /** In whatever variant. */
  private boolean isOpen(String id) {
    return open.keySet().stream().anyMatch(name -> ModelReference.parse(name).model().equals(id));
  }

  private List<InstalledModel> installed() {
    try {
      return installed.list();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model folder " + installed.root(), e);
    }
  }

  @Override
  public synchronized void close() {
    open.values().stream().distinct().forEach(model -> model.encoder().close());
    open.clear();
  }
}
