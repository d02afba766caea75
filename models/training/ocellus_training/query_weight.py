"""How much the class-semantic part counts for one query.

The learned part knows scenes as Flickr8k has them; the class-semantic part knows a thousand things
by name. "A giraffe." should lean on the second, "two men talk on a bench" on the first. What tells
them apart is how close a text is to a class name, and how long it is.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from ocellus_training.class_space import ClassSpace

# Fitted by ``fit_query_weight`` and rounded; see EXPERIMENTS.md.
LOWEST = 0.2
HIGHEST = 1.5
BIAS = 2.9
SIMILARITY = 5.2
LOG_TOKENS = -2.6


class QueryWeight(nn.Module):
    """The weight w of the cosine b in a + w b, between LOWEST and HIGHEST:

    w = LOWEST (HIGHEST / LOWEST)^g,
    g = sigmoid(BIAS + SIMILARITY max_k cos(text, class k) + LOG_TOKENS ln(tokens)).
    """

    def __init__(self, classes: ClassSpace) -> None:
        super().__init__()
        self.classes = classes
        self.register_buffer("class_units", classes.text(classes.centred + classes.mean))

    def forward(self, text_vectors: Tensor, attention_mask: Tensor) -> Tensor:
        """Text tower vectors [batch, 384], mask [batch, sequence] -> weights [batch, 1].

        The tokens are those that the mask keeps, [CLS] and [SEP] included.
        """
        similarity = (self.classes.text(text_vectors) @ self.class_units.T).amax(dim=1, keepdim=True)
        tokens = attention_mask.to(torch.float32).sum(dim=1, keepdim=True)
        share = torch.sigmoid(BIAS + SIMILARITY * similarity + LOG_TOKENS * torch.log(tokens))
        return LOWEST * (HIGHEST / LOWEST) ** share
