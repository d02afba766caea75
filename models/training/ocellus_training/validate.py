"""Figures to choose a recipe by: trained without a tenth of the train photos, tried on them.

    python -m ocellus_training.validate --data DIR

The dev split takes no part in any choice.
"""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import torch

from ocellus_training.contrastive import Pairs
from ocellus_training.dataset import fold_of
from ocellus_training.fine_tuning import Recipe
from ocellus_training.image_tower import CHANNELS, ImageTower
from ocellus_training.learned import Learned
from ocellus_training.recall import retrieval, reverse_retrieval
from ocellus_training.training import Towers, learn, parser, training_set

PARTS = 10
BATCH = 64


def main() -> None:
    options = parser("Recall@k on train photos that the encoder has not seen.")
    for field in fields(Recipe):
        flag = f"--{field.name.replace('_', '-')}"
        options.add_argument(flag, type=type(field.default), default=field.default)
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)
    recipe = Recipe(**{field.name: getattr(arguments, field.name) for field in fields(Recipe)})

    towers = Towers()
    examples = training_set(
        arguments.data, arguments.cache, towers, arguments.seed, arguments.threads
    )
    part = fold_of(len(examples.split), PARTS, arguments.seed)
    learned = learn(
        examples.subset(np.flatnonzero(part != 0)),
        towers,
        arguments.seed,
        "validation",
        arguments.cache,
        recipe,
    )
    held_out = examples.subset(np.flatnonzero(part == 0)).pairs
    photos = _photo_vectors(learned, held_out, examples.activations[0], towers.image)
    with torch.inference_mode():
        rows = torch.from_numpy(held_out.caption_rows())
        texts = learned.text_head(held_out.captions[rows]).numpy()
    owner = np.repeat(np.arange(len(held_out.count)), held_out.count)
    print("text to photo", retrieval(texts, photos, owner))
    print("photo to text", reverse_retrieval(texts, photos, owner))


@torch.inference_mode()
def _photo_vectors(
    learned: Learned, pairs: Pairs, activations: np.ndarray, tower: ImageTower
) -> np.ndarray:
    """Vectors of the unaltered view of each photo, float32 [photos, dimension]."""
    vectors = []
    for start in range(0, len(pairs.rows), BATCH):
        rows = slice(start, start + BATCH)
        frozen = pairs.photos[0, rows].float()
        stages = frozen[:, CHANNELS : CHANNELS + tower.early_width]
        seen = torch.from_numpy(activations[pairs.rows[rows]].astype(np.float32))
        tuned = learned.late(seen.permute(0, 3, 1, 2), stages)
        vectors.append(learned.image_head(torch.cat([tuned, frozen], dim=1)))
    return torch.cat(vectors).numpy()


if __name__ == "__main__":
    main()
