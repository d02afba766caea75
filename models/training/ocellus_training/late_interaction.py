"""Token vectors for late interaction (ColBERT: Khattab and Zaharia, 2020), with learned weights.

Two texts are compared token by token. The recall of a query by a document is the mean, weighted by
the query's tokens, of each token's greatest cosine with any token of the document (MaxSim):

    R(q, d) = sum_i w_i max_j (q_i . d_j) / sum_i w_i

A linear map makes the vectors out of MiniLM's last hidden states; a small network makes the
weights, by which "the" counts less than "snowboarder".
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize, softplus
from tqdm import tqdm

from ocellus_training.text_tower import WIDTH
from ocellus_training.token_states import TokenStates

DIMENSION = 64
WEIGHT_UNITS = 32


@dataclass(frozen=True)
class Recipe:
    """What EXPERIMENTS.md compares with others."""

    dimension: int = DIMENSION
    passes: int = 3  # over the captions, each as a query
    photos: int = 96  # of a batch
    tokens: int = 24  # of a caption: longer ones are cut, in training only
    documents: tuple[int, ...] = (1, 1, 2, 4)  # captions of one photo together; one of these
    learning_rate: float = 2e-3
    weight_decay: float = 0.01
    scale: float = 20.0  # inverse temperature, where it starts; it is learned
    scale_learning_rate: float = 1e-2


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


def train_late_interaction(
    states: TokenStates, captions: np.ndarray, seed: int, recipe: Recipe = Recipe()
) -> LateInteractionHead:
    """A head, in evaluation mode, by which a caption finds the others of its photo (InfoNCE).

    states: of all captions, photo by photo. captions: int [photos], how many each photo has, at
    least 2. A query is one caption; a document is the tokens of one or more others of a photo, as an
    index has them. The same seed gives the same head on one thread.
    """
    if captions.min() < 2:
        raise ValueError(f"photo {captions.argmin()} has no second caption")
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    head = LateInteractionHead(recipe.dimension)
    log_scale = nn.Parameter(torch.tensor(math.log(recipe.scale)))
    groups = [
        {"params": list(head.parameters()), "weight_decay": recipe.weight_decay},
        {"params": [log_scale], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups)
    batch = min(recipe.photos, len(captions))
    steps = recipe.passes * len(states) // batch
    rates = [recipe.learning_rate, recipe.scale_learning_rate]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps + 1)
    first = np.cumsum(captions) - captions
    with tqdm(total=steps, desc="late interaction", unit="step") as progress:
        for step in range(steps):
            photos = rng.choice(len(captions), batch, replace=False)
            queries, documents, owner = _draw(first[photos], captions[photos], recipe.documents, rng)
            read = states.padded(queries, recipe.tokens)
            recall = _recall(head, *read, *states.padded(documents, recipe.tokens), owner)
            logits = log_scale.exp() * recall
            target = torch.arange(batch)
            loss = (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            progress.update()
            if step % 20 == 0:
                progress.set_postfix(loss=f"{loss.item():.3f}")
    return head.eval().requires_grad_(False)


def _draw(
    first: np.ndarray, count: np.ndarray, sizes: tuple[int, ...], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A query and some other captions of each photo, and the photo of each of the latter."""
    orders = [start + rng.permutation(n) for start, n in zip(first, count, strict=True)]
    documents = [order[1 : 1 + rng.choice(sizes)] for order in orders]
    owner = np.repeat(np.arange(len(orders)), [len(document) for document in documents])
    return np.array([order[0] for order in orders]), np.concatenate(documents), owner


def _recall(
    head: LateInteractionHead,
    query: Tensor,
    query_mask: Tensor,
    text: Tensor,
    text_mask: Tensor,
    owner: np.ndarray,
) -> Tensor:
    """R of each query by each photo [queries, photos], over the tokens of all the photo's texts."""
    vectors, weights = head(query)
    other, _ = head(text)
    queries, length, dimension = vectors.shape
    cosines = vectors.reshape(-1, dimension) @ other.reshape(-1, dimension).T
    cosines = cosines.reshape(queries * length, len(text), -1).masked_fill(~text_mask, -1.0)
    best = torch.full((queries * length, int(owner.max()) + 1), -1.0)
    index = torch.from_numpy(owner).expand(queries * length, -1)
    best = best.scatter_reduce(1, index, cosines.amax(dim=2), "amax", include_self=False)
    weights = weights * query_mask
    best = best.reshape(queries, length, -1)
    return (weights[..., None] * best).sum(dim=1) / weights.sum(dim=1, keepdim=True)
