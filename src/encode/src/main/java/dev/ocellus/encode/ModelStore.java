package dev.ocellus.encode;

/**
 * Finds encoders by their id: those bundled on the class path (artifact {@code ocellus-models}),
 * and model folders on disk.
 */
public final class ModelStore {

  /** The bundled encoder, taken when no other is asked for. */
  public static final String DEFAULT_MODEL = "ocellus/lite2-minilm-v1";

  /**
   * Opens an encoder. Its two graphs are loaded when first needed, each by itself: who only
   * searches never loads the image tower.
   *
   * @param model a bundled model's id, or a model folder's path
   * @param threads computing threads a graph uses, at least 1
   * @throws ModelException if there is no such model, or it is incomplete
   */
  public Encoder open(String model, int threads) {
    throw new ModelException("unknown model " + model + " for " + threads + " threads");
  }
}
