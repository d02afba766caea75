"""A folder in the Flickr8k layout: photos, lists of photos, captions.

The folder holds ``images/``, ``images_train.txt``, ``images_dev.txt`` and
``captions_train.csv``, ``captions_dev.csv`` with the columns ``image,query_id,query_text``.
Only these two splits can be named here: a folder may hold more, and nothing of it is read.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SPLITS = ("train", "dev")


class DataError(ValueError):
    """The data folder is not as it should be; the message says what and where."""


@dataclass(frozen=True)
class Split:
    """Photos in the folder ``images`` and their captions, in the order of the photo list."""

    name: str
    images: Path
    photos: tuple[str, ...]
    captions: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if len(self.photos) != len(self.captions):
            raise DataError(f"{len(self.photos)} photos but {len(self.captions)} caption lists")

    def __len__(self) -> int:
        return len(self.photos)

    def path(self, photo: str) -> Path:
        return self.images / photo

    def subset(self, indices: np.ndarray) -> "Split":
        """The photos at ``indices``, in that order."""
        return Split(
            self.name,
            self.images,
            tuple(self.photos[i] for i in indices),
            tuple(self.captions[i] for i in indices),
        )


def load_split(folder: Path, name: str) -> Split:
    """Reads one split, ``train`` or ``dev``; raises DataError where files do not fit together."""
    if name not in SPLITS:
        raise DataError(f"split must be one of {', '.join(SPLITS)}, got {name!r}")
    photos = _read_list(folder / f"images_{name}.txt")
    captions: dict[str, list[str]] = {photo: [] for photo in photos}
    table = folder / f"captions_{name}.csv"
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["image"] not in captions:
                raise DataError(f"{table}: {row['image']} is not in images_{name}.txt")
            captions[row["image"]].append(row["query_text"].strip())
    for photo in photos:
        if not captions[photo]:
            raise DataError(f"{table}: no caption for {photo}")
        if not (folder / "images" / photo).is_file():
            raise DataError(f"{folder / 'images' / photo}: no such photo")
    return Split(
        name, folder / "images", tuple(photos), tuple(tuple(captions[p]) for p in photos)
    )


def load_table(images: Path, table: Path) -> Split:
    """Photos and captions of a CSV with the columns ``image,caption``."""
    captions: dict[str, list[str]] = {}
    with table.open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            captions.setdefault(row["image"], []).append(row["caption"].strip())
    return Split(table.stem, images, tuple(captions), tuple(map(tuple, captions.values())))


def fold_of(count: int, folds: int, seed: int) -> np.ndarray:
    """The fold of each of ``count`` photos: a seeded, even, random assignment, int [count]."""
    if not 2 <= folds <= count:
        raise DataError(f"folds must be in [2, {count}], got {folds}")
    assignment = np.arange(count) % folds
    np.random.default_rng(seed).shuffle(assignment)
    return assignment


def _read_list(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    names = [line.strip() for line in lines if line.strip()]
    if len(set(names)) != len(names):
        raise DataError(f"{path}: a photo is listed twice")
    return names
