"""Figures to choose a recipe by: trained without a tenth of the train photos, tried on them.

    python -m ocellus_training.validate --data DIR

The dev split takes no part in any choice.
"""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import torch

from ocellus_training.contrastive import Recipe, train_heads
from ocellus_training.dataset import fold_of
from ocellus_training.recall import retrieval, reverse_retrieval
from ocellus_training.training import Towers, parser, train_pairs

PARTS = 10


def main() -> None:
    options = parser("Recall@k on train photos that the heads have not seen.")
    for field in fields(Recipe):
        flag = f"--{field.name.replace('_', '-')}"
        options.add_argument(flag, type=type(field.default), default=field.default)
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)
    recipe = Recipe(**{field.name: getattr(arguments, field.name) for field in fields(Recipe)})

    split, pairs = train_pairs(arguments.data, arguments.cache, Towers(), arguments.seed)
    part = fold_of(len(split), PARTS, arguments.seed)
    image_head, text_head = train_heads(
        pairs.subset(np.flatnonzero(part != 0)), arguments.seed, recipe, "validation"
    )
    held_out = pairs.subset(np.flatnonzero(part == 0))
    with torch.inference_mode():
        photos = image_head(held_out.photos[0].float()).numpy()
        texts = text_head(held_out.captions[torch.from_numpy(held_out.caption_rows())]).numpy()
    owner = np.repeat(np.arange(len(held_out.count)), held_out.count)
    print("text to photo", retrieval(texts, photos, owner))
    print("photo to text", reverse_retrieval(texts, photos, owner))


if __name__ == "__main__":
    main()
