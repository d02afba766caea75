"""Reference vectors: what the graphs answer in Python, for parity tests of other runtimes.

    python -m ocellus_training.reference --model models/lite2-minilm-v3 \\
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

from ocellus_training.inner_outputs import POOLED, SENTENCE, TOKENS
from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.runtime import OnnxEncoder
from ocellus_training.text_tower import tokenize
from ocellus_training.token_outputs import VECTORS, WEIGHTS

DIGITS = 6
FILE_NAME = "reference_vectors.json"
INNER_PHOTOS = 3
# Word pieces, punctuation within a word, an accent, a character beyond 16 bits, capitals.
INNER_TEXTS = (
    "Snowboarders don't frown.",
    "A na\u00efve \U0001f436 at the Caf\u00e9, cross-legged",
)


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


def inner_entries(encoder: OnnxEncoder, photos: list[dict], folder: Path) -> dict:
    """What the graphs give besides joint vectors, of some texts and the first photos."""
    pixels = [pixel_values([squash(open_photo(folder / p["file"]))]) for p in photos[:INNER_PHOTOS]]
    pooled = [encoder.vision.run([POOLED], {"pixel_values": p})[0][0] for p in pixels]
    return {
        "texts": [_inner_text(encoder, text) for text in INNER_TEXTS],
        "photos": [
            {"file": p["file"], "pooled": _rounded(vector)}
            for p, vector in zip(photos, pooled, strict=False)
        ],
    }


def _inner_text(encoder: OnnxEncoder, text: str) -> dict:
    """Sentence vector and, for each token of the text, [start, end, word], its state, and its vector
    and weight for late interaction; start and end count the characters of UTF-16, as Java does."""
    ids, mask = tokenize(encoder.tokenizer, [text])
    inputs = {"input_ids": ids, "attention_mask": mask}
    outputs = [SENTENCE, TOKENS, VECTORS, WEIGHTS]
    sentence, tokens, vectors, weights = encoder.text.run(outputs, inputs)
    encoding = encoder.tokenizer.encode(text)
    own = [i for i, word in enumerate(encoding.word_ids) if word is not None]
    return {
        "text": text,
        "sentence": _rounded(sentence[0]),
        "spans": [
            [_utf16(text, offset) for offset in encoding.offsets[i]] + [encoding.word_ids[i]]
            for i in own
        ],
        "tokens": [_rounded(tokens[0, i]) for i in own],
        "vectors": [_rounded(vectors[0, i]) for i in own],
        "weights": _rounded(weights[0, own]),
    }


def _utf16(text: str, offset: int) -> int:
    return len(text[:offset].encode("utf-16-le")) // 2


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
    content["inner"] = inner_entries(encoder, content["photos"], arguments.photos)
    out = arguments.model / FILE_NAME
    out.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(content['photos'])} photos, {len(content['texts'])} texts: {out}")


if __name__ == "__main__":
    main()
