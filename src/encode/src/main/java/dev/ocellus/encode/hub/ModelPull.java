package dev.ocellus.encode.hub;

import dev.ocellus.encode.InstalledModel;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelFiles;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelLayout;
import dev.ocellus.encode.ModelLock;
import dev.ocellus.encode.ModelLock.LockedFile;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.encode.OnnxEncoder;
import dev.ocellus.encode.StoreLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Downloads models from a hub into a store. */
public final class ModelPull {

  private static final String DEFAULT_REVISION = "main";

  private final HubEndpoint endpoint;
  private final InstalledModels store;
  private final Patience patience;

  /** What became of a pull. */
  public enum Status {
    /** It was downloaded and is installed now. */
    PULLED,
    /** It was installed already; nothing was downloaded. */
    PRESENT,
    /** The listener stopped it; the next pull goes on from here. */
    STOPPED
  }

  /**
   * The end of a pull.
   *
   * @param status what became of it
   * @param model the installed model; null if the pull was stopped
   */
  public record Result(Status status, @Nullable InstalledModel model) {}

  /** Prepares to pull from a hub into a store. */
  public ModelPull(HubEndpoint endpoint, InstalledModels store, Patience patience) {
    this.endpoint = endpoint;
    this.store = store;
    this.patience = patience;
  }

  /**
   * Downloads and installs a model. Every file is of one commit and checked against the hub's
   * listing; the model is there when all of it is, and not before. May be killed at any moment, and
   * run by several processes: the others wait for the first.
   *
   * @param id the repository
   * @param revision a branch, tag or commit; null for what is installed, else the main branch
   * @param variant of the graphs, for instance {@code fp16}; null for what is installed, else
   *     {@code fp32}
   * @throws ModelException if the hub has no such model, it has another layout, or another revision
   *     or variant is installed
   * @throws HubException if the hub or the way to it fails; what came is kept
   * @throws IntegrityException if the hub sends what it did not announce; nothing is kept
   * @throws IOException if the disk fails
   */
  public Result run(
      ModelId id, @Nullable String revision, @Nullable String variant, PullListener listener)
      throws IOException {
    if (ModelStore.isBundled(id)) {
      throw new ModelException(id + " cannot be pulled: " + id.owner() + "/ is for bundled models");
    }
    Optional<Result> before = present(id, revision, variant);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<StoreLock> right =
        store.lock(
            id,
            () -> listener.note("waiting for another process that pulls " + id),
            listener::cancelled);
    if (right.isEmpty()) {
      return new Result(Status.STOPPED, null);
    }
    try (StoreLock lock = right.get();
        HubClient client = new HubClient(endpoint, patience, listener)) {
      Optional<Result> meanwhile = present(id, revision, variant);
      return meanwhile.isPresent()
          ? meanwhile.get()
          : new Result(
              Status.PULLED,
              pull(
                  client,
                  id,
                  Objects.requireNonNullElse(revision, DEFAULT_REVISION),
                  Objects.requireNonNullElse(variant, ModelLayout.FULL_PRECISION),
                  listener));
    } catch (StoppedException e) {
      return new Result(Status.STOPPED, null);
    }
  }

  private Optional<Result> present(
      ModelId id, @Nullable String revision, @Nullable String variant) {
    Optional<InstalledModel> installed = store.find(id);
    if (installed.isEmpty()) {
      return Optional.empty();
    }
    ModelLock lock = installed.get().lock();
    ModelLock.Origin origin = lock.origin();
    boolean sameRevision =
        revision == null || origin != null && isPrefix(revision, origin.revision());
    if (!sameRevision || variant != null && !variant.equals(lock.variant())) {
      throw new ModelException(
          "%s is installed at revision %s, variant %s; remove it first with: ocellus models remove %s"
              .formatted(id, origin == null ? "unknown" : origin.revision(), lock.variant(), id));
    }
    return Optional.of(new Result(Status.PRESENT, installed.get()));
  }

  /** Seven digits are what people copy of a commit. */
  private static boolean isPrefix(String revision, String commit) {
    return revision.length() >= 7 && commit.startsWith(revision);
  }

  private InstalledModel pull(
      HubClient client, ModelId id, String revision, String variant, PullListener listener)
      throws IOException {
    HubRepository repository = HubRepository.open(client, patience, listener, id, revision);
    List<HubFile> files =
        ModelLayout.select(repository.files().keySet(), variant, id.toString()).stream()
            .map(name -> Objects.requireNonNull(repository.files().get(name)))
            .toList();
    String version = repository.commit() + "-" + variant;
    Path staged = Files.createDirectories(store.stage(id, version));
    Transfer transfer = new Transfer(client, repository, files, staged, patience, listener);
    transfer.requireSpace();
    try {
      // Large graphs last: whether an encoder can be made of the rest is known before they come.
      List<LockedFile> locked = new ArrayList<>();
      for (HubFile file : files) {
        String sha256 = isLargeGraph(file) ? file.sha256() : transfer.download(file).sha256();
        locked.add(new LockedFile(file.path(), file.size(), Objects.requireNonNull(sha256)));
      }
      new ModelLock(
              id,
              variant,
              new ModelLock.Origin(endpoint.toString(), id.toString(), repository.commit()),
              locked)
          .write(staged);
      requireUsable(id, staged);
      for (HubFile file : files) {
        if (isLargeGraph(file)) {
          transfer.download(file);
        }
      }
    } catch (IntegrityException e) {
      store.discardStaging(id);
      throw e;
    }
    return store.install(id, staged);
  }

  private static boolean isLargeGraph(HubFile file) {
    return file.sha256() != null && file.path().startsWith("onnx/");
  }

  /** What no encoder can be made of is not kept: another pull would end here again. */
  private void requireUsable(ModelId id, Path staged) throws IOException {
    try {
      OnnxEncoder.dimensionOf(ModelFiles.folder(staged));
    } catch (ModelException e) {
      store.discardStaging(id);
      throw new ModelException(
          id + " cannot be used: " + String.valueOf(e.getMessage()).replace(staged + "/", ""), e);
    }
  }
}
