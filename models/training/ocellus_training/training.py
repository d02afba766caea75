"""What build and validate share: features of the train split, training, encoders."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ocellus_training import fine_tuning
from ocellus_training.class_space import ClassSpace, class_vectors
from ocellus_training.contrastive import Pairs, train_heads
from ocellus_training.dataset import Split, load_split
from ocellus_training.encoder import ImageEncoder, TextEncoder
from ocellus_training.features import FeatureCache
from ocellus_training.image_tower import ImageTower
from ocellus_training.learned import Learned
from ocellus_training.text_tower import TextTower

VIEWS = 6
SEED = 20


def parser(description: str) -> argparse.ArgumentParser:
    """The options that every training command has."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--data", type=Path, required=True, help="folder in the Flickr8k layout")
    options.add_argument("--cache", type=Path, default=default_cache(), help="features are kept here")
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--threads", type=int, default=2)
    return options


def default_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "ocellus-training"


class Towers:
    """The two frozen towers and the class-semantic space that they span."""

    def __init__(self) -> None:
        self.image = ImageTower()
        self.text = TextTower()
        self.classes = ClassSpace(class_vectors(self.text))

    def encoders(self, learned: Learned) -> tuple[ImageEncoder, TextEncoder]:
        image = ImageEncoder(self.image, learned.late, learned.image_head, self.classes)
        return image, TextEncoder(self.text, learned.text_head, self.classes)


@dataclass(frozen=True)
class TrainingSet:
    """Photos, captions and what the frozen towers make of them."""

    split: Split
    pairs: Pairs
    activations: list[np.ndarray]

    def subset(self, indices: np.ndarray) -> "TrainingSet":
        return TrainingSet(self.split.subset(indices), self.pairs.subset(indices), self.activations)


def training_set(data: Path, cache: Path, towers: Towers, seed: int, threads: int) -> TrainingSet:
    """The train split and its features; no other split is read."""
    split = load_split(data, "train")
    features = FeatureCache(cache, split, threads)
    views = features.photo_views(towers.image, VIEWS, seed)
    captions = torch.from_numpy(features.caption_features(towers.text))
    count = np.array([len(texts) for texts in split.captions])
    first = np.cumsum(count) - count
    photos = torch.from_numpy(views.features)
    pairs = Pairs(photos, captions, first, count, np.arange(len(split)))
    return TrainingSet(split, pairs, views.activations)


def learn(
    examples: TrainingSet,
    towers: Towers,
    seed: int,
    title: str,
    cache: Path,
    recipe: fine_tuning.Recipe = fine_tuning.Recipe(),
) -> Learned:
    """Trains the heads, then the late blocks with them. ``title`` names progress and checkpoint, which
    stays, so that a build that was stopped later does not tune again."""
    heads = train_heads(examples.pairs, seed, title=f"{title} heads")
    checkpoint = cache / f"{title}-checkpoint.pt"
    tuned = fine_tuning.fine_tune(
        examples.pairs, examples.activations, towers.image, heads, seed, recipe, checkpoint
    )
    return Learned(*tuned)
