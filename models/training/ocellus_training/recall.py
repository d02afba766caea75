"""Recall@k of cross-modal retrieval, as the Flickr8k papers report it."""

from __future__ import annotations

import numpy as np

KS = (1, 5, 10)


def ranks(scores: np.ndarray, relevant: np.ndarray) -> np.ndarray:
    """Rank (0 = first) of each query's best relevant item.

    scores: [queries, items], higher is better. relevant: bool [queries, items].
    An item that ties with the relevant one counts as ranked before it, so that a constant
    score earns nothing.
    """
    if not relevant.any(axis=1).all():
        raise ValueError("a query has no relevant item")
    best = np.where(relevant, scores, -np.inf).max(axis=1, keepdims=True)
    return ((scores >= best) & ~relevant).sum(axis=1)


def recall_at(rank: np.ndarray, ks: tuple[int, ...] = KS) -> dict[str, float]:
    """Share of queries, in percent, whose relevant item is among the first k."""
    return {f"R@{k}": round(100.0 * float((rank < k).mean()), 1) for k in ks}


def retrieval(queries: np.ndarray, items: np.ndarray, owner: np.ndarray) -> dict[str, float]:
    """R@k of ``items`` [n, d] for ``queries`` [m, d]; ``owner[i]`` is query i's item."""
    relevant = owner[:, None] == np.arange(len(items))[None, :]
    return recall_at(ranks(queries @ items.T, relevant))


def reverse_retrieval(queries: np.ndarray, items: np.ndarray, owner: np.ndarray) -> dict[str, float]:
    """R@k of ``queries`` [m, d] for ``items`` [n, d]: an item is answered by any query it owns."""
    relevant = np.arange(len(items))[:, None] == owner[None, :]
    return recall_at(ranks(items @ queries.T, relevant))
