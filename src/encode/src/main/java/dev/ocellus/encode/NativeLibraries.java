package dev.ocellus.encode;

/** Settings that the native libraries read once, when they load. */
final class NativeLibraries {

  private NativeLibraries() {}

  /** Keeps the tokenizers from asking the network for a library; what the user has set stays. */
  static void prepare() {
    if (System.getenv("DJL_OFFLINE") == null && System.getProperty("ai.djl.offline") == null) {
      System.setProperty("ai.djl.offline", "true");
    }
  }
}
