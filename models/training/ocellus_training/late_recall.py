"""Recall of texts by texts with late interaction, from a finished text graph."""

from __future__ import annotations

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer
from tqdm import tqdm

from ocellus_training.inner_outputs import SENTENCE, TOKENS
from ocellus_training.recall import recall_at
from ocellus_training.text_tower import tokenize
from ocellus_training.token_outputs import VECTORS, WEIGHTS

BYTE = 127


class TokenVectors:
    """Vectors, weights and raw states of the tokens of ``texts``, [CLS] and [SEP] left out, and the
    texts' sentence vectors, float32 [texts, 384]."""

    def __init__(self, graph: ort.InferenceSession, tokenizer: Tokenizer, texts: list[str]) -> None:
        self.vectors, self.weights, self.states = [], [], []
        sentences = []
        for text in tqdm(texts, desc="tokens", unit="text"):
            ids, mask = tokenize(tokenizer, [text])
            inputs = {"input_ids": ids, "attention_mask": mask}
            outputs = [SENTENCE, VECTORS, WEIGHTS, TOKENS]
            sentence, vectors, weights, states = graph.run(outputs, inputs)
            sentences.append(sentence[0])
            self.vectors.append(vectors[0, 1:-1])
            self.weights.append(weights[0, 1:-1])
            self.states.append(states[0, 1:-1] / np.linalg.norm(states[0, 1:-1], axis=1, keepdims=True))
        self.sentences = np.stack(sentences)

    def in_bytes(self) -> list[np.ndarray]:
        """The vectors as an index stores them: in bytes, and back."""
        return [np.rint(vectors * BYTE) / BYTE for vectors in self.vectors]


def late_recall(
    queries: list[np.ndarray],
    weights: list[np.ndarray],
    items: list[np.ndarray],
    owner: np.ndarray,
) -> dict[str, float]:
    """R@k of the items by R(q, d) of ``late_interaction``; ``owner[i]`` is query i's item."""
    tokens = np.concatenate(items).astype(np.float32)
    starts = np.cumsum([0, *map(len, items[:-1])])
    rank = np.empty(len(queries), dtype=int)
    for i, (query, weight) in enumerate(zip(queries, weights, strict=True)):
        scores = weight @ np.maximum.reduceat(query @ tokens.T, starts, axis=1)
        # As in recall.ranks, what ties with the right item is ranked before it.
        rank[i] = (scores >= scores[owner[i]]).sum() - 1
    return recall_at(rank)
