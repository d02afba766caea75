package dev.ocellus.encode.hub;

import java.io.IOException;

/** The listener asked to stop. */
final class StoppedException extends IOException {

  StoppedException() {
    super("stopped");
  }
}
