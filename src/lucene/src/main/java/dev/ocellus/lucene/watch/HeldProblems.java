package dev.ocellus.lucene.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells problems that last, and each once: a photo that cannot be read now may be whole in a
 * second.
 */
final class HeldProblems {

  private final long patience;
  private final Map<String, Long> held = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  HeldProblems(Duration patience) {
    this.patience = patience.toNanos();
  }

  /**
   * The problems of one look at the folder, in place of those of the look before.
   *
   * @param now in nanoseconds
   * @return those to tell now
   */
  List<String> due(Collection<String> problems, long now) {
    Set<String> current = new HashSet<>(problems);
    held.keySet().retainAll(current);
    told.retainAll(current);
    List<String> due = new ArrayList<>();
    for (String problem : problems) {
      if (!told.contains(problem) && now - held.computeIfAbsent(problem, p -> now) >= patience) {
        held.remove(problem);
        told.add(problem);
        due.add(problem);
      }
    }
    return due;
  }

  /** Whether there are problems that may still pass. */
  boolean waiting() {
    return !held.isEmpty();
  }

  /** Counts problems as told already. */
  void told(Collection<String> problems) {
    told.addAll(problems);
  }
}
