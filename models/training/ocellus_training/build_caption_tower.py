"""Trains the caption tower of a finished model folder anew and writes it into the text graph.

    python -m ocellus_training.build_caption_tower --model models/lite2-minilm-v3 --data DIR

Only the captions of the train split are read. With ``--trained FILE`` nothing is trained: the
file that an earlier run left in its cache folder is written into the graph. build does the same on
its way.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from ocellus_training.caption_outputs import write_caption_tower
from ocellus_training.caption_tower import (
    FILE_NAME,
    SHARED_LAYERS,
    CaptionTower,
    load_caption_tower,
)
from ocellus_training.caption_training import train_caption_tower
from ocellus_training.dataset import Split, load_split
from ocellus_training.model_folder import TEXT_GRAPH, write_sums
from ocellus_training.text_tower import TextTower
from ocellus_training.token_states import lower_states
from ocellus_training.training import SEED, default_cache


def tower_of_captions(
    tower: TextTower, split: Split, seed: int, cache: Path
) -> CaptionTower:
    """Learned from a split's captions, and kept in the cache."""
    texts = [caption for captions in split.captions for caption in captions]
    states = lower_states(tower, texts, SHARED_LAYERS)
    count = np.array([len(captions) for captions in split.captions])
    checkpoint = cache / "caption-tower-checkpoint.pt"
    tuned = train_caption_tower(tower, states, count, seed, checkpoint=checkpoint)
    tuned.save(cache / FILE_NAME)
    return tuned


def main() -> None:
    options = argparse.ArgumentParser(description="Write the caption tower of a model.")
    options.add_argument("--model", type=Path, required=True, help="model folder, which is changed")
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", type=Path, help="folder in the Flickr8k layout, to learn from")
    source.add_argument("--trained", type=Path, help=f"a trained {FILE_NAME}")
    options.add_argument("--cache", type=Path, default=default_cache())
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--float32", action="store_true", help="for a model in float32")
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)
    tower = TextTower()
    if arguments.trained:
        captions = load_caption_tower(arguments.trained, tower)
    else:
        split = load_split(arguments.data, "train")
        captions = tower_of_captions(tower, split, arguments.seed, arguments.cache)
    graph = arguments.model / TEXT_GRAPH
    write_caption_tower(graph, captions, quantized=not arguments.float32)
    write_sums(arguments.model)
    print(f"wrote {graph}")


if __name__ == "__main__":
    main()
