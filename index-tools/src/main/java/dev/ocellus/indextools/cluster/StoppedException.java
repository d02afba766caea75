package dev.ocellus.indextools.cluster;

import java.io.IOException;

/** The user would wait no longer for a cluster that does not answer. */
public final class StoppedException extends IOException {

  private final String problem;

  StoppedException(String problem) {
    super(problem);
    this.problem = problem;
  }

  /** Why the cluster did not answer, one line. */
  public String problem() {
    return problem;
  }
}
