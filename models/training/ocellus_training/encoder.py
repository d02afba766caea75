"""The dual encoder: two towers, each ending in one unit vector.

A vector is two spaces side by side: (a) learned, (b) class-semantic. A photo's two parts have the
fixed ratio 1 to sqrt(PHOTO_WEIGHT); those of a text are scaled so that its dot products with
photos rank them by a + w b, where a and b are the two cosines and w is the text's own weight
(query_weight.py). Everything is part of the modules, so that the exported graphs need no code
around them but tokenizing and preprocessing.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from ocellus_training.class_space import ClassSpace
from ocellus_training.heads import ProjectionHead
from ocellus_training.image_tower import ImageTower, LateBlocks
from ocellus_training.query_weight import QueryWeight
from ocellus_training.text_tower import WIDTH, TextTower

# A photo's own share of (b). The smaller, the more of (b) the texts have to have, which makes
# captions of one photo find each other better; at 0.1 they are as good as at a fixed w of 0.5.
PHOTO_WEIGHT = 0.1
LEARNED_DIMENSION = 512


def photo_vectors(learned: Tensor, semantic: Tensor) -> Tensor:
    """Unit vectors [batch, 512] and [batch, 384] -> unit vectors [batch, 896]."""
    return normalize(torch.cat([learned, semantic * math.sqrt(PHOTO_WEIGHT)], dim=1), dim=1)


def query_vectors(learned: Tensor, semantic: Tensor, weight: Tensor) -> Tensor:
    """As ``photo_vectors``, with each text's weight of its semantic part, [batch, 1]."""
    scaled = semantic * (weight / math.sqrt(PHOTO_WEIGHT))
    return normalize(torch.cat([learned, scaled], dim=1), dim=1)


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
        return photo_vectors(learned, semantic)


class TextEncoder(nn.Module):
    """input_ids, attention_mask [batch, sequence] -> text_embeds [batch, 896], unit length."""

    def __init__(self, tower: TextTower, head: ProjectionHead, classes: ClassSpace) -> None:
        super().__init__()
        self.tower = tower
        self.head = head
        self.classes = classes
        self.weight = QueryWeight(classes)
        self.eval()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        features = self.tower(input_ids, attention_mask)
        means = features[:, :WIDTH]
        weight = self.weight(means, attention_mask)
        return query_vectors(self.head(features), self.classes.text(means), weight)
