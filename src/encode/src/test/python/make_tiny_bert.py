"""Writes the tests' tiny BERT: the real architecture, small random weights, a word-piece tokenizer.

    python make_tiny_bert.py ../resources/dev/ocellus/encode/tiny-bert

The folder is laid out as sentence-transformers and Optimum leave it: model.onnx, which gives
last_hidden_state alone, and 1_Pooling/config.json. The references are Transformers' states, pooled
by PyTorch: the mean over the attention mask, and the state of [CLS].
"""

import json
import sys
from pathlib import Path

import tiny_model as tiny
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

WIDTH = 32
CONTEXT = 48
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = ["dog", "##s", "two", "the", "beach", "window", "a", "of", "goose", "##ball", "runs", "in"]


def tokenizer() -> PreTrainedTokenizerFast:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    marks = list("'!?.,;:()[]{}<>/&%$#@_-~=+*|\"")
    pieces = SPECIAL + list(letters) + [f"##{c}" for c in letters] + marks + WORDS
    vocabulary = {piece: i for i, piece in enumerate(dict.fromkeys(pieces))}
    tokens = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokens.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokens.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokens.post_processor = processors.BertProcessing(
        ("[SEP]", vocabulary["[SEP]"]), ("[CLS]", vocabulary["[CLS]"])
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokens, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]", model_max_length=CONTEXT,
    )


def numbers(vector: torch.Tensor) -> list[float]:
    return [float(f"{v:.7g}") for v in vector.tolist()]


def main() -> None:
    folder = Path(sys.argv[1])
    tokens = tokenizer()
    config = BertConfig(
        vocab_size=len(tokens), hidden_size=WIDTH, intermediate_size=48, num_attention_heads=4,
        num_hidden_layers=2, max_position_embeddings=CONTEXT, pad_token_id=0,
    )
    config._attn_implementation = "eager"
    bert = BertModel(config, add_pooling_layer=False).eval()
    tiny.randomise(bert, seed=20260101, deviation=0.3)

    def states(model, ids, mask, types):
        return model(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state

    ids = torch.tensor([[2, 9, 3], [2, 3, 0]])
    inputs = {"input_ids": ids, "attention_mask": (ids != 0).long(), "token_type_ids": 0 * ids}
    tiny.export(
        states, bert, inputs, ["last_hidden_state"],
        {name: {0: "batch", 1: "sequence"} for name in [*inputs, "last_hidden_state"]},
        folder / "model.onnx",
    )
    content = json.loads(tokens.backend_tokenizer.to_str())
    content["truncation"] = content["padding"] = None
    tiny.write(folder / "tokenizer.json", content, indent=None)
    tiny.write(folder / "tokenizer_config.json", {
        "do_lower_case": True, "model_max_length": CONTEXT, "pad_token": "[PAD]",
        "tokenizer_class": "BertTokenizer",
    })
    tiny.write(folder / "config.json", {
        "hidden_size": WIDTH, "max_position_embeddings": CONTEXT, "model_type": "bert",
        "pad_token_id": 0,
    })
    tiny.write(folder / "1_Pooling" / "config.json", {
        "pooling_mode_cls_token": False, "pooling_mode_max_tokens": False,
        "pooling_mode_mean_sqrt_len_tokens": False, "pooling_mode_mean_tokens": True,
        "word_embedding_dimension": WIDTH,
    })
    reference = []
    with torch.inference_mode():
        for text in tiny.TEXTS:
            given = tokens(text, truncation=True, return_tensors="pt")
            state = bert(**given).last_hidden_state[0]
            mask = given["attention_mask"][0, :, None].float()
            reference.append({
                "text": text, "mean": numbers((state * mask).sum(0) / mask.sum()),
                "cls": numbers(state[0]),
            })
    tiny.write(folder / "reference.json", reference, indent=None)


if __name__ == "__main__":
    main()
