"""What build, folds and validate share: features of the train split, and encoders from heads."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
import torch

from ocellus_training.class_space import ClassSpace, class_vectors
from ocellus_training.contrastive import Pairs
from ocellus_training.dataset import Split, load_split
from ocellus_training.encoder import ImageEncoder, TextEncoder
from ocellus_training.features import FeatureCache
from ocellus_training.heads import ProjectionHead
from ocellus_training.image_tower import ImageTower
from ocellus_training.text_tower import TextTower

VIEWS = 4
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

    def encoders(
        self, image_head: ProjectionHead, text_head: ProjectionHead
    ) -> tuple[ImageEncoder, TextEncoder]:
        image = ImageEncoder(self.image, image_head, self.classes)
        return image, TextEncoder(self.text, text_head, self.classes)


def train_pairs(data: Path, cache: Path, towers: Towers, seed: int) -> tuple[Split, Pairs]:
    """The train split and its features; no other split is read."""
    split = load_split(data, "train")
    features = FeatureCache(cache, split)
    photos = torch.from_numpy(features.photo_features(towers.image, VIEWS, seed))
    captions = torch.from_numpy(features.caption_features(towers.text))
    count = np.array([len(texts) for texts in split.captions])
    return split, Pairs(photos, captions, np.cumsum(count) - count, count)
