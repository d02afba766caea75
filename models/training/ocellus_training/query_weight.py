"""How much the class-semantic part counts for one query.

The learned part knows scenes as Flickr8k has them; the class-semantic part knows a thousand things
by name. "A giraffe." should lean on the second, "two men talk on a bench" on the first. What tells
them apart is how close a text is to a class name, and how long it is.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from ocellus_training.class_space import ClassSpace


class Parameters(NamedTuple):
    """Near what ``fit_query_weight`` finds, but with a lower curve: see EXPERIMENTS.md."""

    lowest: float | Tensor = 0.2
    highest: float | Tensor = 1.5
    bias: float | Tensor = 2.9
    similarity: float | Tensor = 5.2
    log_tokens: float | Tensor = -2.6


def weight_of(similarity: Tensor, tokens: Tensor, p: Parameters = Parameters()) -> Tensor:
    """The weight w of the cosine b in a + w b, of the inputs' shape, between lowest and highest:

    w = lowest (highest / lowest)^g,  g = sigmoid(bias + p.similarity similarity + p.log_tokens ln tokens)

    similarity: the greatest cosine of the text with a class, in the class-semantic space. tokens:
    how many the text has, [CLS] and [SEP] included.
    """
    share = torch.sigmoid(p.bias + p.similarity * similarity + p.log_tokens * torch.log(tokens))
    return p.lowest * (p.highest / p.lowest) ** share


class QueryWeight(nn.Module):
    def __init__(self, classes: ClassSpace) -> None:
        super().__init__()
        self.classes = classes
        self.register_buffer("class_units", classes.text(classes.centred + classes.mean))

    def similarity(self, text_vectors: Tensor) -> Tensor:
        """Text tower vectors [batch, 384] -> greatest cosine with a class [batch, 1]."""
        return (self.classes.text(text_vectors) @ self.class_units.T).amax(dim=1, keepdim=True)

    def forward(self, text_vectors: Tensor, attention_mask: Tensor) -> Tensor:
        """Text tower vectors [batch, 384], mask [batch, sequence] -> weights [batch, 1]."""
        tokens = attention_mask.to(torch.float32).sum(dim=1, keepdim=True)
        return weight_of(self.similarity(text_vectors), tokens)
