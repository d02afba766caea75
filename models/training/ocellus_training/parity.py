"""What 8 bits cost and gain: a shipped model against the float encoder, on the dev split.

    python -m ocellus_training.parity --model models/lite2-minilm-v3 --data DIR

The float encoder is PyTorch's, from the weights in the cache of the build, and its float32 export.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
import torch

from ocellus_training.dataset import Split, load_split
from ocellus_training.encoder import ImageEncoder
from ocellus_training.learned import FILE_NAME, load_learned
from ocellus_training.model_folder import MODEL_NAME, write_model
from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.recall import retrieval, reverse_retrieval
from ocellus_training.runtime import OnnxEncoder
from ocellus_training.training import Towers, parser

QUERY = "two dogs play in the snow"
ROUNDS = 25
BATCH = 4


def main() -> None:
    options = parser("Loss and speed of a shipped model against its float encoder.")
    options.add_argument("--model", type=Path, required=True, help="model folder")
    options.add_argument("--count", type=int, help="only so many of the dev photos")
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)

    start = time.perf_counter()
    shipped = OnnxEncoder(arguments.model, arguments.threads)
    print(f"both sessions load in {time.perf_counter() - start:.2f} s (onnxruntime {ort.__version__})")
    towers = Towers()
    encoders = towers.encoders(load_learned(arguments.cache / FILE_NAME, towers.image))
    with tempfile.TemporaryDirectory() as folder:
        write_model(Path(folder), MODEL_NAME, *encoders, calibration=None)
        floating = OnnxEncoder(Path(folder), arguments.threads)

    split = load_split(arguments.data, "dev")
    split = split.subset(np.arange(len(split))[: arguments.count])
    _print_loss(split, shipped, floating)
    _print_photo_speed(split, shipped, floating, encoders[0])
    _print_query_speed(shipped, floating)


def _print_loss(split: Split, shipped: OnnxEncoder, floating: OnnxEncoder) -> None:
    paths = [split.path(photo) for photo in split.photos]
    captions = [caption for captions in split.captions for caption in captions]
    owner = np.repeat(np.arange(len(split)), [len(captions) for captions in split.captions])
    photos = [encoder.photos(paths) for encoder in (floating, shipped)]
    texts = [encoder.texts(captions) for encoder in (floating, shipped)]
    for what, (before, after) in (("photos", photos), ("texts", texts)):
        cosines = (before * after).sum(axis=1)
        print(f"{what}: cosine min {cosines.min():.4f}, mean {cosines.mean():.4f}")
    print("recall in percent: float32, shipped, difference in points")
    for what, recall in (("text to photo", retrieval), ("photo to text", reverse_retrieval)):
        before, after = (recall(t, p, owner) for t, p in zip(texts, photos, strict=True))
        for key in before:
            points = after[key] - before[key]
            print(f"{what} {key:5} {before[key]:5.1f} {after[key]:5.1f} {points:+5.1f}")


def _print_photo_speed(
    split: Split, shipped: OnnxEncoder, floating: OnnxEncoder, image: ImageEncoder
) -> None:
    """The same decoded photos, the three in turn, so that other work on the machine hits each."""
    opened = [squash(open_photo(split.path(photo))) for photo in split.photos[: BATCH * ROUNDS]]
    batches = [pixel_values(opened[i : i + BATCH]) for i in range(0, len(opened), BATCH)]

    def in_pytorch(batch: np.ndarray) -> None:
        with torch.inference_mode():
            image(torch.from_numpy(batch))

    medians = _medians(
        batches,
        lambda batch: shipped.vision.run(None, {"pixel_values": batch}),
        lambda batch: floating.vision.run(None, {"pixel_values": batch}),
        in_pytorch,
    )
    rates = [BATCH / median for median in medians]
    print("photos per second: shipped {:.1f}, float32 {:.1f}, PyTorch {:.1f}".format(*rates))
    print(f"shipped: {rates[0] / rates[1]:.2f} x float32, {rates[0] / rates[2]:.2f} x PyTorch")


def _print_query_speed(shipped: OnnxEncoder, floating: OnnxEncoder) -> None:
    queries = [QUERY] * ROUNDS
    medians = _medians(queries, shipped.text_vector, floating.text_vector)
    print("a query: shipped {:.1f} ms, float32 {:.1f} ms".format(*(1000 * m for m in medians)))


def _medians(inputs: list, *runs: Callable[[Any], object]) -> list[float]:
    """Median seconds of each of ``runs``, in turn on each input; the first round warms up."""
    spent: list[list[float]] = [[] for _ in runs]
    for value in [inputs[0], *inputs]:
        for run, times in zip(runs, spent, strict=True):
            start = time.perf_counter()
            run(value)
            times.append(time.perf_counter() - start)
    return [float(np.median(times[1:])) for times in spent]


if __name__ == "__main__":
    main()
