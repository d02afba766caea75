package dev.ocellus.indextools;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Turns Ctrl-C (SIGINT) and SIGTERM into a question that a job asks between two steps, so that it
 * ends with its work committed. A second signal ends the process at once.
 *
 * <p>Not a shutdown hook: those run side by side, and ONNX Runtime's would close the library under
 * the job that still uses it.
 */
public final class StopSignals implements AutoCloseable {

  private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15);

  private final Map<String, @Nullable Object> previous = new LinkedHashMap<>();
  private final Runnable onFirst;
  private volatile int received;

  /** Listens from now on; {@code onFirst} is run at the first signal. */
  public StopSignals(Runnable onFirst) {
    this.onFirst = onFirst;
    NUMBERS.forEach(
        (name, number) -> previous.put(name, Signals.register(name, () -> received(number))));
  }

  /** Whether a signal came. */
  public boolean stopAsked() {
    return received != 0;
  }

  /** Exit status of a process that a signal ended: 128 and the signal's number. */
  public int exitStatus() {
    return 128 + received;
  }

  @Override
  public void close() {
    previous.forEach(Signals::unregister);
  }

  private synchronized void received(int number) {
    if (received != 0) {
      Runtime.getRuntime().halt(128 + number);
    }
    received = number;
    onFirst.run();
  }
}
