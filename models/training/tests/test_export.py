"""The exported graphs answer nearly as the float PyTorch encoders do."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest
import torch
from onnx import TensorProto

from ocellus_training.caption_outputs import write_caption_tower
from ocellus_training.caption_tower import SHARED_LAYERS, CaptionTower
from ocellus_training.encoder import ImageEncoder, TextEncoder
from ocellus_training.heads import head_for
from ocellus_training.image_tower import CHANNELS
from ocellus_training.inner_outputs import POOLED, SENTENCE, TOKENS
from ocellus_training.late_interaction import LateInteractionHead
from ocellus_training.learned import Learned
from ocellus_training.model_folder import DIMENSION, MODEL_NAME, TEXT_GRAPH, write_model
from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.runtime import OnnxEncoder, session
from ocellus_training.text_tower import LAYERS, WIDTH, load_tokenizer, tokenize
from ocellus_training.token_outputs import VECTORS, WEIGHTS
from ocellus_training.training import Towers

PHOTOS = Path(__file__).parents[3] / "testdata" / "photos"
TEXTS = ["A giraffe.", "two dogs run along a beach", "x", "Words " * 300]
MEBIBYTE = 2**20
TUNED = LAYERS - SHARED_LAYERS


@pytest.fixture(scope="module")
def encoders(towers: Towers) -> tuple[ImageEncoder, TextEncoder]:
    """The real towers with untrained heads: export must not depend on what was learned."""
    torch.manual_seed(3)
    image_head = head_for(torch.rand(64, towers.image.width), 512).eval()
    text_head = head_for(torch.randn(64, towers.text.width), 512).eval()
    learned = Learned(towers.image.late, image_head.reading_twice().eval(), text_head)
    return towers.encoders(learned)


@pytest.fixture(scope="module")
def captions(towers: Towers) -> CaptionTower:
    """Tuned by nobody, but told from MiniLM's own layers by a little noise."""
    torch.manual_seed(4)
    captions = CaptionTower(towers.text, LateInteractionHead(16)).eval().requires_grad_(False)
    for parameter in captions.layers.parameters():
        if parameter.ndim > 1:
            parameter.add_(0.2 * parameter.std() * torch.randn_like(parameter))
    return captions


@pytest.fixture(scope="module")
def folder(
    encoders: tuple[ImageEncoder, TextEncoder],
    captions: CaptionTower,
    pixels: np.ndarray,
    tmp_path_factory,
) -> Path:
    folder = tmp_path_factory.mktemp("model")
    write_model(folder, MODEL_NAME, *encoders, pixels, captions=captions)
    return folder


@torch.inference_mode()
def test_texts_as_in_pytorch(encoders: tuple[ImageEncoder, TextEncoder], folder: Path) -> None:
    actual = OnnxEncoder(folder).texts(TEXTS)
    tokenizer = load_tokenizer()
    for text, vector in zip(TEXTS, actual, strict=True):
        expected = encoders[1](*map(torch.from_numpy, tokenize(tokenizer, [text])))[0].numpy()
        assert vector @ expected >= 0.96
    np.testing.assert_allclose(np.linalg.norm(actual, axis=1), 1.0, atol=1e-5)


@torch.inference_mode()
def test_photos_as_in_pytorch(
    encoders: tuple[ImageEncoder, TextEncoder], folder: Path
) -> None:
    paths = sorted(PHOTOS.glob("*.jpg"))[20:23]
    actual = OnnxEncoder(folder).photos(paths)
    pixels = torch.from_numpy(pixel_values([squash(open_photo(path)) for path in paths]))
    expected = encoders[0](pixels).numpy()
    assert actual.shape == (3, DIMENSION)
    assert ((actual * expected).sum(axis=1) >= 0.95).all()
    np.testing.assert_allclose(np.linalg.norm(actual, axis=1), 1.0, atol=1e-5)


@torch.inference_mode()
def test_token_embeddings_are_those_of_minilm(
    encoders: tuple[ImageEncoder, TextEncoder], folder: Path
) -> None:
    graph = OnnxEncoder(folder).text
    tokenizer = load_tokenizer()
    tower = encoders[1].tower
    for text in TEXTS:
        ids, mask = tokenize(tokenizer, [text])
        tokens = graph.run([TOKENS], {"input_ids": ids, "attention_mask": mask})[0]
        assert tokens.shape == (1, ids.shape[1], WIDTH)
        mean = tokens[0].mean(axis=0)
        published = tower(torch.from_numpy(ids), torch.from_numpy(mask))[0, :WIDTH].numpy()
        lengths = np.linalg.norm(mean) * np.linalg.norm(published)
        assert mean @ published / lengths >= 0.98


@torch.inference_mode()
def test_one_run_of_the_text_graph_gives_the_caption_tower_and_the_joint_vector(
    encoders: tuple[ImageEncoder, TextEncoder], captions: CaptionTower, folder: Path
) -> None:
    graph = OnnxEncoder(folder).text
    tower = encoders[1].tower
    for text in TEXTS:
        ids, mask = tokenize(load_tokenizer(), [text])
        inputs = {"input_ids": ids, "attention_mask": mask}
        outputs = ["text_embeds", SENTENCE, VECTORS, WEIGHTS]
        joint, *actual = graph.run(outputs, inputs)
        assert joint.shape == (1, DIMENSION)
        ids, mask = torch.from_numpy(ids), torch.from_numpy(mask)
        sentence, vectors, weights = captions(tower.states(ids, mask, SHARED_LAYERS), mask)
        assert actual[0] @ sentence[0].numpy() >= 0.97
        assert (actual[1] * vectors.numpy()).sum(axis=-1).mean() >= 0.95
        np.testing.assert_allclose(actual[2], weights, atol=0.2)
        np.testing.assert_allclose(np.linalg.norm(actual[0], axis=1), 1.0, atol=1e-5)
        np.testing.assert_allclose(np.linalg.norm(actual[1], axis=2), 1.0, atol=1e-5)


