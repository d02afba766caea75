"""The encoder of the class-semantic space alone, as built and exported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from ocellus_training.build_classes import MODEL_NAME
from ocellus_training.class_encoder import ClassImageEncoder, ClassTextEncoder
from ocellus_training.model_folder import write_model
from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.runtime import OnnxEncoder
from ocellus_training.text_tower import text_vectors
from ocellus_training.training import Towers

PHOTOS = Path(__file__).parents[3] / "testdata" / "photos"


@pytest.fixture(scope="module")
def image(towers: Towers) -> ClassImageEncoder:
    return ClassImageEncoder(towers.image, towers.classes)


@pytest.fixture(scope="module")
def onnx(
    towers: Towers, image: ClassImageEncoder, pixels: np.ndarray, tmp_path_factory
) -> OnnxEncoder:
    folder = tmp_path_factory.mktemp("model")
    text = ClassTextEncoder(towers.text, towers.classes)
    write_model(folder, MODEL_NAME, image, text, pixels, learned_dimension=0)
    return OnnxEncoder(folder)


@torch.inference_mode()
def test_photos_as_in_pytorch(onnx: OnnxEncoder, image: ClassImageEncoder) -> None:
    paths = sorted(PHOTOS.glob("*.jpg"))[:3]
    pixels = torch.from_numpy(pixel_values([squash(open_photo(path)) for path in paths]))
    actual = onnx.photos(paths)
    assert actual.shape == (3, 384)
    assert ((actual * image(pixels).numpy()).sum(axis=1) >= 0.9).all()


def test_texts_are_as_alike_as_minilm_finds_them(onnx: OnnxEncoder, towers: Towers) -> None:
    texts = ["a dog runs", "a puppy is running", "stock prices fell"]
    actual = onnx.texts(texts)
    np.testing.assert_allclose(np.linalg.norm(actual, axis=1), 1.0, atol=1e-5)
    raw = text_vectors(towers.text, texts)
    for vectors in (actual, raw / np.linalg.norm(raw, axis=1, keepdims=True)):
        similarity = vectors @ vectors.T
        assert similarity[0, 1] > 0.5 > 0.2 > similarity[0, 2]
