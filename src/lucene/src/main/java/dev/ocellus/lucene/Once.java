package dev.ocellus.lucene;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first needed, once, whichever thread asks first. */
final class Once<T> {

  private final Supplier<T> maker;
  private volatile @Nullable T value;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = maker.get();
          value = made;
        }
      }
    }
    return made;
  }

  void ifMade(Consumer<T> consumer) {
    T made = value;
    if (made != null) {
      consumer.accept(made);
    }
  }
}
