"""The dual encoder: two towers, each ending in one unit vector.

A vector is two spaces side by side, scaled so that the dot product of a text and a photo is
    (learned + CLASS_WEIGHT * class-semantic) / (1 + CLASS_WEIGHT),
the weighted mean of the two cosines. Everything is part of the modules, so that the exported
graphs need no code around them but tokenizing and preprocessing.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from ocellus_training.class_space import ClassSpace
from ocellus_training.heads import ProjectionHead
from ocellus_training.image_tower import ImageTower, LateBlocks
from ocellus_training.text_tower import WIDTH, TextTower

CLASS_WEIGHT = 0.5
LEARNED_DIMENSION = 512


def side_by_side(learned: Tensor, semantic: Tensor) -> Tensor:
    """Unit vectors [batch, 512] and [batch, 384] -> unit vectors [batch, 896]."""
    total = 1.0 + CLASS_WEIGHT
    return torch.cat(
        [learned * math.sqrt(1.0 / total), semantic * math.sqrt(CLASS_WEIGHT / total)], dim=1
    )


class ImageEncoder(nn.Module):
    """pixel_values [batch, 3, 224, 224] -> image_embeds [batch, 896], unit length."""

    def __init__(
        self, tower: ImageTower, tuned: LateBlocks, head: ProjectionHead, classes: ClassSpace
    ) -> None:
        super().__init__()
        self.tower = tower
        self.tuned = tuned
        self.head = head
        self.classes = classes
        self.eval()

    def forward(self, pixel_values: Tensor) -> Tensor:
        activation, stages = self.tower.early(pixel_values)
        frozen = self.tower.late(activation, stages)
        learned = self.head(torch.cat([self.tuned(activation, stages), frozen], dim=1))
        semantic = self.classes.image(self.tower.class_logits(frozen))
        return side_by_side(learned, semantic)


class TextEncoder(nn.Module):
    """input_ids, attention_mask [batch, sequence] -> text_embeds [batch, 896], unit length."""

    def __init__(self, tower: TextTower, head: ProjectionHead, classes: ClassSpace) -> None:
        super().__init__()
        self.tower = tower
        self.head = head
        self.classes = classes
        self.eval()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        features = self.tower(input_ids, attention_mask)
        semantic = self.classes.text(features[:, :WIDTH])
        return side_by_side(self.head(features), semantic)
