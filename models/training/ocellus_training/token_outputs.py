"""The late-interaction head at the end of a text graph, as two further outputs.

They are computed in every run: ONNX Runtime runs a whole graph, whatever outputs are asked for. The
head stays in float32: it weighs 0.15 MB.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

from ocellus_training.inner_outputs import TOKENS
from ocellus_training.late_interaction import LateInteractionHead

VECTORS = "token_vectors"
WEIGHTS = "token_weights"
PREFIX = "/late_interaction/"


def add_late_interaction(model: onnx.ModelProto, head: LateInteractionHead) -> None:
    """Adds to a text graph that has token_embeddings, in place, over a head that is there already:

    token_vectors [batch, sequence, dimension], of unit length; token_weights [batch, sequence],
    above 0.
    """
    graph = model.graph
    if TOKENS not in (output.name for output in graph.output):
        raise ValueError(f"the graph has no output {TOKENS}")
    _remove(graph)
    hidden, last = head.weigh[0], head.weigh[2]
    constants = {
        "project": head.project.weight.T,
        "hidden_weight": hidden.weight.T,
        "hidden_bias": hidden.bias,
        "last_weight": last.weight.T,
        "last_bias": last.bias,
    }
    for name, tensor in constants.items():
        values = np.ascontiguousarray(tensor.detach().numpy())
        graph.initializer.append(numpy_helper.from_array(values, PREFIX + name))
    # The least length keeps a zero vector zero, as torch.nn.functional.normalize does.
    graph.initializer.append(numpy_helper.from_array(np.float32(1e-12), PREFIX + "least"))
    graph.initializer.append(numpy_helper.from_array(np.array([-1], np.int64), PREFIX + "axis"))
    graph.node.extend(
        [
            _node("MatMul", [TOKENS, "/project"], "projected"),
            _node("ReduceL2", ["/projected", "/axis"], "length"),
            _node("Max", ["/length", "/least"], "divisor"),
            _node("Div", ["/projected", "/divisor"], VECTORS),
            _node("MatMul", [TOKENS, "/hidden_weight"], "hidden_product"),
            _node("Add", ["/hidden_product", "/hidden_bias"], "hidden_sum"),
            _node("Gelu", ["/hidden_sum"], "hidden"),
            _node("MatMul", ["/hidden", "/last_weight"], "last_product"),
            _node("Add", ["/last_product", "/last_bias"], "logit"),
            _node("Softplus", ["/logit"], "weight"),
            _node("Squeeze", ["/weight", "/axis"], WEIGHTS),
        ]
    )
    for name, shape in (
        (VECTORS, ["batch", "sequence", head.dimension]),
        (WEIGHTS, ["batch", "sequence"]),
    ):
        graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))


def write_late_interaction(path: Path, head: LateInteractionHead) -> None:
    """The same for a graph's file."""
    model = onnx.load(path)
    add_late_interaction(model, head)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(path))


def _node(operator: str, inputs: list[str], output: str) -> NodeProto:
    own = [PREFIX + name[1:] if name.startswith("/") else name for name in inputs]
    name = output if output in (VECTORS, WEIGHTS) else PREFIX + output
    return helper.make_node(operator, own, [name], f"{PREFIX}{operator}_{output}")


def _remove(graph: onnx.GraphProto) -> None:
    for part in (graph.node, graph.initializer):
        for entry in [entry for entry in part if entry.name.startswith(PREFIX)]:
            part.remove(entry)
    for output in [output for output in graph.output if output.name in (VECTORS, WEIGHTS)]:
        graph.output.remove(output)
