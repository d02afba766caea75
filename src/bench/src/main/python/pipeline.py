"""Photos to unit vectors by Pillow and onnxruntime, as one would write it for speed in Python.

    python pipeline.py MODEL PHOTOS THREADS BATCH

Each thread decodes and encodes batches by itself, with a graph on one computing thread: Pillow and
onnxruntime release the interpreter's lock. Prints photos a second, the graph's loading included,
the interpreter's start and imports not.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image


class Preprocessor:
    """What the model's preprocessor_config.json says, for exact sizes and shortest edges."""

    def __init__(self, config: dict):
        self.size = config["size"]
        self.crop = config["crop_size"] if config.get("do_center_crop") else None
        self.resample = Image.Resampling(config["resample"])
        mean, std = (np.array(config[k], dtype=np.float32) for k in ("image_mean", "image_std"))
        self.factor = np.float32(config["rescale_factor"]) / std
        self.shift = mean / std

    def __call__(self, path: Path) -> np.ndarray:
        with Image.open(path) as photo:
            photo = photo.convert("RGB")
        width, height = photo.size
        if "shortest_edge" in self.size:
            edge = self.size["shortest_edge"]
            longer = int(edge * max(width, height) / min(width, height))
            size = (edge, longer) if width <= height else (longer, edge)
        else:
            size = (self.size["width"], self.size["height"])
        photo = photo.resize(size, self.resample)
        if self.crop:
            left = (photo.width - self.crop["width"]) // 2
            top = (photo.height - self.crop["height"]) // 2
            photo = photo.crop((left, top, left + self.crop["width"], top + self.crop["height"]))
        return (np.asarray(photo) * self.factor - self.shift).transpose(2, 0, 1)


def main() -> None:
    model, photos, threads, batch = Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:])
    start = time.perf_counter()
    preprocess = Preprocessor(json.loads((model / "preprocessor_config.json").read_text()))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    graph = onnxruntime.InferenceSession(
        str(model / "onnx" / "vision_model.onnx"), options, providers=["CPUExecutionProvider"]
    )

    def encode(paths: list[Path]) -> np.ndarray:
        pixels = np.stack([preprocess(path) for path in paths])
        # As few photos at once as Ocellus hands to the graph: the fastest on these processors.
        parts = [pixels[i : i + 4] for i in range(0, len(pixels), 4)]
        vectors = np.concatenate(
            [graph.run(["image_embeds"], {"pixel_values": part})[0] for part in parts]
        )
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    paths = sorted(photos.iterdir())
    with ThreadPoolExecutor(threads) as pool:
        batches = [paths[i : i + batch] for i in range(0, len(paths), batch)]
        vectors = np.concatenate(list(pool.map(encode, batches)))
    assert len(vectors) == len(paths)
    print(len(paths) / (time.perf_counter() - start))


if __name__ == "__main__":
    main()
