"""The exported graphs answer as the float PyTorch encoders do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest
import torch
from onnx import TensorProto
from PIL import Image

from ocellus_training.encoder import ImageEncoder, TextEncoder
from ocellus_training.heads import head_for
from ocellus_training.learned import Learned
from ocellus_training.model_folder import DIMENSION, MODEL_NAME, write_model
from ocellus_training.photos import pixel_values, squash
from ocellus_training.runtime import OnnxEncoder
from ocellus_training.text_tower import load_tokenizer, tokenize
from ocellus_training.training import Towers

TEXTS = ["A giraffe.", "two dogs run along a beach", "x", "Words " * 300]
MEBIBYTE = 2**20


@pytest.fixture(scope="module")
def encoders(towers: Towers) -> tuple[ImageEncoder, TextEncoder]:
    """The real towers with untrained heads: export must not depend on what was learned."""
    torch.manual_seed(3)
    image_head = head_for(torch.rand(64, towers.image.width), 512).eval()
    text_head = head_for(torch.randn(64, towers.text.width), 512).eval()
    learned = Learned(towers.image.late, image_head.reading_twice().eval(), text_head)
    return towers.encoders(learned)


@pytest.fixture(scope="module")
def folder(encoders: tuple[ImageEncoder, TextEncoder], tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    write_model(folder, MODEL_NAME, *encoders)
    return folder


def noise_photos() -> list[Image.Image]:
    rng = np.random.default_rng(5)
    shapes = [(224, 224), (300, 200), (64, 500)]
    return [Image.fromarray(rng.integers(0, 256, (*s, 3), dtype=np.uint8)) for s in shapes]


@torch.inference_mode()
def test_texts_as_in_pytorch(encoders: tuple[ImageEncoder, TextEncoder], folder: Path) -> None:
    actual = OnnxEncoder(folder).texts(TEXTS)
    tokenizer = load_tokenizer()
    for text, vector in zip(TEXTS, actual, strict=True):
        expected = encoders[1](*map(torch.from_numpy, tokenize(tokenizer, [text])))[0].numpy()
        assert vector @ expected >= 0.999
    np.testing.assert_allclose(np.linalg.norm(actual, axis=1), 1.0, atol=1e-5)


@torch.inference_mode()
def test_photos_as_in_pytorch(
    encoders: tuple[ImageEncoder, TextEncoder], folder: Path, tmp_path: Path
) -> None:
    paths = []
    for i, photo in enumerate(noise_photos()):
        paths.append(tmp_path / f"{i}.png")
        photo.save(paths[-1])
    actual = OnnxEncoder(folder).photos(paths)
    pixels = torch.from_numpy(pixel_values([squash(photo) for photo in noise_photos()]))
    expected = encoders[0](pixels).numpy()
    assert actual.shape == (3, DIMENSION)
    assert ((actual * expected).sum(axis=1) >= 0.999).all()
    np.testing.assert_allclose(np.linalg.norm(actual, axis=1), 1.0, atol=1e-5)


def test_a_vector_does_not_depend_on_the_batch_around_it(folder: Path) -> None:
    encoder = OnnxEncoder(folder)
    alone = encoder.texts([TEXTS[0]])
    among = encoder.texts(TEXTS)[:1]
    np.testing.assert_allclose(alone, among, atol=1e-5)


def test_both_graphs_fit_into_60_megabytes(folder: Path) -> None:
    size = sum(path.stat().st_size for path in (folder / "onnx").iterdir())
    assert size <= 60 * MEBIBYTE


@pytest.mark.parametrize("graph", ["vision_model", "text_model"])
def test_short_weights_are_expanded_at_load_not_at_run(folder: Path, graph: str, tmp_path) -> None:
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(tmp_path / "loaded.onnx")
    path = folder / "onnx" / f"{graph}.onnx"
    ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    loaded = onnx.load(options.optimized_model_filepath)
    stored = {tensor.data_type for tensor in onnx.load(path).graph.initializer}
    assert TensorProto.FLOAT16 in stored
    assert all(tensor.data_type != TensorProto.FLOAT16 for tensor in loaded.graph.initializer)


def test_graphs_use_no_operator_outside_onnx(folder: Path) -> None:
    for path in (folder / "onnx").iterdir():
        model = onnx.load(path)
        assert all(node.domain in ("", "ai.onnx") for node in model.graph.node)
        assert [o.version for o in model.opset_import if o.domain in ("", "ai.onnx")] == [20]


def test_sums_name_every_file(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert {line.split("  ")[1] for line in lines} == files - {"SHA256SUMS"}
