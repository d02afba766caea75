"""The class-semantic space: what an ImageNet classifier sees, in words.

ConSE (Norouzi et al., "Zero-Shot Learning by Convex Combination of Semantic Embeddings",
ICLR 2014): a photo is the mean of its likeliest classes' text vectors, weighted by their
probabilities. A text is its own text vector. Both are centred by the mean class vector, which
every class shares and which therefore tells nothing, and normalised.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from ocellus_training import class_synonyms
from ocellus_training.image_tower import CLASSES
from ocellus_training.text_tower import TextTower, text_vectors

# Compared in EXPERIMENTS.md. A hotter softmax tells more of what is in a photo besides its main
# object, and the cut keeps the many improbable classes from adding up.
TEMPERATURE = 3.0
LIKELIEST = 30
SYNONYMS_WEIGHT = 0.5


def class_sentences() -> list[str]:
    """"A giraffe." and so on, one sentence for each of the 1,000 classes, in ImageNet's order."""
    return [sentence(name) for name in _lines("imagenet_class_names.txt")]


def class_synonym_sentences() -> list[list[str]]:
    """One sentence for each of WordNet's names of each class, in ImageNet's order."""
    lines = _lines(class_synonyms.TABLE.name)
    return [[sentence(name) for name in line.split(", ")] for line in lines]


def _lines(name: str) -> list[str]:
    table = Path(__file__).with_name(name)
    lines = table.read_text(encoding="utf-8").splitlines()
    if len(lines) != CLASSES:
        raise ValueError(f"{table}: expected {CLASSES} lines, found {len(lines)}")
    return lines


def sentence(name: str) -> str:
    article = "An" if name[0].lower() in "aeiou" else "A"
    return f"{article} {name}."


def class_vectors(tower: TextTower) -> Tensor:
    """Unit vectors [1000, 384]: a class's curated name, and with half its weight the mean of its
    names in WordNet, so that "a toilet paper" and "a bathroom tissue" are both close."""
    synonyms = class_synonym_sentences()
    flat = [text for texts in synonyms for text in texts]
    vectors = torch.from_numpy(text_vectors(tower, class_sentences() + flat))
    curated, others = normalize(vectors, dim=1).split([CLASSES, len(flat)])
    means = [group.mean(dim=0) for group in others.split([len(texts) for texts in synonyms])]
    return normalize(curated + SYNONYMS_WEIGHT * normalize(torch.stack(means), dim=1), dim=1)


class ClassSpace(nn.Module):
    """class_vectors: [1000, 384], one text vector for each class."""

    def __init__(self, class_vectors: Tensor) -> None:
        super().__init__()
        unit = normalize(class_vectors, dim=1)
        self.register_buffer("mean", unit.mean(dim=0))
        self.register_buffer("centred", unit - self.mean)

    def image(self, logits: Tensor) -> Tensor:
        """[batch, 1000] -> unit vectors [batch, 384].

        The weights sum to one, so that centring the classes centres the mixture.
        """
        likeliest, classes = (logits / TEMPERATURE).topk(LIKELIEST, dim=1)
        weights = torch.zeros_like(logits).scatter(1, classes, torch.softmax(likeliest, dim=1))
        return normalize(weights @ self.centred, dim=1)

    def text(self, text_vectors: Tensor) -> Tensor:
        """Text tower vectors [batch, 384] -> unit vectors [batch, 384]."""
        return normalize(normalize(text_vectors, dim=1) - self.mean, dim=1)
