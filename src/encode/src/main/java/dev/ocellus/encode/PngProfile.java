package dev.ocellus.encode;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.NodeList;

/** Puts a PNG's colour profile (chunk iCCP), which Java's reader passes over, in effect. */
final class PngProfile {

  /** Profiles of cameras and displays are a few kilobytes; more is an attempt to fill memory. */
  private static final int MAX_PROFILE_BYTES = 4 << 20;

  private PngProfile() {}

  /** The image labelled with its file's RGB profile, or as it is where there is none to apply. */
  static BufferedImage applied(ImageReader reader, BufferedImage image) throws IOException {
    ColorModel colors = image.getColorModel();
    if (!(colors instanceof ComponentColorModel) || colors.getNumColorComponents() != 3) {
      return image;
    }
    IIOMetadata metadata = reader.getImageMetadata(0);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_png_1.0");
    NodeList chunks = root.getElementsByTagName("iCCP");
    if (chunks.getLength() == 0) {
      return image;
    }
    byte[] compressed = (byte[]) ((IIOMetadataNode) chunks.item(0)).getUserObject();
    try (var inflater = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      ICC_Profile profile = ICC_Profile.getInstance(inflater.readNBytes(MAX_PROFILE_BYTES));
      if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        return image;
      }
      ColorModel profiled =
          new ComponentColorModel(
              new ICC_ColorSpace(profile),
              colors.hasAlpha(),
              colors.isAlphaPremultiplied(),
              colors.getTransparency(),
              colors.getTransferType());
      return new BufferedImage(profiled, image.getRaster(), profiled.isAlphaPremultiplied(), null);
    } catch (IOException | IllegalArgumentException e) {
      // An unusable profile is as good as none; the samples are most likely sRGB.
      return image;
    }
  }
}
