"""Trains the heads on the whole train split and writes the finished model folder.

    python -m ocellus_training.build --data DIR --out models/lite2-minilm-v1
"""

from __future__ import annotations

from pathlib import Path

import torch

from ocellus_training.contrastive import train_heads
from ocellus_training.heads_file import FILE_NAME, save_heads
from ocellus_training.model_folder import MODEL_NAME, write_model
from ocellus_training.training import Towers, parser, train_pairs


def main() -> None:
    options = parser("Build the bundled encoder.")
    options.add_argument("--out", type=Path, required=True, help="model folder to write")
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)

    towers = Towers()
    _, pairs = train_pairs(arguments.data, arguments.cache, towers, arguments.seed)
    image_head, text_head = train_heads(pairs, arguments.seed)
    save_heads(arguments.cache / FILE_NAME, image_head, text_head)
    write_model(arguments.out, MODEL_NAME, *towers.encoders(image_head, text_head))
    print(f"wrote {arguments.out}")


if __name__ == "__main__":
    main()
