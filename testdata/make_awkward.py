"""Makes awkward/: one file of each kind that photo decoders get wrong, and what each must decode to.

Usage: make_awkward.py

The pictures come from photos/ (public domain and CC0 ones alone). expected.csv says for every file whether it
can be read and, if so, its size once upright and the mean colour of five squares of 8x8 pixels.
With the Pillow of requirements.txt the same bytes come out.
"""

import csv
import io
import math
from pathlib import Path

import awkward_bytes
from PIL import Image, ImageChops, ImageCms, ImageOps

HERE = Path(__file__).resolve().parent
OUT = HERE / "awkward"
SQUARE = 8
POSITIONS = [(0.1, 0.1), (0.5, 0.5), (0.75, 0.2), (0.2, 0.75), (0.85, 0.85)]
BOMB_SIDE = 20_000
ORIENTATION_TAG = 0x0112
# The stored picture of each EXIF orientation is the upright one under the inverse of what the orientation asks for.
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def photo(name, side=160):
    image = Image.open(HERE / "photos" / name)
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    image.info.clear()
    return image


def jpeg(image, **options):
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", **{"quality": 90, **options})
    return buffer.getvalue()


def encoded(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def separate(image):
    """RGB to CMYK with the gray part in black, so that a decoder that ignores K is far off."""
    cyan, magenta, yellow = (ImageChops.invert(band) for band in image.split())
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)

    def rest(ink):
        pairs = zip(ink.tobytes(), black.tobytes())
        values = bytes(round(255 * (i - k) / (255 - k)) if k < 255 else 0 for i, k in pairs)
        return Image.frombytes("L", ink.size, values)

    return Image.merge("CMYK", [rest(cyan), rest(magenta), rest(yellow), black])


def ycck(image):
    """A JPEG as Photoshop writes it: inks inverted, the first three turned into YCbCr (Adobe TN 5116).

    Pillow inverts what it writes, hence the inversions here; its Adobe marker is then set to YCCK.
    """
    cyan, magenta, yellow, black = separate(image).split()
    bands = Image.merge("RGB", [cyan, magenta, yellow]).convert("YCbCr").split()
    inverted = [ImageChops.invert(band) for band in bands]
    return awkward_bytes.declare_ycck(jpeg(Image.merge("CMYK", [*inverted, black]), subsampling=0))


def deep_png(image):
    """16 bits a sample; the low byte differs from the high one."""
    samples = image.tobytes()
    channels = len(image.getbands())
    line = image.width * channels
    rows = [
        b"".join(bytes([s, (s * 7) % 256]) for s in samples[y * line : (y + 1) * line])
        for y in range(image.height)
    ]
    return awkward_bytes.png(image.width, image.height, 16, 0 if channels == 1 else 2, rows)


def faded(image):
    """Opaque at the left edge, transparent at the right one."""
    ramp = Image.linear_gradient("L").transpose(Image.Transpose.ROTATE_270).resize(image.size)
    result = image.convert("RGBA")
    result.putalpha(ramp)
    return result


def on_white(image):
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")


def wide_gamut(image, profile):
    target = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    stored = ImageCms.profileToProfile(image, ImageCms.createProfile("sRGB"), target)
    return jpeg(stored, icc_profile=profile, subsampling=0)


def readable_files():
    """File name to bytes and, where Pillow does not see the picture as people do, the upright sRGB picture."""
    kitten, macaw, gray = photo("kitten.jpg"), photo("macaw.jpg"), photo("camera.jpg")
    small, small_gray = photo("kitten.jpg", 96), photo("camera.jpg", 96)
    palette = macaw.quantize(48)
    see_through = palette.getpixel((palette.width // 5, palette.height * 3 // 4))
    files = {
        "cmyk.jpg": (jpeg(separate(kitten)), None),
        "ycck.jpg": (ycck(kitten), None),
        "gray.jpg": (jpeg(gray), None),
        "progressive.jpg": (jpeg(kitten, progressive=True), None),
        "wide_gamut.jpg": (wide_gamut(macaw, awkward_bytes.wide_gamut_profile()), macaw),
        "alpha.png": (encoded(faded(macaw), "PNG"), None),
        "gray_alpha.png": (encoded(faded(gray).convert("LA"), "PNG"), None),
        "deep.png": (deep_png(small), small),
        "deep_gray.png": (deep_png(small_gray), small_gray),
        "palette.png": (encoded(palette, "PNG"), None),
        "palette_transparent.png": (encoded(palette, "PNG", transparency=see_through), None),
        "lossy.webp": (encoded(kitten, "WEBP", quality=85), None),
        "lossless.webp": (encoded(kitten, "WEBP", lossless=True), None),
        "alpha.webp": (encoded(faded(macaw), "WEBP", lossless=True, exact=True), None),
        "lzw.tif": (encoded(kitten, "TIFF", compression="tiff_lzw"), None),
        "plain.bmp": (encoded(kitten, "BMP"), None),
        "png_inside.jpg": (encoded(palette, "PNG"), None),
        "UPPER CASE.JPG": (jpeg(kitten), None),
        "schläfrige Katze 猫.jpg": (jpeg(kitten), None),
    }
    frames = [macaw.quantize(64), ImageOps.invert(macaw).quantize(64)]
    files["animated.gif"] = (
        encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=200, loop=0),
        None,
    )
    for orientation, inverse in STORED.items():
        exif = Image.Exif()
        exif[ORIENTATION_TAG] = orientation
        files[f"orientation_{orientation}.jpg"] = (jpeg(kitten.transpose(inverse), exif=exif), None)
    return files


def unreadable_files():
    """File name to bytes and the reason why it cannot be read."""
    whole = jpeg(photo("kitten.jpg"))
    rows = [bytes(16)]
    return {
        "truncated.jpg": (whole[: len(whole) // 2], "ends in the middle of the scan"),
        "empty.jpg": (b"", "zero bytes"),
        "text.jpg": (b"This is a text file, whatever its name says.\n", "not an image"),
        "bomb.png": (awkward_bytes.png(BOMB_SIDE, BOMB_SIDE, 8, 2, rows), "claims 400 megapixels"),
        "bomb.jpg": (
            awkward_bytes.claim_jpeg_size(whole, BOMB_SIDE, BOMB_SIDE),
            "claims 400 megapixels",
        ),
    }


def seen(content):
    """The first frame upright, over white, in RGB."""
    return on_white(ImageOps.exif_transpose(Image.open(io.BytesIO(content))))


def mean_colour(image, x, y):
    left, top = math.floor(x * image.width), math.floor(y * image.height)
    square = image.crop((left, top, left + SQUARE, top + SQUARE))
    pixels = list(square.getdata())
    return " ".join(str(round(sum(p[band] for p in pixels) / len(pixels))) for band in range(3))


def main():
    OUT.mkdir(exist_ok=True)
    rows = []
    for name, (content, picture) in readable_files().items():
        (OUT / name).write_bytes(content)
        image = picture.convert("RGB") if picture else seen(content)
        colours = [mean_colour(image, *position) for position in POSITIONS]
        rows.append([name, "yes", image.width, image.height, *colours, ""])
    for name, (content, reason) in unreadable_files().items():
        (OUT / name).write_bytes(content)
        rows.append([name, "no", "", "", *[""] * len(POSITIONS), reason])
    header = ["file", "readable", "width", "height"]
    header += [f"rgb_at_{x}_{y}" for x, y in POSITIONS] + ["reason"]
    with open(OUT / "expected.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *sorted(rows)])


if __name__ == "__main__":
    main()
