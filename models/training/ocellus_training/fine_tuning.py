"""Fine-tunes the late blocks of the image tower, with both heads, from trained heads on.

The text tower stays frozen: tuning its upper half as well found no more held-out photos, and cost
a second text tower in the model (see EXPERIMENTS.md). The early blocks stay frozen too, so that
their output is computed once. The head reads the tuned features beside the frozen ones, which the
class-semantic part needs anyway: what tuning forgets is still there.
"""

from __future__ import annotations

import copy
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from ocellus_training.checkpoint import load_checkpoint, save_checkpoint
from ocellus_training.contrastive import Pairs, info_nce
from ocellus_training.heads import ProjectionHead
from ocellus_training.image_tower import CHANNELS, LATE, ImageTower, LateBlocks


@dataclass(frozen=True)
class Recipe:
    """What was chosen on photos held out of the train split; see EXPERIMENTS.md."""

    first_block: int = 15  # of 21; the blocks before it stay frozen
    passes: int = 12
    batch: int = 128
    captions: int = 3  # a photo's captions in a step: they are cheap, photos are not
    image_rate: float = 1e-4
    head_rate: float = 5e-4
    weight_decay: float = 0.05
    label_smoothing: float = 0.05
    drop_connect: float = 0.1
    averaging: float = 0.99  # decay of the running average of the weights, which is what ships
    temperature: float = 0.05  # where it starts; it is learned
    warm_up: float = 0.15  # share of the steps


class TunedImage(nn.Module):
    """A tuned copy of the tower's late blocks and the head that reads old and new features."""

    def __init__(self, tower: ImageTower, head: ProjectionHead, recipe: Recipe) -> None:
        super().__init__()
        self.late = copy.deepcopy(tower.late)
        self.late.drop_connect = recipe.drop_connect
        self.head = head.reading_twice()
        self.late.requires_grad_(False)
        for block in self.late.blocks[recipe.first_block - LATE :]:
            block.requires_grad_(True)
        self.late.conv.requires_grad_(True)
        self.head.requires_grad_(True)
        self.to(memory_format=torch.channels_last)

    def forward(self, activation: Tensor, frozen: Tensor, early_stages: Tensor) -> Tensor:
        """[batch, 88, 14, 14], [batch, width], [batch, early_width] -> unit [batch, dimension]."""
        return self.head(torch.cat([self.late(activation, early_stages), frozen], dim=1))


