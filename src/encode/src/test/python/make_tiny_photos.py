"""Writes the small photos that the decoder's tests read, and what Pillow sees in them.

    python make_tiny_photos.py ../resources/dev/ocellus/encode/photos

Made with Pillow 13.0.0. One drawing of 48 x 32 pixels - red, green, blue and gray quarters with a
soft gradient - in every format and colour layout. expected.csv has, for each file, the width and
height of the upright photo and the colours near the four corners as sRGB on white.
"""

import csv
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps

WIDTH, HEIGHT = 48, 32
CORNERS = [(4, 4), (-5, 4), (4, -5), (-5, -5)]


def drawing() -> Image.Image:
    rgb = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    rgb[: HEIGHT // 2, : WIDTH // 2] = (200, 40, 30)
    rgb[: HEIGHT // 2, WIDTH // 2 :] = (30, 160, 60)
    rgb[HEIGHT // 2 :, : WIDTH // 2] = (20, 60, 180)
    rgb[HEIGHT // 2 :, WIDTH // 2 :] = (68, 68, 68)
    return Image.fromarray(rgb)


def wide_gamut(photo: Image.Image) -> tuple[Image.Image, bytes]:
    """The photo's samples in a profile with swapped primaries: sRGB's with blue for red."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    data = bytearray(srgb.tobytes())
    # Swapping the tag names rXYZ and bXYZ in the tag table makes the first channel blue.
    red, blue = data.index(b"rXYZ"), data.index(b"bXYZ")
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    r, g, b = photo.split()
    return Image.merge("RGB", (b, g, r)), bytes(data)


def write(folder: Path) -> list:
    photo = drawing()
    gray = photo.convert("L")
    half = photo.copy()
    half.putalpha(128)
    on_white = Image.alpha_composite(Image.new("RGBA", half.size, "white"), half).convert("RGB")
    files = []

    def save(name, image, seen=None, **options):
        image.save(folder / name, **options)
        files.append((name, seen or image.convert("RGB")))

    for format in ("jpg", "png", "webp", "gif", "tif", "bmp"):
        save(f"rgb.{format}", photo, photo, **({"quality": 95} if format in ("jpg", "webp") else {}))
    save("progressive.jpg", photo, quality=95, progressive=True)
    save("gray.jpg", gray, quality=95)
    save("gray.png", gray)
    save("gray.tif", gray)
    save("gray16.png", Image.fromarray(np.asarray(gray).astype(np.uint16) * 257), gray.convert("RGB"))
    save("bilevel.png", gray.point(lambda v: 255 if v > 70 else 0).convert("1"))
    save("cmyk.jpg", photo.convert("CMYK"), photo, quality=95)
    save("cmyk.tif", photo.convert("CMYK"), photo)
    save("palette.png", photo.convert("P", palette=Image.Palette.ADAPTIVE, colors=8))
    save("lossless.webp", photo, lossless=True)
    save("alpha.png", half, on_white)
    save("alpha.webp", half, on_white, lossless=True)
    save("alpha-lossy.webp", half, on_white, quality=95)
    gray_alpha = gray.copy().convert("LA")
    gray_alpha.putalpha(128)
    save("gray-alpha.png", gray_alpha, on_white.convert("L").convert("RGB"))
    see_through = photo.convert("P", palette=Image.Palette.ADAPTIVE, colors=8)
    corner = see_through.getpixel((4, 4))
    seen = photo.copy()
    seen.paste((255, 255, 255), (0, 0, WIDTH // 2, HEIGHT // 2))
    save("palette-transparent.png", see_through, seen, transparency=corner)
    save("transparent.gif", see_through, seen, transparency=corner)
    save("animated.gif", photo, photo, save_all=True, append_images=[ImageOps.invert(photo)])
    save("animated.webp", photo, photo, save_all=True, lossless=True,
         append_images=[ImageOps.invert(photo)])
    swapped, profile = wide_gamut(photo)
    for format in ("jpg", "png", "webp", "tif"):
        options = {"quality": 95} if format in ("jpg", "webp") else {}
        save(f"profile.{format}", swapped, photo, icc_profile=profile, **options)
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        exif.get_ifd(0x8769)[0x9003] = "2021:06:15 12:34:56"
        stored = photo.copy()
        # Stored such that turning it upright gives the drawing again.
        undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
        if orientation > 1:
            stored = photo.transpose(Image.Transpose(undo[orientation]))
        save(f"orientation{orientation}.jpg", stored, photo, quality=95, exif=exif)
        assert ImageOps.exif_transpose(Image.open(folder / files[-1][0])).size == photo.size
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = photo.transpose(Image.Transpose.ROTATE_90)
    for format in ("png", "webp", "tif"):
        save(f"orientation6.{format}", turned, photo, exif=exif)
    return files


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "expected.csv").open("w", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["file", "width", "height", "top_left", "top_right", "bottom_left", "bottom_right"])
        for name, seen in write(folder):
            w, h = seen.size
            colours = ["%02x%02x%02x" % seen.getpixel((x % w, y % h)) for x, y in CORNERS]
            rows.writerow([name, w, h, *colours])


if __name__ == "__main__":
    main()
