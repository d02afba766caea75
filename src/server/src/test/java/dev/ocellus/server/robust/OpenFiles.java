package dev.ocellus.server.robust;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/** The files and connections of this process, where the operating system tells. */
final class OpenFiles {

  private OpenFiles() {}

  private static Optional<UnixOperatingSystemMXBean> system() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? Optional.of(unix)
        : Optional.empty();
  }

  static long count() {
    return system().map(UnixOperatingSystemMXBean::getOpenFileDescriptorCount).orElse(0L);
  }

  /** So many may be open at once. */
  static long most() {
    return system()
        .map(UnixOperatingSystemMXBean::getMaxFileDescriptorCount)
        .orElse(Long.MAX_VALUE);
  }

  /** Waits until no more than so many are open. */
  static void assertAtMost(long files, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (count() > files && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertTrue(count() <= files, count() + " files are open, at most " + files + " should be");
  }
}
