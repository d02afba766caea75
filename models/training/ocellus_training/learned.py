"""What training leaves: kept in float32 beside the cached features; the graphs are measured by it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path

from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from ocellus_training.heads import ProjectionHead
from ocellus_training.image_tower import ImageTower, LateBlocks

FILE_NAME = "learned.safetensors"


@dataclass(frozen=True)
class Learned:
    """Tuned late blocks of the image tower and the two heads, in evaluation mode."""

    late: LateBlocks
    image_head: ProjectionHead
    text_head: ProjectionHead

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(
            {
                f"{name}.{key}": tensor.contiguous()
                for name, module in self._modules().items()
                for key, tensor in module.state_dict().items()
            },
            path,
        )

    def _modules(self) -> dict[str, nn.Module]:
        return {"late": self.late, "image_head": self.image_head, "text_head": self.text_head}


def load_learned(path: Path, tower: ImageTower) -> Learned:
    """What ``Learned.save`` wrote; ``tower`` gives the late blocks their shape."""
    if not path.is_file():
        raise FileNotFoundError(f"{path}: nothing trained; run ocellus_training.build first")
    tensors = load_file(path)
    late = copy.deepcopy(tower.late)
    late.load_state_dict(_part(tensors, "late."))
    late.eval().requires_grad_(False)
    return Learned(late, _head(tensors, "image_head."), _head(tensors, "text_head."))


def _head(tensors: dict[str, Tensor], prefix: str) -> ProjectionHead:
    state = _part(tensors, prefix)
    head = ProjectionHead(state["mean"], state["deviation"], len(state["linear.bias"]))
    head.load_state_dict(state)
    return head.eval().requires_grad_(False)


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {key.removeprefix(prefix): t for key, t in tensors.items() if key.startswith(prefix)}
