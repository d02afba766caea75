package dev.ocellus.encode;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A resource opened by the first who needs it, and once. */
final class Lazy<T extends AutoCloseable> {

  private final Supplier<T> opener;
  private volatile @Nullable T value;

  Lazy(Supplier<T> opener) {
    this.opener = opener;
  }

  /** The resource; an opener that fails is tried again by the next caller. */
  T get() {
    T opened = value;
    if (opened == null) {
      synchronized (this) {
        opened = value;
        if (opened == null) {
          opened = opener.get();
          value = opened;
        }
      }
    }
    return opened;
  }

  /** The resource if it has been opened. */
  @Nullable T ifOpened() {
    return value;
  }
}
