"""From a photo file to the image tower's input, exactly as preprocessor_config.json states it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

SIZE = 224
MEAN = 127.0
STD = 128.0
# torchvision's RandomResizedCrop defaults, but never less than half of the photo: a caption
# speaks of the whole scene.
CROP_AREA = (0.5, 1.0)
CROP_RATIO = (3 / 4, 4 / 3)


def open_photo(path: Path) -> Image.Image:
    """The upright RGB photo: EXIF orientation applied, transparency laid on white."""
    with Image.open(path) as photo:
        upright = ImageOps.exif_transpose(photo)
        if upright.has_transparency_data:
            layers = upright.convert("RGBA")
            white = Image.new("RGBA", layers.size, "white")
            return Image.alpha_composite(white, layers).convert("RGB")
        return upright.convert("RGB")


def squash(photo: Image.Image, box: tuple[int, int, int, int] | None = None) -> Image.Image:
    """The photo (or its ``box``) at 224 x 224, bicubic, whatever its aspect ratio."""
    if box is None and photo.size == (SIZE, SIZE):
        return photo
    return photo.resize((SIZE, SIZE), Image.Resampling.BICUBIC, box=box)


def pixel_values(photos: list[Image.Image]) -> np.ndarray:
    """float32 [batch, 3, 224, 224], (rgb - 127) / 128, of photos of that size."""
    rgb = np.stack([np.asarray(photo, dtype=np.float32) for photo in photos])
    return np.ascontiguousarray(((rgb - MEAN) / STD).transpose(0, 3, 1, 2))


def view(photo: Image.Image, number: int, rng: np.random.Generator) -> Image.Image:
    """Training view ``number`` of a photo: 0 is the photo itself, 1 its mirror image, and each
    further one a random crop, every second one mirrored."""
    seen = squash(photo, random_box(photo.size, rng) if number > 1 else None)
    return ImageOps.mirror(seen) if number % 2 == 1 else seen


def random_box(size: tuple[int, int], rng: np.random.Generator) -> tuple[int, int, int, int]:
    """A random crop (left, top, right, bottom) of area and aspect ratio in the ranges above."""
    width, height = size
    for _ in range(10):
        area = rng.uniform(*CROP_AREA) * width * height
        ratio = np.exp(rng.uniform(*np.log(CROP_RATIO)))
        w, h = round((area * ratio) ** 0.5), round((area / ratio) ** 0.5)
        if w <= width and h <= height:
            left = int(rng.integers(0, width - w + 1))
            top = int(rng.integers(0, height - h + 1))
            return left, top, left + w, top + h
    return 0, 0, width, height
