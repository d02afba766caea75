from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ocellus_training.dataset import DataError, fold_of, load_split, load_table


def test_a_split_holds_its_photos_and_captions(data_folder: Path) -> None:
    train = load_split(data_folder, "train")
    assert len(train) == 12
    assert train.photos[3] == "train-3.jpg"
    assert train.captions[3] == ("A dog number 3 .", "3 cats, seen in train .")


def test_train_and_dev_share_no_photo(data_folder: Path) -> None:
    train, dev = load_split(data_folder, "train"), load_split(data_folder, "dev")
    assert not set(train.photos) & set(dev.photos)


def test_no_other_split_can_be_read(data_folder: Path) -> None:
    with pytest.raises(DataError, match="split must be one of train, dev, got 'judged'"):
        load_split(data_folder, "judged")


def test_a_caption_of_a_photo_outside_the_split_is_refused(data_folder: Path) -> None:
    with (data_folder / "captions_train.csv").open("a") as file:
        file.write("dev-0.jpg,dev-0.jpg#0,A leak .\n")
    with pytest.raises(DataError, match="dev-0.jpg is not in images_train.txt"):
        load_split(data_folder, "train")


def test_a_missing_photo_is_named(data_folder: Path) -> None:
    (data_folder / "images" / "train-5.jpg").unlink()
    with pytest.raises(DataError, match="train-5.jpg: no such photo"):
        load_split(data_folder, "train")


def test_folds_are_even_disjoint_and_seeded() -> None:
    folds = fold_of(count=23, folds=5, seed=4)
    # 23 = 5 + 5 + 5 + 4 + 4
    assert sorted(np.bincount(folds)) == [4, 4, 5, 5, 5]
    assert np.array_equal(folds, fold_of(23, 5, 4))
    assert not np.array_equal(folds, fold_of(23, 5, 5))


def test_a_table_of_captions_is_a_split_too(tmp_path: Path) -> None:
    table = tmp_path / "captions.csv"
    table.write_text('image,caption\nb.jpg,A bee.\na.jpg,"An owl, asleep."\nb.jpg,An insect.\n')
    split = load_table(tmp_path, table)
    assert split.photos == ("b.jpg", "a.jpg")
    assert split.captions == (("A bee.", "An insect."), ("An owl, asleep.",))
    assert split.path("a.jpg") == tmp_path / "a.jpg"
