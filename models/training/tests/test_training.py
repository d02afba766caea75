"""Training reads the train split alone, is repeatable, and learns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ocellus_training.contrastive import Pairs, Recipe, train_heads
from ocellus_training.training import VIEWS, Towers, training_set

SMALL = Recipe(dimension=16, passes=3, batch=8)


def test_only_the_train_split_is_read(data_folder: Path, tmp_path: Path, towers: Towers) -> None:
    for other in [*data_folder.glob("*dev*"), *data_folder.glob("images/dev*")]:
        other.unlink()
    examples = training_set(data_folder, tmp_path / "cache", towers, seed=1, threads=1)
    split, pairs = examples.split, examples.pairs
    assert all(photo.startswith("train-") for photo in split.photos)
    assert pairs.photos.shape == (VIEWS, 12, towers.image.width)
    assert [view.shape for view in examples.activations] == [(12, 14, 14, 88)] * VIEWS
    assert pairs.captions.shape == (24, towers.text.width)
    assert pairs.count.tolist() == [2] * 12


def test_features_are_computed_once(data_folder: Path, tmp_path: Path, towers: Towers) -> None:
    first = training_set(data_folder, tmp_path / "cache", towers, seed=1, threads=1).pairs
    for photo in data_folder.glob("images/*"):
        photo.write_bytes(b"gone")
    second = training_set(data_folder, tmp_path / "cache", towers, seed=1, threads=1).pairs
    assert torch.equal(first.photos, second.photos)
    assert torch.equal(first.captions, second.captions)


def test_a_subset_draws_on_its_own_photos_and_captions_only() -> None:
    pairs = random_pairs(photos=10, seed=2)
    left = pairs.subset(np.array([1, 4]))
    assert torch.equal(left.photos, pairs.photos[:, [1, 4]])
    # Photo 1 owns rows 3..5, photo 4 rows 12..14.
    assert left.caption_rows().tolist() == [3, 4, 5, 12, 13, 14]
    held_out = np.setdiff1d(np.arange(30), left.caption_rows())
    pairs.captions[held_out] = torch.nan
    image_head, text_head = train_heads(left, seed=3, recipe=SMALL)
    for head in (image_head, text_head):
        assert all(torch.isfinite(tensor).all() for tensor in head.state_dict().values())


def test_the_same_seed_gives_the_same_heads() -> None:
    pairs = random_pairs(photos=16, seed=4)
    first, second = (train_heads(pairs, seed=5, recipe=SMALL)[0] for _ in range(2))
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        torch.testing.assert_close(a, b)


def random_pairs(photos: int, seed: int) -> Pairs:
    """Two views and three captions of each photo, 20 and 12 features."""
    generator = torch.Generator().manual_seed(seed)
    count = np.full(photos, 3)
    return Pairs(
        torch.randn(2, photos, 20, generator=generator),
        torch.randn(photos * 3, 12, generator=generator),
        np.cumsum(count) - count,
        count,
        np.arange(photos),
    )
