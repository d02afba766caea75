"""Trains the two projection heads so that a photo and its captions meet (InfoNCE).

van den Oord et al., "Representation Learning with Contrastive Predictive Coding", 2018, in the
symmetric form of CLIP (Radford et al., 2021): in a batch of photos, one caption each, a photo
must pick its caption among all captions, and a caption its photo among all photos.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from tqdm import tqdm

from ocellus_training.heads import ProjectionHead, head_for


@dataclass(frozen=True)
class Recipe:
    """What was chosen on photos held out of the train split, with frozen towers."""

    dimension: int = 512
    passes: int = 40  # over the photos; each pass draws one caption and one view of each
    batch: int = 512
    learning_rate: float = 1e-3
    weight_decay: float = 0.05
    temperature: float = 0.05  # where it starts; it is learned
    warm_up: float = 0.1  # share of the steps


@dataclass(frozen=True)
class Pairs:
    """Tower outputs of photos and their captions.

    photos: [views, photos, n]. captions: [all captions, m]. first, count: int [photos], where a
    photo's captions begin and how many there are. rows: int [photos], their places in the split.
    """

    photos: Tensor
    captions: Tensor
    first: np.ndarray
    count: np.ndarray
    rows: np.ndarray

    def subset(self, indices: np.ndarray) -> "Pairs":
        """The photos at ``indices`` with their captions."""
        return Pairs(
            self.photos[:, torch.from_numpy(indices)],
            self.captions,
            self.first[indices],
            self.count[indices],
            self.rows[indices],
        )

    def caption_rows(self) -> np.ndarray:
        """Rows of ``captions`` that belong to these photos, photo by photo."""
        spans = zip(self.first, self.count, strict=True)
        return np.concatenate([np.arange(first, first + count) for first, count in spans])


def train_heads(
    pairs: Pairs, seed: int, recipe: Recipe = Recipe(), title: str = "heads"
) -> tuple[ProjectionHead, ProjectionHead]:
    """Image head and text head, in evaluation mode. The same seed gives the same heads."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    image_head = head_for(pairs.photos[0].float(), recipe.dimension)
    text_head = head_for(pairs.captions[torch.from_numpy(pairs.caption_rows())], recipe.dimension)
    scale = nn.Parameter(torch.tensor(-math.log(recipe.temperature)))
    weights = [*image_head.parameters(), *text_head.parameters()]
    groups = [
        {"params": weights, "weight_decay": recipe.weight_decay},
        {"params": [scale], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=recipe.learning_rate, fused=True)
    photos = pairs.photos.shape[1]
    batch = min(recipe.batch, photos)
    steps = recipe.passes * (photos // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, recipe.learning_rate, total_steps=steps + 1, pct_start=recipe.warm_up
    )
    with tqdm(total=steps, desc=title, unit="step") as progress:
        for _ in range(recipe.passes):
            order = rng.permutation(photos)
            for start in range(0, photos - batch + 1, batch):
                seen, read = _draw(pairs, order[start : start + batch], rng)
                loss = info_nce(image_head(seen), text_head(read), scale.exp())
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                schedule.step()
                progress.update()
            progress.set_postfix(loss=f"{loss.item():.3f}")
    return image_head.eval().requires_grad_(False), text_head.eval().requires_grad_(False)


def info_nce(images: Tensor, texts: Tensor, scale: Tensor, smoothing: float = 0.0) -> Tensor:
    """Mean cross-entropy of both directions; unit vectors [batch, n], row i belongs to row i.

    smoothing: share of the target that is spread over all rows (Szegedy et al., 2016).
    """
    logits = scale * images @ texts.T
    target = torch.arange(len(logits))
    there = cross_entropy(logits, target, label_smoothing=smoothing)
    return (there + cross_entropy(logits.T, target, label_smoothing=smoothing)) / 2


def _draw(pairs: Pairs, photos: np.ndarray, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    views = rng.integers(0, len(pairs.photos), len(photos))
    captions = pairs.first[photos] + rng.integers(0, pairs.count[photos])
    seen = pairs.photos[torch.from_numpy(views), torch.from_numpy(photos)].float()
    return seen, pairs.captions[torch.from_numpy(captions)]
