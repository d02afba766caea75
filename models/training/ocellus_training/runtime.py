"""A finished model folder as a user runs it: graphs in ONNX Runtime, configuration files read."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer
from tqdm import tqdm

from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.text_tower import tokenize

BATCH = 32


class OnnxEncoder:
    """The encoder in ``folder``: photos and texts to unit vectors."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.learned_dimension: int = config["learned_dim"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(config["text_config"]["max_position_embeddings"])
        self.tokenizer.enable_padding()
        self.vision = session(folder / "onnx" / "vision_model.onnx", threads)
        self.text = session(folder / "onnx" / "text_model.onnx", threads)

    def photos(self, paths: list[Path]) -> np.ndarray:
        """float32 [photos, dimension]"""
        vectors = []
        for start in tqdm(range(0, len(paths), BATCH), desc="photos", unit="batch"):
            seen = [squash(open_photo(path)) for path in paths[start : start + BATCH]]
            vectors.append(self.vision.run(None, {"pixel_values": pixel_values(seen)})[0])
        return np.concatenate(vectors)

    def texts(self, texts: list[str]) -> np.ndarray:
        """float32 [texts, dimension]"""
        return np.stack([self.text_vector(text) for text in tqdm(texts, desc="texts")])

    def text_vector(self, text: str) -> np.ndarray:
        """float32 [dimension]; alone, since the quantized graph takes its ranges over a batch."""
        ids, mask = tokenize(self.tokenizer, [text])
        return self.text.run(["text_embeds"], {"input_ids": ids, "attention_mask": mask})[0][0]


def session(graph: Path, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
