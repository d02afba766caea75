"""From the PyTorch encoders to onnx/vision_model.onnx and onnx/text_model.onnx."""

from __future__ import annotations

import io
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from torch import nn

from ocellus_training.caption_tower import CaptionTower
from ocellus_training.class_encoder import ClassImageEncoder, ClassTextEncoder
from ocellus_training.encoder import ImageEncoder, TextEncoder
from ocellus_training.image_tower import ImageTower
from ocellus_training.inner_outputs import expose_image, expose_text
from ocellus_training.photos import SIZE
from ocellus_training.quantization import quantize_image, quantize_text
from ocellus_training.storage import store_embedding_int8, store_half
from ocellus_training.text_tower import WIDTH

OPSET = 20  # the first with Gelu as one operator


def export_image_encoder(
    encoder: ImageEncoder | ClassImageEncoder, path: Path, calibration: np.ndarray | None
) -> None:
    """pixel_values float32 [batch, 3, 224, 224] -> image_embeds float32 [batch, dimension], and
    what ``expose_image`` names.

    calibration: pixel_values of the photos to quantize by; None writes a float32 graph.
    """
    pixels = torch.zeros(2, 3, SIZE, SIZE)
    model = _export(encoder, {"pixel_values": pixels}, ("image_embeds",), {0: "batch"})
    if calibration is not None:
        model = quantize_image(model, calibration)
        store_half(model)
    expose_image(model)
    _save(model, path)


class _BothOutputs(nn.Module):
    def __init__(self, tower: ImageTower) -> None:
        super().__init__()
        self.tower = tower

    def forward(self, pixel_values: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        activation, stages = self.tower.early(pixel_values)
        return activation, self.tower.late(activation, stages)


def export_image_tower(tower: ImageTower, path: Path) -> None:
    """pixel_values -> activation float32 [batch, 88, 14, 14], features float32 [batch, width],
    for feature extraction."""
    pixels = {"pixel_values": torch.zeros(2, 3, SIZE, SIZE)}
    outputs = ("activation", "features")
    _save(_export(_BothOutputs(tower), pixels, outputs, {0: "batch"}), path)


def export_text_encoder(
    encoder: TextEncoder | ClassTextEncoder, path: Path, quantized: bool
) -> None:
    """input_ids, attention_mask int64 [batch, sequence] -> text_embeds float32 [batch, dimension],
    and what ``expose_text`` names.

    A quantized graph is for batches of one text: see quantization.py.
    """
    ids = torch.ones(2, 8, dtype=torch.long)
    inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    model = _export(encoder, inputs, ("text_embeds",), {0: "batch", 1: "sequence"})
    if quantized:
        store_embedding_int8(model, rows=len(encoder.tower.words))
        model = quantize_text(model)
        store_half(model)
    expose_text(model)
    _save(model, path)


def export_caption_tower(
    tower: CaptionTower, outputs: tuple[str, ...], quantized: bool
) -> onnx.ModelProto:
    """states float32 [batch, sequence, 384], attention_mask -> the three of ``CaptionTower`` by the
    names ``outputs``."""
    states = torch.zeros(2, 8, WIDTH)
    inputs = {"states": states, "attention_mask": torch.ones(2, 8, dtype=torch.long)}
    model = _export(tower, inputs, outputs, {0: "batch", 1: "sequence"})
    if quantized:
        model = quantize_text(model)
        store_half(model)
    return model


def _export(
    module: nn.Module, inputs: dict[str, torch.Tensor], outputs: tuple[str, ...], axes: dict[int, str]
) -> onnx.ModelProto:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), torch.inference_mode():
        # The tracing exporter is deprecated but still writes the smaller, plainer graph.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            buffer,
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={**dict.fromkeys(inputs, axes), **dict.fromkeys(outputs, {0: "batch"})},
        )
    return _simplified(buffer.getvalue())


def _simplified(graph: bytes) -> onnx.ModelProto:
    """ONNX Runtime's basic level: constants folded, padding merged into convolutions. What it
    writes is still plain ONNX, with no operator of its own."""
    with tempfile.TemporaryDirectory() as folder:
        options = ort.SessionOptions()
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = str(Path(folder) / "simplified.onnx")
        ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        return onnx.load(options.optimized_model_filepath)


def _save(model: onnx.ModelProto, path: Path) -> None:
    model.producer_name = "ocellus_training"
    model.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
