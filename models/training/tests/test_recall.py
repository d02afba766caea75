from __future__ import annotations

import numpy as np
import pytest

from ocellus_training.recall import ranks, recall_at, retrieval, reverse_retrieval


def test_rank_counts_the_items_before_the_relevant_one() -> None:
    scores = np.array([[0.1, 0.9, 0.5], [0.7, 0.2, 0.3]])
    relevant = np.array([[False, False, True], [True, False, False]])
    assert ranks(scores, relevant).tolist() == [1, 0]


def test_a_tie_counts_against_the_relevant_item() -> None:
    assert ranks(np.zeros((1, 3)), np.array([[True, False, False]])).tolist() == [2]


def test_a_query_without_a_relevant_item_is_refused() -> None:
    with pytest.raises(ValueError, match="no relevant item"):
        ranks(np.zeros((1, 2)), np.zeros((1, 2), dtype=bool))


def test_recall_is_the_share_of_queries_in_percent() -> None:
    assert recall_at(np.array([0, 1, 4, 9])) == {"R@1": 25.0, "R@5": 75.0, "R@10": 100.0}


def test_both_directions() -> None:
    # Two photos along the axes; two captions each. The third caption points to the wrong photo.
    photos = np.eye(2)
    captions = np.array([[1.0, 0.1], [0.9, 0.2], [0.95, 0.0], [0.0, 1.0]])
    owner = np.array([0, 0, 1, 1])
    assert retrieval(captions, photos, owner)["R@1"] == 75.0
    assert reverse_retrieval(captions, photos, owner)["R@1"] == 100.0
