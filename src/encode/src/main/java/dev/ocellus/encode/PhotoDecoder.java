package dev.ocellus.encode;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads photo files: JPEG, PNG, WebP, GIF (first frame), TIFF (first page) and BMP.
 *
 * <p>Colours are converted to sRGB where the file carries another ICC profile, transparency is
 * composited on white, the EXIF orientation is applied. Safe for use by several threads.
 */
public final class PhotoDecoder {

  /** Photos above this many pixels are refused before their pixels are allocated. */
  public static final long DEFAULT_MAX_PIXELS = 100_000_000L;

  /**
   * A photo keeps at least this many pixels along its shorter side when only every n-th pixel is
   * read. It is four times the input of the largest encoders in use (384), so that their own
   * averaging still has sixteen samples a pixel.
   */
  static final int MIN_SUBSAMPLED_SIDE = 1536;

  /** What readers that need the whole picture at once take of it: progressive JPEG, WebP. */
  private static final long BYTES_PER_PIXEL = 4;

  /** As read, in sRGB, and upright: four bytes each. */
  private static final long KEPT_BYTES_PER_PIXEL = 12;

  private final long maxPixels;

  public PhotoDecoder() {
    this(DEFAULT_MAX_PIXELS);
  }

  /** A decoder that refuses photos of more than {@code maxPixels} pixels. */
  public PhotoDecoder(long maxPixels) {
    if (maxPixels < 1 || maxPixels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "maxPixels must be in [1, " + Integer.MAX_VALUE + "], got " + maxPixels);
    }
    this.maxPixels = maxPixels;
  }

  /** How many bytes of a file {@link #mediaType} looks at. */
  public static final int HEAD = 16;

  /**
   * What a file is by its first bytes, whatever it is called: {@code image/jpeg} and the like;
   * empty if it is of no format that is read here.
   *
   * @param head the first {@value #HEAD} bytes, or more, or all that there are
   */
  public static Optional<String> mediaType(byte[] head) {
    return PhotoFormat.of(head).map(PhotoFormat::mediaType);
  }

  /**
   * Decodes one photo. Of a photo with more than {@value #MIN_SUBSAMPLED_SIDE} x 2 pixels along its
   * shorter side only every n-th row and column is kept.
   *
   * @param file the whole file's bytes
   * @throws PhotoException if the bytes are no readable photo, a truncated one, or one of more than
   *     the allowed pixels
   */
  public DecodedPhoto decode(byte[] file) {
    return read(file, this::decode);
  }

  /**
   * Memory that {@link #decode} needs at most beside the file, as its header tells.
   *
   * @param file the whole file's bytes
   * @return in bytes
   * @throws PhotoException if the bytes are no photo, or one of more than the allowed pixels
   */
  public long memory(byte[] file) {
    return read(
        file,
        (reader, damage, bytes, format) -> {
          long width = reader.getWidth(0);
          long height = reader.getHeight(0);
          checkSize((int) width, (int) height);
          long step = step((int) width, (int) height);
          return BYTES_PER_PIXEL * width * height
              + KEPT_BYTES_PER_PIXEL * (width / step + 1) * (height / step + 1);
        });
  }

  /** What is done with a reader that is at the start of a file. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(ImageReader reader, Damage damage, byte[] file, PhotoFormat format) throws IOException;
  }

  private static <T> T read(byte[] file, Reading<T> reading) {
    if (file.length == 0) {
      throw new PhotoException("empty file");
    }
    PhotoFormat format = PhotoFormat.of(file).orElseThrow(() -> UnknownFormat.of(file));
    ImageReader reader = null;
    Damage damage = new Damage();
    try (var stream = new ByteArrayImageInputStream(file)) {
      reader = format.newReader();
      reader.addIIOReadWarningListener(damage);
      reader.setInput(stream, false, false);
      return reading.of(reader, damage, file, format);
    } catch (EOFException e) {
      throw truncated(format, e.getMessage(), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw failure(format, damage, e);
    } catch (OutOfMemoryError e) {
      throw new PhotoException(format.displayName() + " needs more memory than there is", e);
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
  }

  private DecodedPhoto decode(ImageReader reader, Damage damage, byte[] file, PhotoFormat format)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    checkSize(width, height);
    ContainerCheck.complete(file, format);
    Exif exif = Exif.of(file, format);
    ImageReadParam param = reader.getDefaultReadParam();
    int step = step(width, height);
    // Starting in the middle of the first step keeps the picture where it was.
    param.setSourceSubsampling(step, step, step / 2, step / 2);
    BufferedImage image = read(reader, param, width + " x " + height);
    String fault = damage.fault();
    if (fault != null) {
      throw new EOFException(fault);
    }
    if (format == PhotoFormat.PNG) {
      image = PngProfile.applied(reader, image);
    }
    BufferedImage pixels = Orientation.upright(SrgbPixels.of(image), exif.orientation());
    boolean transposed = Orientation.transposes(exif.orientation());
    return new DecodedPhoto(
        pixels, transposed ? height : width, transposed ? width : height, exif.takenAt());
  }

  /** Of so many rows and columns one is kept. */
  private static int step(int width, int height) {
    return Math.max(1, Math.min(width, height) / MIN_SUBSAMPLED_SIDE);
  }

  private static BufferedImage read(ImageReader reader, ImageReadParam param, String size)
      throws IOException {
    try {
      return reader.read(0, param);
    } catch (OutOfMemoryError e) {
      throw new PhotoException(size + " pixels need more memory than is free (-Xmx)", e);
    }
  }

  private void checkSize(int width, int height) {
    if (width < 1 || height < 1) {
      throw new PhotoException("a photo of " + width + " x " + height + " pixels has none");
    }
    long count = (long) width * height;
    if (count > maxPixels) {
      throw new PhotoException(
          width
              + " x "
              + height
              + " = "
              + megapixels(count)
              + " megapixels, above the limit of "
              + megapixels(maxPixels));
    }
  }

  private static String megapixels(long pixels) {
    return BigDecimal.valueOf(pixels, 6)
        .setScale(2, RoundingMode.UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static PhotoException failure(PhotoFormat format, Damage damage, Throwable cause) {
    if (cause instanceof PhotoException photo) {
      return photo;
    }
    String message = oneLine(cause);
    if (damage.fault() != null || Damage.saysTruncated(message)) {
      return truncated(format, damage.fault() == null ? message : damage.fault(), cause);
    }
    return new PhotoException("damaged " + format.displayName() + ": " + message, cause);
  }

  private static PhotoException truncated(
      PhotoFormat format, @Nullable String detail, Throwable cause) {
    String message =
        "truncated " + format.displayName() + ": the file ends before the picture does";
    return new PhotoException(detail == null ? message : message + " (" + detail + ")", cause);
  }

  private static String oneLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip().replaceAll("\\s+", " ");
  }
}
