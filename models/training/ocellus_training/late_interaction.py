"""Token vectors for late interaction (ColBERT: Khattab and Zaharia, 2020), with learned weights.

Two texts are compared token by token. The recall of a query by a document is the mean, weighted by
the query's tokens, of each token's greatest cosine with any token of the document (MaxSim):

    R(q, d) = sum_i w_i max_j (q_i . d_j) / sum_i w_i

A linear map makes the vectors out of MiniLM's last hidden states; a small network makes the
weights, by which "the" counts less than "snowboarder".
"""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize, softplus

from ocellus_training.text_tower import WIDTH

DIMENSION = 64
WEIGHT_UNITS = 32


class LateInteractionHead(nn.Module):
    """Hidden states [..., 384] -> unit vectors [..., dimension], weights [...] above 0."""

    def __init__(self, dimension: int = DIMENSION) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, dimension, bias=False)
        nn.init.orthogonal_(self.project.weight)
        self.weigh = nn.Sequential(
            nn.Linear(WIDTH, WEIGHT_UNITS), nn.GELU(), nn.Linear(WEIGHT_UNITS, 1)
        )

    @property
    def dimension(self) -> int:
        return self.project.out_features

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        return normalize(self.project(states), dim=-1), softplus(self.weigh(states)).squeeze(-1)


def principal_head(states: Tensor, dimension: int = DIMENSION) -> LateInteractionHead:
    """A head that learned nothing: the principal directions of ``states`` [tokens, 384] about the
    origin, which keep their cosines best; every weight is 1."""
    head = LateInteractionHead(dimension)
    directions = torch.linalg.eigh(states.double().T @ states.double()).eigenvectors
    with torch.no_grad():
        head.project.weight.copy_(directions.flip(1)[:, :dimension].T)
        head.weigh[-1].weight.zero_()
        head.weigh[-1].bias.fill_(math.log(math.e - 1))  # softplus gives 1
    return head.eval().requires_grad_(False)


def recall_by_tokens(
    vectors: Tensor, weights: Tensor, other: Tensor, other_mask: Tensor, owner: np.ndarray
) -> Tensor:
    """R of each query by each photo [queries, photos], over the tokens of all the photo's texts.

    vectors: of the queries' tokens, [queries, tokens, dimension]. weights: [queries, tokens], 0 for
    padding. other, other_mask: vectors of the texts' tokens and which of them there are. owner: int
    [texts], the photo of each text.
    """
    queries, length, dimension = vectors.shape
    cosines = vectors.reshape(-1, dimension) @ other.reshape(-1, dimension).T
    cosines = cosines.reshape(queries * length, len(other), -1).masked_fill(~other_mask, -1.0)
    best = torch.full((queries * length, int(owner.max()) + 1), -1.0)
    index = torch.from_numpy(owner).expand(queries * length, -1)
    best = best.scatter_reduce(1, index, cosines.amax(dim=2), "amax", include_self=False)
    best = best.reshape(queries, length, -1)
    return (weights[..., None] * best).sum(dim=1) / weights.sum(dim=1, keepdim=True)
