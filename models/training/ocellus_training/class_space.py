"""The class-semantic space: what an ImageNet classifier sees, in words.

ConSE (Norouzi et al., "Zero-Shot Learning by Convex Combination of Semantic Embeddings",
ICLR 2014): a photo is the mean of the class names' text vectors, weighted by the class
probabilities. A text is its own text vector. Both are centred by the mean class vector, which
every class shares and which therefore tells nothing, and normalised.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from ocellus_training.image_tower import CLASSES

TEMPERATURE = 1.5


def class_sentences() -> list[str]:
    """"A giraffe." and so on, one sentence for each of the 1,000 classes, in ImageNet's order."""
    table = Path(__file__).with_name("imagenet_class_names.txt")
    names = table.read_text(encoding="utf-8").splitlines()
    if len(names) != CLASSES:
        raise ValueError(f"{table}: expected {CLASSES} names, found {len(names)}")
    return [sentence(name) for name in names]


def sentence(name: str) -> str:
    article = "An" if name[0].lower() in "aeiou" else "A"
    return f"{article} {name}."


class ClassSpace(nn.Module):
    """class_vectors: [1000, 384], the text tower's vectors of ``class_sentences()``."""

    def __init__(self, class_vectors: Tensor) -> None:
        super().__init__()
        unit = normalize(class_vectors, dim=1)
        self.register_buffer("mean", unit.mean(dim=0))
        self.register_buffer("centred", unit - self.mean)

    def image(self, logits: Tensor) -> Tensor:
        """[batch, 1000] -> unit vectors [batch, 384].

        Probabilities sum to one, so centring the classes centres the mixture.
        """
        return normalize(torch.softmax(logits / TEMPERATURE, dim=1) @ self.centred, dim=1)

    def text(self, text_vectors: Tensor) -> Tensor:
        """Text tower vectors [batch, 384] -> unit vectors [batch, 384]."""
        return normalize(normalize(text_vectors, dim=1) - self.mean, dim=1)
