from __future__ import annotations

import math

import pytest
import torch

from ocellus_training.class_space import ClassSpace
from ocellus_training.encoder import PHOTO_WEIGHT, photo_vectors, query_vectors
from ocellus_training.query_weight import Parameters, QueryWeight
from ocellus_training.text_tower import WIDTH, load_tokenizer, tokenize
from ocellus_training.training import Towers


@pytest.fixture(scope="module")
def weigh(towers: Towers):
    weight = QueryWeight(towers.classes)
    tokenizer = load_tokenizer()

    def of(texts: list[str]) -> list[float]:
        ids, mask = map(torch.from_numpy, tokenize(tokenizer, texts))
        with torch.inference_mode():
            return weight(towers.text(ids, mask)[:, :WIDTH], mask)[:, 0].tolist()

    return of


def test_a_named_thing_leans_on_the_classes_and_a_scene_does_not(weigh) -> None:
    zebra, scene = weigh(["A zebra.", "Two men in orange vests talk on a bench by the river."])
    assert zebra > 1.2
    assert scene < 0.3


def test_the_same_words_weigh_the_same_in_any_batch(weigh) -> None:
    alone = weigh(["zebra"])[0]
    among = weigh(["zebra", "a long text, with many more words than the other one has"])[0]
    assert among == pytest.approx(alone, rel=1e-3)


def test_the_weight_by_hand() -> None:
    # One class along each of two axes; their mean is (1, 1) / 2, so that centred they are
    # opposites and a text equal to one of them has the similarity 1.
    weight = QueryWeight(ClassSpace(torch.eye(2)))
    mask = torch.tensor([[1, 1, 1, 1, 0]])
    # sigmoid(2.9 + 5.2 - 2.6 ln 4) = sigmoid(4.4956) = 0.98895; 0.2 * 7.5 ** 0.98895 = 1.4670
    actual = weight(torch.tensor([[3.0, 0.0]]), mask)
    torch.testing.assert_close(actual, torch.tensor([[1.4670]]), atol=1e-3, rtol=0)
    # Long and far: never less than the lowest, never more than the highest.
    far = weight(torch.tensor([[1.0, 1.001]]), torch.ones(1, 128, dtype=torch.long))
    assert Parameters().lowest <= far.item() < Parameters().highest


def test_a_querys_dot_products_rank_by_its_weighted_cosines() -> None:
    learned, semantic = torch.eye(3), torch.eye(3)
    photos = photo_vectors(learned[[0, 1]], semantic[[1, 0]])
    texts = query_vectors(learned[[0, 0]], semantic[[0, 0]], torch.tensor([[0.5], [2.0]]))
    scores = texts @ photos.T
    # Photo 0 has a = 1, b = 0; photo 1 has a = 0, b = 1: their scores are as 1 to w.
    torch.testing.assert_close(scores[:, 1] / scores[:, 0], torch.tensor([0.5, 2.0]))
    # Lengths before normalising: sqrt(1 + v) of a photo, sqrt(1 + w^2 / v) of a text.
    length = math.sqrt((1 + PHOTO_WEIGHT) * (1 + 0.5**2 / PHOTO_WEIGHT))
    assert scores[0, 0].item() == pytest.approx(1 / length)
    for vectors in (photos, texts):
        torch.testing.assert_close(vectors.norm(dim=1), torch.ones(2))
