"""Figures of a finished model folder, computed with the shipped graphs.

    python -m ocellus_training.evaluate --model models/lite2-minilm-v3 --data DIR
    python -m ocellus_training.evaluate --model models/lite2-minilm-v3 \\
        --photos testdata/photos --captions testdata/captions.csv
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from ocellus_training.dataset import Split, load_split, load_table
from ocellus_training.late_recall import TokenVectors, late_recall
from ocellus_training.recall import retrieval, reverse_retrieval
from ocellus_training.runtime import OnnxEncoder
from ocellus_training.text_tower import TextTower, text_vectors



def main() -> None:
    parser = argparse.ArgumentParser(description="Recall@k of a model folder.")
    parser.add_argument("--model", type=Path, required=True, help="model folder")
    parser.add_argument("--data", type=Path, help="folder in the Flickr8k layout: its dev split")
    parser.add_argument("--photos", type=Path, help="instead: folder of photos")
    parser.add_argument("--captions", type=Path, help="with --photos: CSV image,caption")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    if arguments.data:
        split = load_split(arguments.data, "dev")
    elif arguments.photos and arguments.captions:
        split = load_table(arguments.photos, arguments.captions)
    else:
        parser.error("give --data, or --photos and --captions")
    encoder = OnnxEncoder(arguments.model, arguments.threads)
    photos = encoder.photos([split.path(photo) for photo in split.photos])
    texts = encoder.texts(_captions(split))
    print(f"{len(photos)} photos, {len(texts)} captions, {photos.shape[1]} dimensions")
    _print_cross_modal(split, photos, texts, encoder.learned_dimension)
    if len(texts) > len(photos):
        _print_one_caption(split, texts, encoder.learned_dimension)
        _print_late_interaction(split, encoder)


def _print_cross_modal(split: Split, photos: np.ndarray, texts: np.ndarray, learned: int) -> None:
    owner = _owners(split)
    for name, part in _parts(learned).items():
        items, queries = _unit(photos[:, part]), _unit(texts[:, part])
        _print_row(f"text to photo, {name}", retrieval(queries, items, owner))
        _print_row(f"photo to text, {name}", reverse_retrieval(queries, items, owner))


def _parts(learned: int) -> dict[str, slice]:
    """Name -> columns of a vector; an encoder without a learned part has only one."""
    if learned == 0:
        return {"classes (b)": slice(None)}
    return {"learned (a)": slice(learned), "classes (b)": slice(learned, None), "both": slice(None)}


def _print_one_caption(split: Split, texts: np.ndarray, learned: int) -> None:
    """One caption: the first caption of each photo is indexed, the others are the queries."""
    owner, first, others = _one_caption(split)
    captions = _captions(split)
    spaces = {name: texts[:, part] for name, part in _parts(learned).items()}
    spaces["text tower alone"] = text_vectors(TextTower(), captions)
    for name, vectors in spaces.items():
        unit = _unit(vectors)
        _print_row(f"one caption, {name}", retrieval(unit[others], unit[first], owner[others]))


def _print_late_interaction(split: Split, encoder: OnnxEncoder) -> None:
    """One caption again, token by token."""
    owner, first, others = _one_caption(split)
    tokens = TokenVectors(encoder.text, encoder.tokenizer, _captions(split))
    sentences = tokens.sentences
    recalls = retrieval(sentences[others], sentences[first], owner[others])
    _print_row("one caption, sentence_embedding", recalls)

    def row(name: str, vectors: list[np.ndarray], items: list[np.ndarray], weights: list) -> None:
        queries = [vectors[i] for i in others], [weights[i] for i in others]
        _print_row(name, late_recall(*queries, [items[i] for i in first], owner[others]))

    even = [np.ones_like(weight) for weight in tokens.weights]
    row("token_embeddings", tokens.states, tokens.states, even)
    row("token_vectors, weights all 1", tokens.vectors, tokens.vectors, even)
    row("token_vectors", tokens.vectors, tokens.vectors, tokens.weights)
    row("token_vectors, indexed in bytes", tokens.vectors, tokens.in_bytes(), tokens.weights)


def _captions(split: Split) -> list[str]:
    return [caption for captions in split.captions for caption in captions]


def _one_caption(split: Split) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The photo of each caption; the captions that are indexed, and the queries."""
    owner = _owners(split)
    first = np.unique(owner, return_index=True)[1]
    return owner, first, np.setdiff1d(np.arange(len(owner)), first)


def _owners(split: Split) -> np.ndarray:
    return np.repeat(np.arange(len(split)), [len(captions) for captions in split.captions])


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _print_row(name: str, recalls: dict[str, float]) -> None:
    print(f"{name:32} " + "  ".join(f"{key} {value:5.1f}" for key, value in recalls.items()))


if __name__ == "__main__":
    main()
