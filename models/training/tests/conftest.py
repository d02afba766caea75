from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocellus_training import calibration
from ocellus_training.training import Towers

TRAIN, DEV = 12, 4
PHOTOS = Path(__file__).parents[3] / "testdata" / "photos"


@pytest.fixture(scope="session")
def towers() -> Towers:
    """The real towers; the vectors of all class names take seconds, so that tests share them."""
    return Towers()


@pytest.fixture(scope="session")
def pixels() -> np.ndarray:
    """A few photos to quantize by, pixel_values."""
    return calibration.of_folder(PHOTOS, seed=1, views=1)[:8]


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A folder in the Flickr8k layout: random photos, two captions each. Of the judged split
    there is a list whose photos and captions are missing, so that reading them would fail."""
    rng = np.random.default_rng(1)
    (tmp_path / "images").mkdir()
    for split, count in (("train", TRAIN), ("dev", DEV)):
        photos = [f"{split}-{i}.jpg" for i in range(count)]
        (tmp_path / f"images_{split}.txt").write_text("\n".join(photos) + "\n")
        with (tmp_path / f"captions_{split}.csv").open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["image", "query_id", "query_text"])
            for i, photo in enumerate(photos):
                rows.writerow([photo, f"{photo}#0", f"A dog number {i} ."])
                rows.writerow([photo, f"{photo}#1", f"{i} cats, seen in {split} ."])
        for photo in photos:
            pixels = rng.integers(0, 256, (48, 64, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / "images" / photo)
    (tmp_path / "images_judged.txt").write_text("judged-0.jpg\n")
    return tmp_path
