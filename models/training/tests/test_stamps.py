from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from ocellus_training.dataset import DataError, load_table
from ocellus_training.stamps import FOLDERS, named_stamps, write_table


@pytest.fixture
def stamps(tmp_path: Path) -> Path:
    """Stamps that are kept: a frog and an owl. The others break one rule each."""
    root = tmp_path / "stamps"
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True)
    for path, description in {
        "animals/frogs/frog.png": "A frog.",
        "animals/frogs/frog2.png": "A frog.",
        "animals/owl.png": "An owl.",
        "animals/owl_mirror.png": "An owl, mirrored.",
        "animals/cartoon/bee.png": "A bee.",
        "food/corn.png": "Eat your corn!",
        "food/long.png": "A vegetable that is good for you, every day.",
        "food/pizza.png": "A pizza.",
        "town/nameless.png": None,
    }.items():
        picture = root / path
        picture.parent.mkdir(exist_ok=True)
        Image.new("RGBA", (4, 2), (0, 0, 0, 0)).save(picture)
        if description:
            picture.with_suffix(".txt").write_text(f"{description}\nde.utf8=x\n")
    (root / "food" / "pizza.svg").write_text("<svg/>")
    return root


def test_photographs_with_a_name_each_are_kept(stamps: Path) -> None:
    named = named_stamps(stamps)
    assert {d: p.name for d, p in named.items()} == {"A frog.": "frog.png", "An owl.": "owl.png"}


def test_the_table_can_be_evaluated(stamps: Path, tmp_path: Path) -> None:
    digest = write_table(named_stamps(stamps), stamps, tmp_path / "out")
    assert digest == write_table(named_stamps(stamps), stamps, tmp_path / "again")
    split = load_table(tmp_path / "out" / "photos", tmp_path / "out" / "captions.csv")
    assert split.photos == ("animals-frogs-frog.png", "animals-owl.png")
    assert split.captions == (("A frog.",), ("An owl.",))
    with Image.open(split.path(split.photos[0])) as photo:
        assert photo.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_another_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="animals: no such folder"):
        named_stamps(tmp_path)
