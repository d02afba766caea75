"""Writes the encoder of the class-semantic space alone; needs no photos and trains nothing.

    python -m ocellus_training.build_classes --out models/lite2-minilm-classes-v1
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ocellus_training.class_encoder import ClassImageEncoder, ClassTextEncoder
from ocellus_training.class_space import ClassSpace, class_vectors
from ocellus_training.image_tower import ImageTower
from ocellus_training.model_folder import write_model
from ocellus_training.text_tower import TextTower

MODEL_NAME = "ocellus/lite2-minilm-classes-v1"


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the encoder without learned heads.")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    arguments = parser.parse_args()
    tower = TextTower()
    classes = ClassSpace(class_vectors(tower))
    image = ClassImageEncoder(ImageTower(), classes)
    write_model(
        arguments.out, MODEL_NAME, image, ClassTextEncoder(tower, classes), learned_dimension=0
    )
    print(f"wrote {arguments.out}")


if __name__ == "__main__":
    main()