@torch.inference_mode()
def test_another_caption_tower_takes_the_place_of_the_first(
    towers: Towers, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "text_model.onnx"
    shutil.copyfile(folder / TEXT_GRAPH, path)
    before = onnx.load(path)
    torch.manual_seed(5)
    other = CaptionTower(towers.text, LateInteractionHead(24)).eval()
    write_caption_tower(path, other, quantized=True)
    after = onnx.load(path)
    assert [o.name for o in after.graph.output] == [o.name for o in before.graph.output]
    assert len(after.graph.node) == len(before.graph.node)
    ids, mask = tokenize(load_tokenizer(), TEXTS[:1])
    inputs = {"input_ids": ids, "attention_mask": mask}
    joint, vectors = session(path, 1).run(["text_embeds", VECTORS], inputs)
    np.testing.assert_array_equal(joint, OnnxEncoder(folder).texts(TEXTS[:1]))
    assert vectors.shape == (1, ids.shape[1], 24)


@torch.inference_mode()
def test_the_image_graph_gives_the_pooled_features_of_efficientnet(
    encoders: tuple[ImageEncoder, TextEncoder], folder: Path
) -> None:
    pixels = pixel_values([squash(open_photo(p)) for p in sorted(PHOTOS.glob("*.jpg"))[20:23]])
    pooled = OnnxEncoder(folder).vision.run([POOLED], {"pixel_values": pixels})[0]
    expected = encoders[0].tower(torch.from_numpy(pixels))[:, :CHANNELS].numpy()
    assert pooled.shape == (3, CHANNELS)
    lengths = np.linalg.norm(pooled, axis=1) * np.linalg.norm(expected, axis=1)
    assert ((pooled * expected).sum(axis=1) / lengths >= 0.95).all()


def test_a_text_has_the_same_vector_alone_and_in_a_list(folder: Path) -> None:
    encoder = OnnxEncoder(folder)
    alone = encoder.texts([TEXTS[0]])
    among = encoder.texts(TEXTS)[:1]
    np.testing.assert_array_equal(alone, among)


def test_a_photo_has_nearly_the_same_vector_alone_and_in_a_list(folder: Path) -> None:
    encoder = OnnxEncoder(folder)
    paths = sorted(PHOTOS.glob("*.jpg"))[20:23]
    np.testing.assert_allclose(encoder.photos(paths[:1])[0], encoder.photos(paths)[0], atol=1e-5)


def test_layers_and_convolutions_are_computed_in_8_bits(folder: Path) -> None:
    def operators(path: Path) -> list[str]:
        return [node.op_type for node in onnx.load(path).graph.node]

    assert operators(folder / "onnx" / "text_model.onnx").count("MatMulInteger") == 4 * (LAYERS + TUNED) - 1
    vision = onnx.load(folder / "onnx" / "vision_model.onnx").graph
    dequantized = {n.output[0] for n in vision.node if n.op_type == "DequantizeLinear"}
    convolutions = [node for node in vision.node if node.op_type == "Conv"]
    assert not dequantized.intersection(convolutions[0].input)
    assert all(dequantized.issuperset(node.input) for node in convolutions[1:])


def test_weights_have_7_bits_so_that_no_processor_overflows(folder: Path) -> None:
    for path in (folder / "onnx").iterdir():
        graph = onnx.load(path).graph
        gathered = {node.input[0] for node in graph.node if node.op_type == "Gather"}
        for tensor in graph.initializer:
            if tensor.data_type == TensorProto.INT8 and tensor.name not in gathered:
                assert np.abs(onnx.numpy_helper.to_array(tensor).astype(int)).max() <= 64


@torch.inference_mode()
def test_float32_graphs_answer_as_pytorch_does(
    encoders: tuple[ImageEncoder, TextEncoder], tmp_path: Path
) -> None:
    """What differs more in the shipped graphs is the 8 bits alone."""
    write_model(tmp_path, MODEL_NAME, *encoders, calibration=None)
    onnx_encoder = OnnxEncoder(tmp_path)
    tokenizer = load_tokenizer()
    for text, vector in zip(TEXTS, onnx_encoder.texts(TEXTS), strict=True):
        expected = encoders[1](*map(torch.from_numpy, tokenize(tokenizer, [text])))[0].numpy()
        assert vector @ expected >= 0.99999
    paths = sorted(PHOTOS.glob("*.jpg"))[20:23]
    pixels = torch.from_numpy(pixel_values([squash(open_photo(path)) for path in paths]))
    photos = onnx_encoder.photos(paths)
    assert ((photos * encoders[0](pixels).numpy()).sum(axis=1) >= 0.99999).all()
    for path in (tmp_path / "onnx").iterdir():
        types = {tensor.data_type for tensor in onnx.load(path).graph.initializer}
        assert not types & {TensorProto.INT8, TensorProto.UINT8, TensorProto.FLOAT16}


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
