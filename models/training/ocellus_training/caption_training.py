"""Training of the caption tower: a caption shall find the others of its photo (InfoNCE)."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from tqdm import tqdm

from ocellus_training.caption_tower import CaptionTower
from ocellus_training.checkpoint import load_checkpoint, save_checkpoint
from ocellus_training.late_interaction import DIMENSION, LateInteractionHead, recall_by_tokens
from ocellus_training.text_tower import TextTower
from ocellus_training.token_states import TokenStates

PART = 100  # steps between checkpoints


@dataclass(frozen=True)
class Recipe:
    """What EXPERIMENTS.md compares with others."""

    dimension: int = DIMENSION
    passes: int = 3  # over the captions, each as a query
    photos: int = 96  # of a batch
    tokens: int = 24  # of a caption, [CLS] and [SEP] among them: longer ones are cut, in training only
    documents: tuple[int, ...] = (1, 1, 2)  # captions of one photo together; one of these
    dropout: float = 0.1
    tuned_share: float = 0.85  # of the layers' weights; the rest are the published ones
    learning_rate: float = 1e-4  # of the layers
    head_learning_rate: float = 2e-3
    weight_decay: float = 0.01
    warm_up: float = 0.05  # share of the steps
    sentence_loss: float = 0.5  # beside 1 for late interaction
    scale: float = 20.0  # inverse temperature, where it starts; it is learned
    scale_learning_rate: float = 1e-2


def train_caption_tower(
    tower: TextTower,
    states: TokenStates,
    captions: np.ndarray,
    seed: int,
    recipe: Recipe = Recipe(),
    checkpoint: Path | None = None,
) -> CaptionTower:
    """The tuned tower, in evaluation mode.

    states: of all captions, photo by photo, behind the shared layers. captions: int [photos], how
    many each photo has, at least 2. A query is one caption; a document is the tokens of one or more
    others of a photo, as an index has them. The same seed gives the same tower on one thread. With
    ``checkpoint`` a run that was stopped goes on after its last hundred steps.
    """
    if captions.min() < 2:
        raise ValueError(f"photo {captions.argmin()} has no second caption")
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    batch = min(recipe.photos, len(captions))
    steps = recipe.passes * len(states) // batch
    run = _Run(tower, steps, recipe)
    key = repr((asdict(recipe), seed, captions.tolist(), len(states)))
    done = PART * load_checkpoint(checkpoint, run, rng, key)
    first = np.cumsum(captions) - captions
    with tqdm(total=steps, initial=done, desc="caption tower", unit="step") as progress:
        for step in range(done, steps):
            photos = rng.choice(len(captions), batch, replace=False)
            queries, documents, owner = draw(first[photos], captions[photos], recipe.documents, rng)
            read = states.padded(np.concatenate([queries, documents]), recipe.tokens)
            loss = _loss(run.tuned, *read, owner, run.log_scale.exp(), recipe.sentence_loss)
            run.step(loss)
            progress.update()
            if step % 20 == 0:
                progress.set_postfix(loss=f"{loss.item():.3f}")
            if (step + 1) % PART == 0:
                save_checkpoint(checkpoint, run, rng, (step + 1) // PART, key)
    run.tuned.eval().requires_grad_(False)
    _average(run.tuned, tower, recipe.tuned_share)
    return run.tuned


class _Run:
    """Tower, optimiser and schedule of one training."""

    def __init__(self, tower: TextTower, steps: int, recipe: Recipe) -> None:
        self.tuned = CaptionTower(tower, LateInteractionHead(recipe.dimension))
        self.tuned.requires_grad_(True).train()
        for layer in self.tuned.layers:
            layer.dropout = recipe.dropout
        self.log_scale = nn.Parameter(torch.tensor(math.log(recipe.scale)))
        self.optimizer = torch.optim.AdamW(
            [
                {"params": self.tuned.layers.parameters(), "lr": recipe.learning_rate},
                {"params": self.tuned.head.parameters(), "lr": recipe.head_learning_rate},
                {"params": [self.log_scale], "lr": recipe.scale_learning_rate, "weight_decay": 0.0},
            ],
            weight_decay=recipe.weight_decay,
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: _rate((step + 1) / (steps + 1), recipe.warm_up)
        )

    def step(self, loss: Tensor) -> None:
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.tuned.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()

    def state(self) -> dict:
        return {
            "tuned": self.tuned.state_dict(),
            "scale": self.log_scale.data,
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
        }

    def restore(self, state: dict) -> None:
        self.tuned.load_state_dict(state["tuned"])
        self.log_scale.data.copy_(state["scale"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])


def _average(tuned: CaptionTower, tower: TextTower, share: float) -> None:
    """Takes the layers back a part of the way to the published ones, in weights (WiSE-FT; Wortsman
    et al. 2022): they lose little of what they learned and regain what they forgot."""
    published = CaptionTower(tower, tuned.head).layers
    for new, old in zip(tuned.layers.parameters(), published.parameters(), strict=True):
        new.lerp_(old, 1.0 - share)


def draw(
    first: np.ndarray, count: np.ndarray, sizes: tuple[int, ...], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A query and some other captions of each photo, and the photo of each of the latter."""
    orders = [start + rng.permutation(n) for start, n in zip(first, count, strict=True)]
    documents = [order[1 : 1 + rng.choice(sizes)] for order in orders]
    owner = np.repeat(np.arange(len(orders)), [len(document) for document in documents])
    return np.array([order[0] for order in orders]), np.concatenate(documents), owner


def _rate(share: float, warm_up: float) -> float:
    """Rises over the warm-up, and falls in a line to 0 at the end."""
    return min(1.0, share / warm_up) * (1.0 - share)


def _loss(
    tower: CaptionTower,
    states: Tensor,
    mask: Tensor,
    owner: np.ndarray,
    scale: Tensor,
    sentence_weight: float,
) -> Tensor:
    """Of texts of which the first are the queries, one a photo, and the others the documents."""
    queries = int(owner.max()) + 1
    sentences, vectors, weights = tower(states, mask)
    inner = _inner(mask)
    recall = recall_by_tokens(
        vectors[:queries], weights[:queries] * inner[:queries], vectors[queries:], inner[queries:], owner
    )
    leading = sentences[queries:][np.searchsorted(owner, np.arange(queries))]
    by_sentence = sentences[:queries] @ leading.T
    return _both_ways(scale * recall) + sentence_weight * _both_ways(scale * by_sentence)


def _inner(mask: Tensor) -> Tensor:
    """``mask`` without the first and the last token of each text, [CLS] and [SEP]."""
    inner = mask.clone()
    inner[:, 0] = False
    inner[torch.arange(len(mask)), mask.sum(dim=1) - 1] = False
    return inner


def _both_ways(logits: Tensor) -> Tensor:
    target = torch.arange(len(logits))
    return (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2
