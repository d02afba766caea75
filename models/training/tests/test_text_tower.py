from __future__ import annotations

import torch
from transformers import BertModel

from ocellus_training.text_tower import TextTower, load_tokenizer, package_folder, tokenize

TEXTS = ["two dogs play in the snow", "hi", "A long text, with many words; " * 30, ""]


def test_the_tower_is_the_published_network() -> None:
    reference = BertModel.from_pretrained(package_folder(), add_pooling_layer=False).eval()
    ids, mask = map(torch.from_numpy, tokenize(load_tokenizer(), TEXTS))
    weights = mask.unsqueeze(-1).float()
    with torch.inference_mode():
        layers = reference(
            input_ids=ids, attention_mask=mask, output_hidden_states=True
        ).hidden_states
        means = [(layer * weights).sum(dim=1) / weights.sum(dim=1) for layer in layers]
        maximum = layers[-1].masked_fill(weights == 0, -torch.inf).amax(dim=1)
        expected = torch.cat([means[-1], maximum, layers[-1][:, 0], *means[:-1]], dim=1)
        actual = TextTower()(ids, mask)
    torch.testing.assert_close(actual, expected, atol=1e-4, rtol=0)


def test_a_text_is_cut_at_128_tokens() -> None:
    ids, _ = tokenize(load_tokenizer(), [TEXTS[2]])
    assert ids.shape == (1, 128)
