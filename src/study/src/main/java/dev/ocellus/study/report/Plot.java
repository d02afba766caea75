package dev.ocellus.study.report;

import java.util.Optional;

/**
 * A drawn plot.
 *
 * @param title what it shows
 * @param alt the same in words and numbers, for who cannot see it
 * @param image PNGs; empty where this machine cannot draw text, for want of fonts
 */
public record Plot(String title, String alt, Optional<Image> image) {

  /**
   * A plot's PNGs as {@code data:} addresses, with twice as many pixels as they are shown with.
   *
   * @param light for a light page
   * @param dark for a dark page
   */
  public record Image(String light, String dark) {}
}
