package dev.ocellus.encode;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a model as hubs write it, {@code owner/name}: letters, digits, {@code . _ -}. It is
 * safe as a path on every system.
 */
public record ModelId(String owner, String name) implements Comparable<ModelId> {

  private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");

  /** Names that Windows keeps for devices, whatever their ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  /** Checks both parts. */
  public ModelId {
    if (!isSafe(owner) || !isSafe(name)) {
      throw new ModelException(complaint(owner + "/" + name));
    }
  }

  /**
   * Reads an id.
   *
   * @throws ModelException if it is none
   */
  public static ModelId of(String text) {
    return parse(text).orElseThrow(() -> new ModelException(complaint(text)));
  }

  /** Reads an id; empty if it is none. */
  public static Optional<ModelId> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String owner = text.substring(0, slash);
    String name = text.substring(slash + 1);
    return isSafe(owner) && isSafe(name) ? Optional.of(new ModelId(owner, name)) : Optional.empty();
  }

  private static String complaint(String text) {
    return "\""
        + text
        + "\" is no model id; one is owner/name of letters, digits, \".\", \"_\", \"-\"";
  }

  private static boolean isSafe(String part) {
    return PART.matcher(part).matches()
        && !part.contains("..")
        && !part.endsWith(".")
        && !DEVICE.matcher(part).matches();
  }

  @Override
  public int compareTo(ModelId other) {
    int order = owner.compareTo(other.owner);
    return order != 0 ? order : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
