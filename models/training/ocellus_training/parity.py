"""How far the shipped graphs' vectors are from those of the float PyTorch encoder.

    python -m ocellus_training.parity --model models/lite2-minilm-v2 --data DIR
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch

from ocellus_training.dataset import load_split
from ocellus_training.learned import FILE_NAME, load_learned
from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.runtime import OnnxEncoder
from ocellus_training.text_tower import load_tokenizer, tokenize
from ocellus_training.training import Towers, parser

QUERY = "two dogs play in the snow"


def main() -> None:
    options = parser("Cosine of ONNX and PyTorch vectors on the dev split, and speed.")
    options.add_argument("--model", type=Path, required=True, help="model folder")
    options.add_argument("--count", type=int, default=200, help="photos and captions to compare")
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)

    split = load_split(arguments.data, "dev")
    start = time.perf_counter()
    OnnxEncoder(arguments.model, arguments.threads)
    print(f"both sessions load in {time.perf_counter() - start:.2f} s (onnxruntime {ort.__version__})")
    encoder = OnnxEncoder(arguments.model, arguments.threads)
    towers = Towers()
    image, text = towers.encoders(load_learned(arguments.cache / FILE_NAME, towers.image))

    paths = [split.path(photo) for photo in split.photos[: arguments.count]]
    captions = [captions[0] for captions in split.captions[: arguments.count]]
    tokenizer = load_tokenizer()
    with torch.inference_mode():
        photos = [image(torch.from_numpy(pixel_values([squash(open_photo(p))]))) for p in paths]
        texts = [text(*map(torch.from_numpy, tokenize(tokenizer, [c]))) for c in captions]
    _print_cosines("photos", encoder.photos(paths), torch.cat(photos).numpy())
    _print_cosines("texts", encoder.texts(captions), torch.cat(texts).numpy())
    _print_latency(encoder)


def _print_cosines(what: str, shipped: np.ndarray, floating: np.ndarray) -> None:
    cosines = (shipped * floating).sum(axis=1)
    print(f"{what}: cosine min {cosines.min():.6f}, mean {cosines.mean():.6f}")


def _print_latency(encoder: OnnxEncoder, runs: int = 100) -> None:
    ids, mask = tokenize(encoder.tokenizer, [QUERY])
    spent = []
    for _ in range(runs):
        start = time.perf_counter()
        encoder.text.run(None, {"input_ids": ids, "attention_mask": mask})
        spent.append(time.perf_counter() - start)
    print(f"a query of {ids.shape[1]} tokens: median {1000 * np.median(spent):.1f} ms")


if __name__ == "__main__":
    main()
