"""Tower outputs of the training photos and captions, computed once and kept on disk.

The towers are frozen, so a photo's features never change; each view of the photos is one file,
written when complete, so that an interrupted run goes on with the first view that is missing.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tqdm import tqdm

from ocellus_training.dataset import Split
from ocellus_training.export import export_image_tower
from ocellus_training.image_tower import ImageTower
from ocellus_training.photos import open_photo, pixel_values, view
from ocellus_training.text_tower import TextTower, text_features

BATCH = 16
ACTIVATION = (14, 14, 88)  # channels last, the order in which CPUs convolve fastest


@dataclass(frozen=True)
class PhotoViews:
    """Views of the photos of a split, as the frozen tower saw them.

    activations: float16 [views, photos, 14, 14, 88], mapped from disk, what late blocks read.
    features: float16 [views, photos, width], the whole tower's.
    """

    activations: list[np.ndarray]
    features: np.ndarray


class FeatureCache:
    """Features of one split under ``folder``; the file names carry the split's fingerprint."""

    def __init__(self, folder: Path, split: Split, threads: int = 2) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.split = split
        self.threads = threads
        listing = "\n".join([*split.photos, *(c for texts in split.captions for c in texts)])
        self.fingerprint = hashlib.sha256(listing.encode()).hexdigest()[:12]

    def photo_views(self, tower: ImageTower, views: int, seed: int) -> PhotoViews:
        """What the tower makes of ``views`` views of each photo."""
        # The activations are written first, so that a view with features is complete.
        missing = [v for v in range(views) if not self._view_file("features", v, seed).exists()]
        if missing:
            session = self._tower_session(tower)
            for number in missing:
                self._write_view(session, tower, number, seed)
        return PhotoViews(
            [np.load(self._view_file("activations", v, seed), mmap_mode="r") for v in range(views)],
            np.stack([np.load(self._view_file("features", v, seed)) for v in range(views)]),
        )

    def caption_features(self, tower: TextTower) -> np.ndarray:
        """Text tower features of all captions, in the split's order, float32 [captions, width]."""
        path = self._file("captions")
        if not path.exists():
            texts = [caption for captions in self.split.captions for caption in captions]
            _write(path, text_features(tower, texts, progress="captions"))
        return np.load(path)

    def _write_view(
        self, session: ort.InferenceSession, tower: ImageTower, number: int, seed: int
    ) -> None:
        rng = np.random.default_rng([seed, number])
        activations = np.empty((len(self.split), *ACTIVATION), dtype=np.float16)
        features = np.empty((len(self.split), tower.width), dtype=np.float16)
        starts = range(0, len(self.split), BATCH)
        for start in tqdm(starts, desc=f"{self.split.name} photos, view {number}", unit="batch"):
            rows = slice(start, start + BATCH)
            photos = self.split.photos[rows]
            seen = [view(open_photo(self.split.path(photo)), number, rng) for photo in photos]
            answer = session.run(None, {"pixel_values": pixel_values(seen)})
            activations[rows] = answer[0].transpose(0, 2, 3, 1)
            features[rows] = answer[1]
        _write(self._view_file("activations", number, seed), activations)
        _write(self._view_file("features", number, seed), features)

    def _tower_session(self, tower: ImageTower) -> ort.InferenceSession:
        # ONNX Runtime computes the same features three times faster than PyTorch.
        graph = self.folder / "image_tower.onnx"
        export_image_tower(tower, graph)
        options = ort.SessionOptions()
        options.intra_op_num_threads = self.threads
        return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def _view_file(self, what: str, number: int, seed: int) -> Path:
        return self._file(f"{what}-view{number}-seed{seed}")

    def _file(self, what: str) -> Path:
        return self.folder / f"{self.split.name}-{self.fingerprint}-{what}.npy"


def _write(path: Path, array: np.ndarray) -> None:
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.save(file, array)
    os.replace(part, path)
