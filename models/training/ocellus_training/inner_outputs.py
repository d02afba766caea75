"""What the graphs compute on the way, as further named outputs.

Nothing is computed for them: tensors that there are get the names, and a caller asks for those he
wants. A text's one run so gives the joint embedding, the sentence vector and the token vectors.
Quantization leaves all three as they come, in float32, behind the 8-bit matrices and convolutions.
"""

from __future__ import annotations

import onnx
from onnx import NodeProto, TensorProto, helper

from ocellus_training.image_tower import CHANNELS
from ocellus_training.text_tower import LAYERS, WIDTH

TOKENS = "token_embeddings"
SENTENCE = "sentence_embedding"
POOLED = "pooled_features"

LAST_NORM = f"/tower/layers.{LAYERS - 1}/output_norm/LayerNormalization"
SELECTIONS = frozenset({"Gather", "Concat", "Slice"})


def expose_text(model: onnx.ModelProto) -> None:
    """Adds to a text graph, in place:

    token_embeddings [batch, sequence, 384]: MiniLM's last layer, one vector a token;
    sentence_embedding [batch, 384]: their mean over the mask, of unit length, which is the vector
    that all-MiniLM-L6-v2 was published for.
    """
    graph = model.graph
    tokens = _one([node for node in graph.node if node.name == LAST_NORM], LAST_NORM)
    mean = _one(_readers(graph, tokens, {"MatMul"}), "mean of the token vectors")
    unit = _one(_behind_selections(graph, mean), "unit vector of the mean")
    _name(graph, unit.output[0], SENTENCE, ["batch", WIDTH])
    _name(graph, tokens.output[0], TOKENS, ["batch", "sequence", WIDTH])


def expose_image(model: onnx.ModelProto) -> None:
    """Adds to an image graph, in place:

    pooled_features [batch, 1280]: what the classifier of the untuned EfficientNet reads.
    """
    graph = model.graph
    frozen = [node for node in graph.node if node.name.endswith("/late/Concat")]
    first = _one(frozen, "features of the untuned blocks").input[0]
    pooled = _one([node for node in graph.node if first in node.output], first)
    if pooled.op_type not in ("ReduceMean", "GlobalAveragePool"):
        raise ValueError(f"{pooled.name}: expected an average, found {pooled.op_type}")
    _name(graph, first, POOLED, ["batch", CHANNELS])


def _behind_selections(graph: onnx.GraphProto, start: NodeProto) -> list[NodeProto]:
    """The divisions that read what ``start`` gave, perhaps with other numbers beside it."""
    found: list[NodeProto] = []
    open_nodes = [start]
    while open_nodes:
        node = open_nodes.pop()
        found += _readers(graph, node, {"Div"})
        open_nodes += _readers(graph, node, SELECTIONS)
    return found


def _readers(
    graph: onnx.GraphProto, node: NodeProto, operators: set[str] | frozenset[str]
) -> list[NodeProto]:
    """Nodes of these operators that read an output of ``node``."""
    outputs = set(node.output)
    return [n for n in graph.node if n.op_type in operators and outputs.intersection(n.input)]


def _one(nodes: list[NodeProto], what: str) -> NodeProto:
    if len(nodes) != 1:
        raise ValueError(f"{what}: expected one node, found {[node.name for node in nodes]}")
    return nodes[0]


def _name(graph: onnx.GraphProto, tensor: str, name: str, shape: list[str | int]) -> None:
    for node in graph.node:
        for names in (node.input, node.output):
            for i, old in enumerate(names):
                if old == tensor:
                    names[i] = name
    for i, info in enumerate(graph.value_info):
        if info.name == tensor:
            del graph.value_info[i]
            break
    graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
