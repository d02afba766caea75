package dev.ocellus.encode;

import org.jspecify.annotations.Nullable;

/**
 * How an encoder computes.
 *
 * @param threads computing threads a graph uses, at least 1; idle on a graphics card
 * @param device what computes the graphs
 * @param variant which graphs, where a model has several: {@code fp32} (the files without an
 *     ending), {@code fp16}, {@code quantized}, {@code int8}, {@code uint8}, {@code q4}, {@code
 *     q4f16} or {@code bnb4}; null for the first of these that there is
 * @param photosAtOnce photos that a graph computes at once, at least 1; more take more memory
 */
public record EncoderOptions(
    int threads, Device device, @Nullable String variant, int photosAtOnce) {

  public EncoderOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    if (photosAtOnce < 1) {
      throw new IllegalArgumentException("photosAtOnce must be at least 1, got " + photosAtOnce);
    }
  }

  /** On the processor, by its measured number of photos at once. */
  public static EncoderOptions threads(int threads) {
    return new EncoderOptions(threads, Device.CPU, null, Device.CPU.photosAtOnce());
  }

  /** On another device, by its usual number of photos at once. */
  public EncoderOptions withDevice(Device newDevice) {
    return new EncoderOptions(threads, newDevice, variant, newDevice.photosAtOnce());
  }

  public EncoderOptions withVariant(@Nullable String newVariant) {
    return new EncoderOptions(threads, device, newVariant, photosAtOnce);
  }

  public EncoderOptions withPhotosAtOnce(int newPhotosAtOnce) {
    return new EncoderOptions(threads, device, variant, newPhotosAtOnce);
  }
}
