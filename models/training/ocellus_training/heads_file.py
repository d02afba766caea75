"""Trained heads in float32, kept beside the cached features: what the graphs are measured by."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from ocellus_training.heads import ProjectionHead

FILE_NAME = "lite2-minilm-v1.heads.safetensors"


def save_heads(path: Path, image: ProjectionHead, text: ProjectionHead) -> None:
    heads = {"image": image, "text": text}
    tensors = {f"{n}.{key}": t for n, h in heads.items() for key, t in h.state_dict().items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, path)


def load_heads(path: Path) -> tuple[ProjectionHead, ProjectionHead]:
    """Image head and text head, in evaluation mode."""
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no trained heads; run ocellus_training.build first")
    tensors = load_file(path)
    return _head(tensors, "image."), _head(tensors, "text.")


def _head(tensors: dict[str, torch.Tensor], prefix: str) -> ProjectionHead:
    state = {key.removeprefix(prefix): t for key, t in tensors.items() if key.startswith(prefix)}
    head = ProjectionHead(state["mean"], state["deviation"], len(state["linear.bias"]))
    head.load_state_dict(state)
    return head.eval().requires_grad_(False)
