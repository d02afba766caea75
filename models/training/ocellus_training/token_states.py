"""What a text graph or the layers of a text tower make of the tokens of many texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from ocellus_training.inner_outputs import TOKENS
from ocellus_training.runtime import session
from ocellus_training.text_tower import TextTower, load_tokenizer, tokenize


@dataclass(frozen=True)
class TokenStates:
    """states: float16 [all tokens, 384], text by text. first: int [texts + 1], where each text's
    tokens begin; the last is where they end."""

    states: np.ndarray
    first: np.ndarray

    def __len__(self) -> int:
        return len(self.first) - 1

    def of(self, text: int) -> Tensor:
        """float32 [tokens, 384]"""
        return torch.from_numpy(self.states[self.first[text] : self.first[text + 1]]).float()

    def padded(self, texts: np.ndarray, most: int) -> tuple[Tensor, Tensor]:
        """The first ``most`` tokens of each, float32 [texts, longest, 384], and which of these there
        are, bool [texts, longest]."""
        rows = [self.of(text)[:most] for text in texts]
        padded = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
        lengths = torch.tensor([len(row) for row in rows])
        return padded, torch.arange(padded.shape[1]) < lengths[:, None]


def token_states(graph: Path, texts: list[str], threads: int = 1) -> TokenStates:
    """[CLS] and [SEP] left out. Runs the text graph, which must have the output token_embeddings, once
    for each text, as it is when used."""
    tokenizer = load_tokenizer()
    text_graph = session(graph, threads)
    states, first = [], [0]
    for text in tqdm(texts, desc="token states", unit="text"):
        ids, mask = tokenize(tokenizer, [text])
        run = text_graph.run([TOKENS], {"input_ids": ids, "attention_mask": mask})[0]
        states.append(run[0, 1:-1].astype(np.float16))
        first.append(first[-1] + len(states[-1]))
    return TokenStates(np.concatenate(states), np.array(first))


@torch.inference_mode()
def lower_states(tower: TextTower, texts: list[str], layers: int, batch: int = 64) -> TokenStates:
    """What the first ``layers`` layers make of the tokens, [CLS] and [SEP] among them."""
    tokenizer = load_tokenizer()
    order = np.argsort([len(text) for text in texts], kind="stable")
    states: list[np.ndarray] = [np.empty(0)] * len(texts)
    for start in tqdm(range(0, len(texts), batch), desc="lower layers", unit="batch"):
        rows = order[start : start + batch]
        ids, mask = tokenize(tokenizer, [texts[row] for row in rows])
        read = tower.states(torch.from_numpy(ids), torch.from_numpy(mask), layers).numpy()
        for row, text, length in zip(rows, read, mask.sum(axis=1), strict=True):
            states[row] = text[:length].astype(np.float16)
    first = np.cumsum([0, *map(len, states)])
    return TokenStates(np.concatenate(states), first)
