"""The class-semantic space alone as a dual encoder: nothing in it was learned from Flickr8k."""

from __future__ import annotations

from torch import Tensor, nn

from ocellus_training.class_space import ClassSpace
from ocellus_training.image_tower import ImageTower
from ocellus_training.text_tower import WIDTH, TextTower


class ClassImageEncoder(nn.Module):
    """pixel_values [batch, 3, 224, 224] -> image_embeds [batch, 384], unit length."""

    def __init__(self, tower: ImageTower, classes: ClassSpace) -> None:
        super().__init__()
        self.tower = tower
        self.classes = classes
        self.eval()

    def forward(self, pixel_values: Tensor) -> Tensor:
        return self.classes.image(self.tower.class_logits(self.tower(pixel_values)))


class ClassTextEncoder(nn.Module):
    """input_ids, attention_mask [batch, sequence] -> text_embeds [batch, 384], unit length.

    This is MiniLM's own vector but for the shift by the mean class vector, so that two texts are
    as alike as MiniLM finds them.
    """

    def __init__(self, tower: TextTower, classes: ClassSpace) -> None:
        super().__init__()
        self.tower = tower
        self.classes = classes
        self.eval()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return self.classes.text(self.tower(input_ids, attention_mask)[:, :WIDTH])
