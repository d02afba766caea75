package dev.ocellus.encode;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The photo formats that are read, known by a file's first bytes, each with one fixed reader.
 *
 * <p>{@code ImageIO.read} takes whichever plug-in its registry lists first, so the same file could
 * decode differently in another program; here the reader is named.
 */
enum PhotoFormat {
  JPEG("JPEG", "image/jpeg"),
  PNG("PNG", "image/png"),
  WEBP("WebP", "image/webp"),
  GIF("GIF", "image/gif"),
  TIFF("TIFF", "image/tiff"),
  BMP("BMP", "image/bmp");

  private final String displayName;
  private final String mediaType;

  PhotoFormat(String displayName, String mediaType) {
    this.displayName = displayName;
    this.mediaType = mediaType;
  }

  /** The format's media type, as HTTP names it. */
  String mediaType() {
    return mediaType;
  }

  /** The format's usual spelling. */
  String displayName() {
    return displayName;
  }

  /** Recognises a format by the magic number at the start of a file. */
  static Optional<PhotoFormat> of(byte[] file) {
    if (startsWith(file, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (startsWith(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Optional.of(PNG);
    }
    if (startsWith(file, 0, 'R', 'I', 'F', 'F') && startsWith(file, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(WEBP);
    }
    if (startsWith(file, 0, 'G', 'I', 'F', '8')) {
      return Optional.of(GIF);
    }
    // 42 is TIFF, 43 is BigTIFF; the byte order mark comes first.
    if (startsWith(file, 0, 'I', 'I', 42, 0)
        || startsWith(file, 0, 'M', 'M', 0, 42)
        || startsWith(file, 0, 'I', 'I', 43, 0)
        || startsWith(file, 0, 'M', 'M', 0, 43)) {
      return Optional.of(TIFF);
    }
    // Two letters alone would take text for a photo; bytes 6 to 9 are reserved and zero.
    if (startsWith(file, 0, 'B', 'M') && startsWith(file, 6, 0, 0, 0, 0)) {
      return Optional.of(BMP);
    }
    return Optional.empty();
  }

  /** A new reader; readers serve one thread and one file. */
  ImageReader newReader() throws IOException {
    return Providers.of(this).createReaderInstance();
  }

  private static boolean startsWith(byte[] file, int offset, int... magic) {
    if (file.length < offset + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((file[offset + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Set up on first use, since the registry scans the class path. */
  private static final class Providers {

    static {
      // Files are in memory already; some readers would copy parts of them to the disk.
      ImageIO.setUseCache(false);
    }

    private static final ImageReaderSpi JPEG_READER = jpegProvider();
    private static final ImageReaderSpi WEBP_READER = new WebPImageReaderSpi();
    private static final ImageReaderSpi TIFF_READER = new TIFFImageReaderSpi();
    private static final ImageReaderSpi PNG_READER =
        jdkProvider("com.sun.imageio.plugins.png.PNGImageReaderSpi");
    private static final ImageReaderSpi GIF_READER =
        jdkProvider("com.sun.imageio.plugins.gif.GIFImageReaderSpi");
    private static final ImageReaderSpi BMP_READER =
        jdkProvider("com.sun.imageio.plugins.bmp.BMPImageReaderSpi");

    static ImageReaderSpi of(PhotoFormat format) {
      return switch (format) {
        case JPEG -> JPEG_READER;
        case PNG -> PNG_READER;
        case WEBP -> WEBP_READER;
        case GIF -> GIF_READER;
        case TIFF -> TIFF_READER;
        case BMP -> BMP_READER;
      };
    }

    /** Its constructor leaves the JDK's decoder, to which it delegates, to be set by this call. */
    private static ImageReaderSpi jpegProvider() {
      var provider = new JPEGImageReaderSpi();
      provider.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
      return provider;
    }

    private static ImageReaderSpi jdkProvider(String className) {
      Iterator<ImageReaderSpi> providers =
          IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
      while (providers.hasNext()) {
        ImageReaderSpi provider = providers.next();
        if (provider.getClass().getName().equals(className)) {
          return provider;
        }
      }
      throw new IllegalStateException("this Java runtime has no " + className);
    }
  }
}
