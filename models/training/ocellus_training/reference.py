"""Reference vectors: what the graphs answer in Python, for parity tests of other runtimes.

    python -m ocellus_training.reference --model models/lite2-minilm-v2 \\
        --photos testdata/photos --captions testdata/captions.csv

Photos are decoded and resized by Pillow. How far the graphs are from the float encoder is another
question, which ``parity`` answers.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np
import onnxruntime as ort
import PIL

from ocellus_training.runtime import OnnxEncoder
from ocellus_training.text_tower import tokenize

DIGITS = 6
FILE_NAME = "reference_vectors.json"


def photo_entries(encoder: OnnxEncoder, folder: Path) -> list[dict]:
    """File name and vector of each photo directly in ``folder``, by name."""
    paths = sorted(p for p in folder.iterdir() if p.is_file())
    vectors = encoder.photos(paths)
    return [{"file": p.name, "vector": _rounded(v)} for p, v in zip(paths, vectors, strict=True)]


def text_entries(encoder: OnnxEncoder, captions: Path) -> list[dict]:
    """Each caption with its vector and the tokens that made it."""
    with captions.open(encoding="utf-8-sig", newline="") as rows:
        texts = [row["caption"] for row in csv.DictReader(rows)]
    return [
        {
            "text": text,
            "vector": _rounded(vector),
            "input_ids": tokenize(encoder.tokenizer, [text])[0][0].tolist(),
        }
        for text, vector in zip(texts, encoder.texts(texts), strict=True)
    ]


def _rounded(vector: np.ndarray) -> list[float]:
    return [float(f"{value:.{DIGITS}g}") for value in vector.tolist()]


def main() -> None:
    options = argparse.ArgumentParser(description="Write a model's reference vectors.")
    options.add_argument("--model", type=Path, required=True, help="model folder; the file goes there")
    options.add_argument("--photos", type=Path, required=True, help="folder of photos")
    options.add_argument("--captions", type=Path, required=True, help="CSV with a column caption")
    arguments = options.parse_args()

    encoder = OnnxEncoder(arguments.model)
    content = {
        "made_by": f"ocellus_training.reference, onnxruntime {ort.__version__}, Pillow {PIL.__version__}",
        "photos": photo_entries(encoder, arguments.photos),
        "texts": text_entries(encoder, arguments.captions),
    }
    out = arguments.model / FILE_NAME
    out.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(content['photos'])} photos, {len(content['texts'])} texts: {out}")


if __name__ == "__main__":
    main()
