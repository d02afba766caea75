"""MiniLM with its upper layers tuned, for comparing texts with texts.

all-MiniLM-L6-v2 knows which sentences mean the same; which captions were written for the same
photo is another question ("a boy in a red shirt", "a child plays by the lake"). The upper layers
learn it, with the late-interaction head and the mean of the token vectors at their end; the lower
layers are those of the text tower, whose joint embedding they go on making.
"""

from __future__ import annotations

import copy
from pathlib import Path

from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import normalize

from ocellus_training.late_interaction import LateInteractionHead
from ocellus_training.text_tower import TextTower, averaging, padding_bias

SHARED_LAYERS = 3
FILE_NAME = "caption_tower.safetensors"


class CaptionTower(nn.Module):
    """States of the tokens behind the shared layers [batch, sequence, 384], attention_mask
    [batch, sequence] -> sentence vectors [batch, 384], unit length; token vectors [batch, sequence,
    dimension], unit length; token weights [batch, sequence], above 0."""

    def __init__(self, tower: TextTower, head: LateInteractionHead) -> None:
        super().__init__()
        self.layers = copy.deepcopy(tower.layers[SHARED_LAYERS:])
        self.head = head

    def forward(self, states: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        bias = padding_bias(attention_mask)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        sentence = normalize((averaging(attention_mask) @ states)[:, 0], dim=-1)
        return sentence, *self.head(states)

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file({key: tensor.contiguous() for key, tensor in self.state_dict().items()}, path)


def load_caption_tower(path: Path, tower: TextTower) -> CaptionTower:
    """What ``CaptionTower.save`` wrote; ``tower`` gives the layers their shape."""
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no caption tower; build_caption_tower --data trains one")
    tensors = load_file(path)
    captions = CaptionTower(tower, LateInteractionHead(len(tensors["head.project.weight"])))
    captions.load_state_dict(tensors)
    return captions.eval().requires_grad_(False)
