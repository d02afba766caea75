"""Models that have not seen a part of the train split, for training what stands on the encoder.

    python -m ocellus_training.folds --data DIR --out DIR --folds 6 --first 1

An encoder is better on the photos that it was trained on than on any others. A fusion of its
scores that is fitted on those photos trusts it too much. ``fold-K`` never saw the photos listed
in ``fold-K.txt`` (nor their captions): on them, its scores are as they will be on new photos.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ocellus_training import calibration
from ocellus_training.build_caption_tower import tower_of_captions
from ocellus_training.dataset import fold_of
from ocellus_training.model_folder import MODEL_NAME, SUMS, write_model
from ocellus_training.training import Towers, learn, parser, training_set


def main() -> None:
    options = parser("Build one encoder for each fold of the train split.")
    options.add_argument("--out", type=Path, required=True, help="folder for fold-0, fold-1, ...")
    options.add_argument("--folds", type=int, default=6)
    options.add_argument("--first", type=int, help="build only so many of the folds (default: all)")
    arguments = options.parse_args()
    arguments.first = arguments.folds if arguments.first is None else arguments.first
    torch.set_num_threads(arguments.threads)

    towers = Towers()
    examples = training_set(
        arguments.data, arguments.cache, towers, arguments.seed, arguments.threads
    )
    split = examples.split
    photos = calibration.of_split(split)
    assignment = fold_of(len(split), arguments.folds, arguments.seed)
    for fold in range(arguments.first):
        name = f"fold-{fold}"
        folder = arguments.out / name
        if (folder / SUMS).exists():
            print(f"{folder}: already there")
            continue
        rest = examples.subset(np.flatnonzero(assignment != fold))
        learned = learn(rest, towers, arguments.seed, name, arguments.cache)
        folder.mkdir(parents=True, exist_ok=True)
        held_out = (split.photos[i] for i in np.flatnonzero(assignment == fold))
        listing = "".join(f"{photo}\n" for photo in held_out)
        (arguments.out / f"{name}.txt").write_text(listing, encoding="utf-8")
        # SHA256SUMS is written last: it marks a complete fold.
        captions = tower_of_captions(towers.text, rest.split, arguments.seed)
        encoders = towers.encoders(learned)
        write_model(folder, f"{MODEL_NAME}-{name}", *encoders, photos, captions=captions)
        print(f"wrote {folder}")


if __name__ == "__main__":
    main()
