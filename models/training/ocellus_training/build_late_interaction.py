"""Makes the late-interaction head of a finished model folder anew and writes it into the text graph.

    python -m ocellus_training.build_late_interaction --model models/lite2-minilm-v2 --data DIR
    python -m ocellus_training.build_late_interaction --model models/lite2-minilm-classes-v1

With ``--data`` the head learns from the captions of the train split, and no other split is read;
without, nothing is learned: it keeps the principal directions of the class names' tokens. build,
folds and build_classes do the same on their way.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from ocellus_training.class_space import class_sentences, class_synonym_sentences
from ocellus_training.dataset import Split, load_split
from ocellus_training.late_interaction import (
    DIMENSION,
    LateInteractionHead,
    Recipe,
    principal_head,
    train_late_interaction,
)
from ocellus_training.model_folder import TEXT_GRAPH, write_sums
from ocellus_training.token_outputs import write_late_interaction
from ocellus_training.token_states import token_states
from ocellus_training.training import SEED


def head_of_captions(
    graph: Path, split: Split, seed: int, recipe: Recipe = Recipe()
) -> LateInteractionHead:
    """Learned from a split's captions, as the text graph reads them.

    One thread in training, so that the same seed gives the same head.
    """
    texts = [caption for captions in split.captions for caption in captions]
    states = token_states(graph, texts)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        count = np.array([len(captions) for captions in split.captions])
        return train_late_interaction(states, count, seed, recipe)
    finally:
        torch.set_num_threads(threads)


def head_of_classes(graph: Path, dimension: int = DIMENSION) -> LateInteractionHead:
    """From the sentences about the ImageNet classes, by their names alone."""
    synonyms = [text for texts in class_synonym_sentences() for text in texts]
    states = token_states(graph, class_sentences() + synonyms)
    return principal_head(torch.from_numpy(states.states).float(), dimension)


def main() -> None:
    options = argparse.ArgumentParser(description="Write the late-interaction head of a model.")
    options.add_argument("--model", type=Path, required=True, help="model folder, which is changed")
    options.add_argument("--data", type=Path, help="folder in the Flickr8k layout, to learn from")
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--dimension", type=int, default=DIMENSION)
    arguments = options.parse_args()
    graph = arguments.model / TEXT_GRAPH
    if arguments.data:
        recipe = Recipe(dimension=arguments.dimension)
        head = head_of_captions(graph, load_split(arguments.data, "train"), arguments.seed, recipe)
    else:
        head = head_of_classes(graph, arguments.dimension)
    write_late_interaction(graph, head)
    write_sums(arguments.model)
    print(f"wrote {graph}")


if __name__ == "__main__":
    main()
