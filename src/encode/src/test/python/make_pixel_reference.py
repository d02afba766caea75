"""Writes what Transformers' image processors make of photos, before rescaling.

    python make_pixel_reference.py > ../resources/dev/ocellus/encode/preprocessed.json

The processors are CLIP's and SigLIP's Pillow ones, with the settings of several encoders of the
family, and each of Pillow's filters. Photos are testdata's, and computed pictures for sizes that
no photo there has: channel c of pixel (x, y) is (37 x + 91 y + 71 c + (x y) // 64) mod 256. Of
each result every eleventh pixel of every eleventh row is kept, red, green, blue, as base64.
"""

import base64
import json
import sys

import numpy as np
import tiny_model as tiny
from PIL import Image
from transformers import CLIPImageProcessorPil, SiglipImageProcessorPil

STEP = 11
PHOTOS = ["aqueduct.jpg", "djembe.jpg", "hopper.jpg", "astronaut.jpg", "camera.jpg", "chelsea.jpg"]
SIZES = [(3, 2), (1, 1), (17, 300), (2900, 1900), (224, 224)]


def clip(resample: int, size: int, crop: tuple[int, int] | None) -> dict:
    config = {
        "image_processor_type": "CLIPImageProcessor", "do_resize": True, "resample": resample,
        "size": {"shortest_edge": size}, "do_center_crop": crop is not None,
    }
    if crop is not None:
        config["crop_size"] = {"height": crop[0], "width": crop[1]}
    return config


def siglip(resample: int, height: int, width: int) -> dict:
    return {
        "image_processor_type": "SiglipImageProcessor", "do_resize": True, "resample": resample,
        "size": {"height": height, "width": width},
    }


CONFIGS = {
    "CLIP": clip(3, 224, (224, 224)),
    "MobileCLIP": clip(2, 256, (256, 256)),
    "crop larger than the photo": clip(3, 200, (224, 240)),
    "SigLIP": siglip(3, 224, 224),
    "SigLIP 2": siglip(2, 256, 256),
    "nearest": siglip(0, 224, 224),
    "Lanczos": siglip(1, 224, 160),
    "box": siglip(4, 224, 224),
    "Hamming": siglip(5, 224, 224),
}


def computed(width: int, height: int) -> Image.Image:
    y, x, c = np.mgrid[0:height, 0:width, 0:3]
    return Image.fromarray(((37 * x + 91 * y + 71 * c + x * y // 64) % 256).astype(np.uint8))


def main() -> None:
    off = {"do_rescale": False, "do_normalize": False}
    cases = []
    pictures = {name: tiny.photo(name) for name in PHOTOS}
    pictures |= {f"{width}x{height}": computed(width, height) for width, height in SIZES}
    for name, config in CONFIGS.items():
        kinds = {"CLIPImageProcessor": CLIPImageProcessorPil,
                 "SiglipImageProcessor": SiglipImageProcessorPil}
        processor = kinds[config["image_processor_type"]](**config, **off)
        for picture, pixels in pictures.items():
            levels = processor(pixels, return_tensors="np")["pixel_values"][0]
            assert levels.min() >= 0 and levels.max() <= 255
            grid = levels[:, ::STEP, ::STEP].astype(np.uint8).transpose(1, 2, 0)
            cases.append({
                "config": name, "picture": picture, "height": levels.shape[1],
                "width": levels.shape[2], "levels": base64.b64encode(grid.tobytes()).decode(),
            })
    json.dump({"step": STEP, "configs": {n: c | off for n, c in CONFIGS.items()}, "cases": cases},
              sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