def fine_tune(
    pairs: Pairs,
    activations: list[np.ndarray],
    tower: ImageTower,
    heads: tuple[ProjectionHead, ProjectionHead],
    seed: int,
    recipe: Recipe = Recipe(),
    checkpoint: Path | None = None,
) -> tuple[LateBlocks, ProjectionHead, ProjectionHead]:
    """Tuned late blocks, image head and text head, in evaluation mode.

    ``activations``: for each view, what ``FeatureCache`` kept of the photos of ``pairs``, looked up
    by ``pairs.rows``. With ``checkpoint`` a run that was stopped goes on after its last full pass.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    image = TunedImage(tower, heads[0], recipe)
    text = copy.deepcopy(heads[1]).requires_grad_(True)
    scale = nn.Parameter(torch.tensor(-math.log(recipe.temperature)))
    run = _Run(image, text, scale, len(pairs.first), recipe)
    key = repr((asdict(recipe), seed, pairs.rows.tolist()))
    done = load_checkpoint(checkpoint, run, rng, key)
    stage_columns = slice(CHANNELS, CHANNELS + tower.early_width)
    with tqdm(total=run.steps, initial=done * run.steps_a_pass, desc="tuning", unit="step") as progress:
        for number in range(done, recipe.passes):
            order = rng.permutation(len(pairs.first))
            for start in range(0, run.steps_a_pass * run.batch, run.batch):
                photos = order[start : start + run.batch]
                views = rng.integers(0, len(activations), len(photos))
                seen = _activations(activations, pairs.rows[photos], views)
                frozen = pairs.photos[torch.from_numpy(views), torch.from_numpy(photos)].float()
                vectors = image(seen, frozen, frozen[:, stage_columns])
                loss = torch.stack(
                    [
                        info_nce(vectors, text(read), scale.exp(), recipe.label_smoothing)
                        for read in _captions(pairs, photos, recipe.captions, rng)
                    ]
                ).mean()
                run.step(loss)
                progress.update()
            progress.set_postfix(loss=f"{loss.item():.3f}")
            save_checkpoint(checkpoint, run, rng, number + 1, key)
    run.take_average()
    # Back to the usual layout: the exporter shares equal layers of tuned and untuned blocks, but
    # takes no two layouts for equal.
    image.eval().requires_grad_(False).to(memory_format=torch.contiguous_format)
    return image.late, image.head, text.eval().requires_grad_(False)


class _Run:
    """Optimiser, schedule and running average of one training."""

    def __init__(
        self, image: TunedImage, text: ProjectionHead, scale: nn.Parameter, photos: int, recipe: Recipe
    ) -> None:
        self.batch = min(recipe.batch, photos)
        self.steps_a_pass = photos // self.batch
        self.steps = recipe.passes * self.steps_a_pass
        self.modules = nn.ModuleList([image, text]).train()
        self.scale = scale
        late = [p for p in image.late.parameters() if p.requires_grad]
        groups = [
            _group([p for p in late if p.ndim > 1], recipe.image_rate, recipe.weight_decay),
            _group([p for p in late if p.ndim <= 1], recipe.image_rate, 0.0),
            _group([*image.head.parameters(), *text.parameters()], recipe.head_rate, recipe.weight_decay),
            _group([scale], 1e-3, 0.0),
        ]
        self.parameters = [*late, *image.head.parameters(), *text.parameters()]
        self.optimizer = torch.optim.AdamW(groups, fused=True)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            [group["lr"] for group in groups],
            total_steps=self.steps + 1,
            pct_start=recipe.warm_up,
        )
        self.decay = recipe.averaging
        self.average = [p.detach().clone() for p in self.parameters]
        self.taken = 0

    def step(self, loss: Tensor) -> None:
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, 5.0)
        self.optimizer.step()
        self.schedule.step()
        self.taken += 1
        decay = min(self.decay, self.taken / (self.taken + 9))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, [p.detach() for p in self.parameters], 1 - decay)

    def take_average(self) -> None:
        with torch.no_grad():
            for parameter, average in zip(self.parameters, self.average, strict=True):
                parameter.copy_(average)

    def state(self) -> dict:
        return {
            "modules": self.modules.state_dict(),
            "scale": self.scale.data,
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "average": self.average,
            "taken": self.taken,
        }

    def restore(self, state: dict) -> None:
        self.modules.load_state_dict(state["modules"])
        self.scale.data.copy_(state["scale"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.average = state["average"]
        self.taken = state["taken"]


def _group(parameters: list[nn.Parameter], rate: float, decay: float) -> dict:
    return {"params": parameters, "lr": rate, "weight_decay": decay}


def _activations(views: list[np.ndarray], photos: np.ndarray, view: np.ndarray) -> Tensor:
    """Stored channels last, handed on as [batch, channels, rows, columns] without a copy."""
    chosen = np.stack([views[v][photo] for photo, v in zip(photos, view, strict=True)])
    return torch.from_numpy(chosen.astype(np.float32)).permute(0, 3, 1, 2)


def _captions(
    pairs: Pairs, photos: np.ndarray, number: int, rng: np.random.Generator
) -> list[Tensor]:
    """``number`` different captions of each photo (or all, and again, where it has fewer)."""
    offset = rng.integers(0, pairs.count[photos])
    rows = [pairs.first[photos] + (offset + k) % pairs.count[photos] for k in range(number)]
    return [pairs.captions[torch.from_numpy(row)] for row in rows]
