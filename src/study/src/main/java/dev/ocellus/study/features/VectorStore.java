package dev.ocellus.study.features;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Keeps vectors that were computed in a folder, one file for each list of items and model, so that
 * a run that was interrupted need not compute them again.
 */
public final class VectorStore {

  private final Path folder;
  private final List<String> given = new ArrayList<>();

  public VectorStore(Path folder) {
    this.folder = folder;
  }

  /** Computes the vectors of a list of items. */
  @FunctionalInterface
  public interface Computation {
    List<float[]> compute() throws IOException;
  }

  /**
   * The vectors of some items: those kept, else those computed, which are kept from then on.
   *
   * @param identity all that the vectors depend on beside the items
   * @param items what the vectors are of, in their order
   */
  public List<float[]> get(
      String name, String identity, List<String> items, Computation computation)
      throws IOException {
    List<String> key = new ArrayList<>(items);
    key.add(identity);
    String kept = name.replaceAll("[^A-Za-z0-9]+", "-") + "-" + hash(key) + ".vectors";
    given.add(kept);
    Path file = folder.resolve(kept);
    if (Files.exists(file)) {
      return read(file);
    }
    List<float[]> vectors = computation.compute();
    Files.createDirectories(folder);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    write(part, vectors);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    return vectors;
  }

  /** Names of all that was given, each with a hash of what it depends on. */
  public List<String> given() {
    return List.copyOf(given);
  }

  private static void write(Path file, List<float[]> vectors) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(vectors.size());
      for (float[] vector : vectors) {
        out.writeInt(vector.length);
        for (float x : vector) {
          out.writeFloat(x);
        }
      }
    }
  }

  private static List<float[]> read(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int size = in.readInt();
      List<float[]> vectors = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        float[] vector = new float[in.readInt()];
        for (int j = 0; j < vector.length; j++) {
          vector[j] = in.readFloat();
        }
        vectors.add(vector);
      }
      return vectors;
    }
  }

  /** The first 16 digits of SHA-256 over texts and their borders. */
  public static String hash(List<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
