"""The state of a training after a pass or a part of one, so that one that was stopped goes on from
there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import numpy as np
import torch


class Resumable(Protocol):
    def state(self) -> dict: ...

    def restore(self, state: dict) -> None: ...


def save_checkpoint(
    path: Path | None, run: Resumable, rng: np.random.Generator, done: int, key: str
) -> None:
    """Replaces the checkpoint; random states are part of it, so that resuming changes nothing."""
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    random = {"numpy": rng.bit_generator.state, "torch": torch.get_rng_state()}
    torch.save({"key": key, "done": done, "random": random, "run": run.state()}, part)
    os.replace(part, path)


def load_checkpoint(path: Path | None, run: Resumable, rng: np.random.Generator, key: str) -> int:
    """Passes or parts done; 0 where there is no checkpoint, or one of another training."""
    if path is None or not path.exists():
        return 0
    saved = torch.load(path, weights_only=False)
    if saved["key"] != key:
        return 0
    run.restore(saved["run"])
    rng.bit_generator.state = saved["random"]["numpy"]
    torch.set_rng_state(saved["random"]["torch"])
    return saved["done"]
