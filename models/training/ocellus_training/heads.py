"""The learned part of the encoder: one small residual network behind each frozen tower."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, normalize

HIDDEN = 512
INPUT_DROPOUT = 0.5
HIDDEN_DROPOUT = 0.5


class ProjectionHead(nn.Module):
    """Tower vectors [batch, n] -> unit vectors [batch, dimension].

    Standardised input; a linear map plus a one-layer correction to it; L2 norm. Half of the
    inputs are dropped in training: thousands of photos are few for 1,280 features, and a head
    that sees all of them learns the photos by heart.
    """

    def __init__(self, mean: Tensor, deviation: Tensor, dimension: int) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)
        width = len(mean)
        self.linear = nn.Linear(width, dimension)
        self.inner = nn.Linear(width, HIDDEN)
        self.outer = nn.Linear(HIDDEN, dimension)
        self.input_dropout = nn.Dropout(INPUT_DROPOUT)
        self.hidden_dropout = nn.Dropout(HIDDEN_DROPOUT)

    def forward(self, vectors: Tensor) -> Tensor:
        standard = self.input_dropout((vectors - self.mean) / self.deviation)
        correction = self.outer(self.hidden_dropout(gelu(self.inner(standard))))
        return normalize(self.linear(standard) + correction, dim=-1)

    @torch.no_grad()
    def reading_twice(self) -> "ProjectionHead":
        """A head for inputs [batch, 2 n]: given the same features twice, it answers as this one."""
        twice = ProjectionHead(self.mean.repeat(2), self.deviation.repeat(2), len(self.linear.bias))
        for name in ("linear", "inner"):
            old, new = getattr(self, name), getattr(twice, name)
            new.weight.copy_(torch.cat([old.weight, old.weight], dim=1) / 2)
            new.bias.copy_(old.bias)
        twice.outer.load_state_dict(self.outer.state_dict())
        return twice


@torch.no_grad()
def head_for(vectors: Tensor, dimension: int) -> ProjectionHead:
    """A fresh head for inputs distributed as ``vectors`` [count, n]."""
    return ProjectionHead(vectors.mean(dim=0), vectors.std(dim=0) + 1e-3, dimension)
