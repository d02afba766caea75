"""The photos over which the ranges of the image graph's activations are taken."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ocellus_training.dataset import Split
from ocellus_training.photos import open_photo, pixel_values, squash, view

PHOTOS = 200
VIEWS = 4  # of each photo, where there are few


def of_split(split: Split) -> np.ndarray:
    """pixel_values [200, 3, 224, 224] of photos spread evenly over ``split``."""
    chosen = np.unique(np.linspace(0, len(split) - 1, PHOTOS).astype(int))
    return pixel_values([squash(open_photo(split.path(split.photos[i]))) for i in chosen])


def of_folder(folder: Path, seed: int, views: int = VIEWS) -> np.ndarray:
    """pixel_values of ``views`` views (photos.view) of each photo directly in ``folder``."""
    rng = np.random.default_rng(seed)
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    if not paths:
        raise ValueError(f"{folder}: no photos to calibrate on")
    return pixel_values([view(open_photo(p), n, rng) for p in paths for n in range(views)])
