"""The late-interaction head: what the graph makes of it, how it is measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

from ocellus_training.inner_outputs import TOKENS
from ocellus_training.late_interaction import (
    LateInteractionHead,
    principal_head,
    recall_by_tokens,
)
from ocellus_training.late_recall import TokenVectors, late_recall
from ocellus_training.text_tower import WIDTH
from ocellus_training.token_outputs import VECTORS, WEIGHTS, add_late_interaction

torch.set_num_threads(1)


def test_recall_by_hand() -> None:
    """Padding must count on neither side."""
    query = torch.tensor([[[1.0, 0], [0, 1], [1, 0]]])
    weights = torch.tensor([[3.0, 1, 0]])
    # Photo 0 has two texts, photo 1 one; their last tokens are padding.
    texts = torch.tensor([[[0.6, 0.8], [1, 0]], [[0, 1.0], [1, 0]], [[0.8, 0.6], [1, 0]]])
    text_mask = torch.tensor([[True, False]] * 3)
    actual = recall_by_tokens(query, weights, texts, text_mask, np.array([0, 0, 1]))
    # Photo 0: (3 max(0.6, 0) + 1 max(0.8, 1)) / 4; photo 1: (3 * 0.8 + 0.6) / 4.
    torch.testing.assert_close(actual, torch.tensor([[0.7, 0.75]]))


def test_principal_directions_keep_cosines_and_weigh_all_alike() -> None:
    generator = torch.Generator().manual_seed(7)
    # All within 8 dimensions: 8 directions lose nothing.
    states = torch.randn(50, 8, generator=generator) @ torch.randn(8, WIDTH, generator=generator)
    vectors, weights = principal_head(states, 8)(states)
    units = torch.nn.functional.normalize(states, dim=1)
    torch.testing.assert_close(vectors @ vectors.T, units @ units.T, atol=1e-4, rtol=0)
    torch.testing.assert_close(weights, torch.ones(50))


@torch.inference_mode()
def test_the_graph_answers_as_the_head_and_takes_another_in_its_place() -> None:
    info = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "sequence", WIDTH])
        for name in ("states", TOKENS)
    ]
    copy = helper.make_node("Identity", ["states"], [TOKENS], "copy")
    graph = helper.make_graph([copy], "states", info[:1], info[1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)])
    states = torch.randn(2, 3, WIDTH, generator=torch.Generator().manual_seed(8))
    states[1, 2] = 0
    for seed, dimension in ((9, 16), (10, 24)):
        torch.manual_seed(seed)
        head = LateInteractionHead(dimension)
        add_late_interaction(model, head)
        onnx.checker.check_model(model, full_check=True)
        assert [output.name for output in model.graph.output] == [TOKENS, VECTORS, WEIGHTS]
        actual = ReferenceEvaluator(model).run([VECTORS, WEIGHTS], {"states": states.numpy()})
        for expected, given in zip(head(states), actual, strict=True):
            torch.testing.assert_close(torch.from_numpy(given), expected, atol=1e-5, rtol=1e-5)


def test_retrieval_by_hand() -> None:
    x, y = np.eye(2)
    items = [np.array([x]), np.array([y, y]), np.array([x, y])]
    queries = [np.array([x, y]), np.array([x])]
    weights = [np.array([1.0, 3.0]), np.array([2.0])]
    # Query 0: 1, 3 and 4 of 4, its own is item 1: second. Query 1: items 0 and 2 tie: second.
    recall = late_recall(queries, weights, items, np.array([1, 0]))
    assert recall == {"R@1": 0, "R@5": 100, "R@10": 100}


def test_tokens_are_stored_in_bytes() -> None:
    tokens = TokenVectors.__new__(TokenVectors)
    tokens.vectors = [np.array([[0.6, 0.8], [0, 1]]), np.array([[0.5, -0.5]])]
    stored = tokens.in_bytes()
    # 0.6 * 127 = 76.2, 0.8 * 127 = 101.6, 0.5 * 127 = 63.5, rounded to even.
    np.testing.assert_allclose(stored[0] * 127, [[76, 102], [0, 127]])
    np.testing.assert_allclose(stored[1] * 127, [[64, -64]])
