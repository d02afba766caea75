"""The caption tower in a text graph: three outputs beside the joint embedding.

They are computed in every run: ONNX Runtime runs a whole graph, whatever outputs are asked for.
"""

from __future__ import annotations

from pathlib import Path

import onnx
from onnx import TensorProto, helper

from ocellus_training.caption_tower import SHARED_LAYERS, CaptionTower
from ocellus_training.export import export_caption_tower
from ocellus_training.inner_outputs import SENTENCE
from ocellus_training.text_tower import WIDTH
from ocellus_training.token_outputs import PREFIX as HEAD
from ocellus_training.token_outputs import VECTORS, WEIGHTS

PREFIX = "/captions"
SHARED_NORM = f"/tower/layers.{SHARED_LAYERS - 1}/output_norm/LayerNormalization"
UNTUNED = "/minilm/sentence"


def add_caption_tower(model: onnx.ModelProto, tower: CaptionTower, quantized: bool) -> None:
    """Adds to a text graph, in place, over a caption tower that is there already:

    sentence_embedding [batch, 384], unit length, in place of MiniLM's own; token_vectors [batch,
    sequence, dimension], unit length; token_weights [batch, sequence], above 0.
    """
    graph = model.graph
    _remove(graph)
    shared = [node for node in graph.node if node.name == SHARED_NORM]
    if len(shared) != 1:
        raise ValueError(f"{SHARED_NORM}: expected one node, found {len(shared)}")
    _rename(graph, {SENTENCE: UNTUNED})
    branch = export_caption_tower(tower, (SENTENCE, VECTORS, WEIGHTS), quantized).graph
    shapes = {
        SENTENCE: ["batch", WIDTH],
        VECTORS: ["batch", "sequence", tower.head.dimension],
        WEIGHTS: ["batch", "sequence"],
    }
    own = {name: name for name in (*shapes, "attention_mask", "")}
    own["states"] = shared[0].output[0]
    for tensor in branch.initializer:
        own[tensor.name] = f"{PREFIX}/{tensor.name.lstrip('/')}"
        tensor.name = own[tensor.name]
    for node in branch.node:
        node.name = f"{PREFIX}/{node.name.lstrip('/')}"
        for names in (node.input, node.output):
            for i, name in enumerate(names):
                names[i] = own.setdefault(name, f"{PREFIX}/{name.lstrip('/')}")
    graph.initializer.extend(branch.initializer)
    graph.node.extend(branch.node)
    for name, shape in shapes.items():
        graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))


def write_caption_tower(path: Path, tower: CaptionTower, quantized: bool) -> None:
    """The same for a graph's file."""
    model = onnx.load(path)
    add_caption_tower(model, tower, quantized)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(path))


def _remove(graph: onnx.GraphProto) -> None:
    """A late-interaction head or a caption tower, and every output that either gave."""
    for part in (graph.node, graph.initializer):
        for entry in [e for e in part if e.name.startswith((f"{PREFIX}/", HEAD))]:
            part.remove(entry)
    gone = (SENTENCE, VECTORS, WEIGHTS)
    for output in [output for output in graph.output if output.name in gone]:
        graph.output.remove(output)


def _rename(graph: onnx.GraphProto, names: dict[str, str]) -> None:
    for node in graph.node:
        for tensors in (node.input, node.output):
            for i, name in enumerate(tensors):
                tensors[i] = names.get(name, name)
