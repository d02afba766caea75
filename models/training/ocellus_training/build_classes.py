"""Writes the encoder of the class-semantic space alone; trains nothing.

Any few dozen photos will do for ``--photos``: only the ranges of activations are taken from them.

    python -m ocellus_training.build_classes --photos testdata/photos \\
        --out models/lite2-minilm-classes-v1
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from ocellus_training import calibration
from ocellus_training.class_encoder import ClassImageEncoder, ClassTextEncoder
from ocellus_training.class_space import (
    ClassSpace,
    class_sentences,
    class_synonym_sentences,
    class_vectors,
)
from ocellus_training.image_tower import ImageTower
from ocellus_training.late_interaction import LateInteractionHead, principal_head
from ocellus_training.model_folder import TEXT_GRAPH, write_model, write_sums
from ocellus_training.text_tower import TextTower
from ocellus_training.token_outputs import write_late_interaction
from ocellus_training.token_states import token_states
from ocellus_training.training import SEED

MODEL_NAME = "ocellus/lite2-minilm-classes-v1"


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the encoder without learned heads.")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--photos", type=Path, required=True, help="folder of photos to quantize by")
    parser.add_argument("--float32", action="store_true", help="write float32 graphs")
    arguments = parser.parse_args()
    tower = TextTower()
    classes = ClassSpace(class_vectors(tower))
    image = ClassImageEncoder(ImageTower(), classes)
    text = ClassTextEncoder(tower, classes)
    photos = None if arguments.float32 else calibration.of_folder(arguments.photos, SEED)
    write_model(
        arguments.out,
        MODEL_NAME,
        image,
        text,
        photos,
        learned_dimension=0,
    )
    graph = arguments.out / TEXT_GRAPH
    write_late_interaction(graph, head_of_classes(graph))
    write_sums(arguments.out)
    print(f"wrote {arguments.out}")


def head_of_classes(graph: Path) -> LateInteractionHead:
    """From the sentences about the ImageNet classes, by their names alone, as the text graph reads
    them."""
    synonyms = [text for texts in class_synonym_sentences() for text in texts]
    states = token_states(graph, class_sentences() + synonyms)
    return principal_head(torch.from_numpy(states.states).float())


if __name__ == "__main__":
    main()
