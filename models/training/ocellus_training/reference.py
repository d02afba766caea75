"""Reference vectors: what the float PyTorch encoder answers, for parity tests of other runtimes.

    python -m ocellus_training.reference --photos testdata/photos --captions testdata/captions.csv \\
        --out models/lite2-minilm-v1/reference_vectors.json

The encoder is the unexported one: frozen towers from their packages, heads from the cache of the build.
Photos are decoded and resized by Pillow.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import PIL
import torch

from ocellus_training.encoder import ImageEncoder, TextEncoder
from ocellus_training.learned import FILE_NAME, load_learned
from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.text_tower import load_tokenizer, tokenize
from ocellus_training.training import Towers, default_cache

DIGITS = 6


@torch.inference_mode()
def photo_entries(encoder: ImageEncoder, folder: Path) -> list[dict]:
    """File name and vector of each photo directly in ``folder``, by name."""
    entries = []
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        pixels = torch.from_numpy(pixel_values([squash(open_photo(path))]))
        entries.append({"file": path.name, "vector": _rounded(encoder(pixels)[0])})
    return entries


@torch.inference_mode()
def text_entries(encoder: TextEncoder, captions: Path) -> list[dict]:
    """Each caption with its vector and the tokens that made it."""
    tokenizer = load_tokenizer()
    with captions.open(encoding="utf-8-sig", newline="") as rows:
        texts = [row["caption"] for row in csv.DictReader(rows)]
    entries = []
    for text in texts:
        ids, mask = tokenize(tokenizer, [text])
        vector = encoder(torch.from_numpy(ids), torch.from_numpy(mask))[0]
        entries.append({"text": text, "vector": _rounded(vector), "input_ids": ids[0].tolist()})
    return entries


def _rounded(vector: torch.Tensor) -> list[float]:
    return [float(f"{value:.{DIGITS}g}") for value in vector.tolist()]


def main() -> None:
    options = argparse.ArgumentParser(description="Write reference vectors of the float encoder.")
    options.add_argument("--photos", type=Path, required=True, help="folder of photos")
    options.add_argument("--captions", type=Path, required=True, help="CSV with a column caption")
    options.add_argument("--out", type=Path, required=True, help="JSON file to write")
    options.add_argument("--cache", type=Path, default=default_cache(), help="the build's cache")
    arguments = options.parse_args()

    towers = Towers()
    image, text = towers.encoders(load_learned(arguments.cache / FILE_NAME, towers.image))
    made_by = f"ocellus_training.reference, torch {torch.__version__}, Pillow {PIL.__version__}"
    content = {
        "made_by": made_by,
        "photos": photo_entries(image, arguments.photos),
        "texts": text_entries(text, arguments.captions),
    }
    arguments.out.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(content['photos'])} photos, {len(content['texts'])} texts: {arguments.out}")


if __name__ == "__main__":
    main()
