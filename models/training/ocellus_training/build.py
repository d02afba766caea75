"""Trains on the whole train split and writes the finished model folder.

    python -m ocellus_training.build --data DIR --out models/lite2-minilm-v3
"""

from __future__ import annotations

from pathlib import Path

import torch

from ocellus_training import calibration
from ocellus_training.build_caption_tower import tower_of_captions
from ocellus_training.learned import FILE_NAME
from ocellus_training.model_folder import MODEL_NAME, write_model
from ocellus_training.training import Towers, learn, parser, training_set


def main() -> None:
    options = parser("Build the bundled encoder.")
    options.add_argument("--out", type=Path, required=True, help="model folder to write")
    options.add_argument("--float32", action="store_true", help="write float32 graphs")
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)

    towers = Towers()
    examples = training_set(
        arguments.data, arguments.cache, towers, arguments.seed, arguments.threads
    )
    learned = learn(examples, towers, arguments.seed, "encoder", arguments.cache)
    learned.save(arguments.cache / FILE_NAME)
    photos = None if arguments.float32 else calibration.of_split(examples.split)
    captions = tower_of_captions(towers.text, examples.split, arguments.seed, arguments.cache)
    encoders = towers.encoders(learned)
    write_model(arguments.out, MODEL_NAME, *encoders, photos, captions=captions)
    print(f"wrote {arguments.out}")


if __name__ == "__main__":
    main()
