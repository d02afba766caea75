"""Smaller ONNX files at the same arithmetic, for what quantization.py leaves in float32.

Matrices and convolutions become float16 initializers followed by a Cast to float32; the runtime
folds these casts when it loads the graph. The word embeddings become int8 rows with one float32
scale a row, multiplied back after the Gather, so that only the rows of a query are ever expanded.
"""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# Smaller initializers (biases, norms, constants) stay as they are: they weigh nothing.
MIN_ELEMENTS = 4096


def store_half(model: onnx.ModelProto) -> None:
    """Stores every large float32 initializer of ``model`` as float16, in place."""
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < MIN_ELEMENTS:
            continue
        values = numpy_helper.to_array(tensor)
        if np.abs(values).max() > np.finfo(np.float16).max:
            raise ValueError(f"{tensor.name}: a weight does not fit into float16")
        name = tensor.name
        half = f"{name}_f16"
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), half))
        casts.append(helper.make_node("Cast", [half], [name], f"{name}_cast", to=TensorProto.FLOAT))
    for position, cast in enumerate(casts):
        graph.node.insert(position, cast)


def store_embedding_int8(model: onnx.ModelProto, rows: int) -> None:
    """Replaces the Gather from the table of ``rows`` rows by an int8 Gather and a scale."""
    graph = model.graph
    table = next(t for t in graph.initializer if list(t.dims)[:1] == [rows])
    position, gather = next((i, n) for i, n in enumerate(graph.node) if table.name in n.input)
    if gather.op_type != "Gather":
        raise ValueError(f"{table.name}: expected a Gather, found {gather.op_type}")
    values = numpy_helper.to_array(table)
    scale = np.abs(values).max(axis=1, keepdims=True).astype(np.float32) / 127.0
    scale[scale == 0] = 1.0
    codes = np.rint(values / scale).astype(np.int8)

    name, ids, out = table.name, gather.input[1], gather.output[0]
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(codes, f"{name}_i8"))
    graph.initializer.append(numpy_helper.from_array(scale, f"{name}_scale"))
    graph.node.remove(gather)
    dequantise = [
        helper.make_node("Gather", [f"{name}_i8", ids], [f"{out}_i8"], f"{name}_gather_i8"),
        helper.make_node("Gather", [f"{name}_scale", ids], [f"{out}_scale"], f"{name}_gather_scale"),
        helper.make_node(
            "Cast", [f"{out}_i8"], [f"{out}_codes"], f"{name}_cast_codes", to=TensorProto.FLOAT
        ),
        helper.make_node("Mul", [f"{out}_codes", f"{out}_scale"], [out], f"{name}_dequantise"),
    ]
    for offset, node in enumerate(dequantise):
        graph.node.insert(position + offset, node)

