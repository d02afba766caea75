"""Writes the encoder of the class-semantic space alone; trains nothing.

Any few dozen photos will do for ``--photos``: only the ranges of activations are taken from them.

    python -m ocellus_training.build_classes --photos testdata/photos \\
        --out models/lite2-minilm-classes-v1
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ocellus_training import calibration
from ocellus_training.build_late_interaction import head_of_classes
from ocellus_training.class_encoder import ClassImageEncoder, ClassTextEncoder
from ocellus_training.class_space import ClassSpace, class_vectors
from ocellus_training.image_tower import ImageTower
from ocellus_training.model_folder import write_model
from ocellus_training.text_tower import TextTower
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
        token_head=head_of_classes,
    )
    print(f"wrote {arguments.out}")


if __name__ == "__main__":
    main()
