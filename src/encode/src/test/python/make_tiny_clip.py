"""Writes the tests' tiny CLIP: the real architecture and tokenizer, small random weights.

    python make_tiny_clip.py ../resources/dev/ocellus/encode/tiny-clip

Token ids, vectors and configuration files come from Transformers. As in the public exports for the
web, the text graph takes input_ids alone, and config.json has the pad and end ids that CLIP's
repositories state, which are not the tokenizer's.
"""

import gzip
import json
import sys
from importlib.metadata import files
from pathlib import Path

import tiny_model as tiny
import torch
from transformers import CLIPConfig, CLIPImageProcessorPil, CLIPModel, CLIPTokenizer

SIZE = 32
CONTEXT = 77
DIMENSION = 16
MERGES = 49152 - 256 - 2


def tokenizer() -> CLIPTokenizer:
    """CLIP's own tokenizer, from the list of merges that it was published with."""
    path = next(f for f in files("open_clip_torch") if f.name == "bpe_simple_vocab_16e6.txt.gz")
    lines = gzip.open(path.locate(), "rt", encoding="utf-8").read().split("\n")
    merges = [tuple(line.split()) for line in lines[1 : MERGES + 1]]
    # Printable bytes stand for themselves, in this order; the others follow as U+0100 and on.
    printable = [*range(ord("!"), 127), *range(ord("¡"), 173), *range(ord("®"), 256)]
    letters = [chr(b) for b in printable]
    letters += [chr(256 + n) for n in range(256 - len(printable))]
    tokens = letters + [c + "</w>" for c in letters] + ["".join(m) for m in merges]
    tokens += ["<|startoftext|>", "<|endoftext|>"]
    vocabulary = {token: i for i, token in enumerate(tokens)}
    assert len(vocabulary) == 49408
    return CLIPTokenizer(vocabulary, merges, model_max_length=CONTEXT)


def save_tokenizer(tokens: CLIPTokenizer, folder: Path) -> None:
    content = json.loads(tokens.backend_tokenizer.to_str())
    content["truncation"] = content["padding"] = None
    # A merge as one string, as in CLIP's repositories; it is shorter than a pair.
    content["model"]["merges"] = [" ".join(m) for m in content["model"]["merges"]]
    tiny.write(folder / "tokenizer.json", content, indent=None)
    tiny.write(folder / "tokenizer_config.json", {
        "bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>",
        "model_max_length": CONTEXT, "pad_token": "<|endoftext|>",
        "tokenizer_class": "CLIPTokenizer", "unk_token": "<|endoftext|>",
    })


def main() -> None:
    folder = Path(sys.argv[1])
    text = dict(
        bos_token_id=0, eos_token_id=2, pad_token_id=1, hidden_size=16, intermediate_size=32,
        max_position_embeddings=CONTEXT, num_attention_heads=4, num_hidden_layers=2,
        vocab_size=49408,
    )
    vision = dict(
        hidden_size=32, image_size=SIZE, intermediate_size=64, num_attention_heads=4,
        num_hidden_layers=2, patch_size=8,
    )
    config = CLIPConfig(text_config=text, vision_config=vision, projection_dim=DIMENSION)
    config._attn_implementation = "eager"
    clip = CLIPModel(config).eval()
    tiny.randomise(clip, seed=20260101, deviation=0.2)
    with torch.no_grad():
        tokens_embedded = clip.text_model.embeddings.token_embedding.weight
        tokens_embedded.copy_(tokens_embedded.half().float())

    def text_tower(model, ids):
        hidden = model.text_model(input_ids=ids)
        return model.text_projection(hidden.pooler_output), hidden.last_hidden_state

    def vision_tower(model, pixels):
        hidden = model.vision_model(pixel_values=pixels)
        return model.visual_projection(hidden.pooler_output), hidden.last_hidden_state

    graph = folder / "onnx" / "text_model.onnx"
    tiny.export(
        text_tower, clip, {"input_ids": torch.tensor([[49406, 5, 49407], [49406, 49407, 49407]])},
        ["text_embeds", "last_hidden_state"],
        {"input_ids": {0: "batch", 1: "sequence"}, "text_embeds": {0: "batch"},
         "last_hidden_state": {0: "batch", 1: "sequence"}}, graph,
    )
    tiny.halve_large_weights(graph)
    tiny.export(
        vision_tower, clip, {"pixel_values": torch.zeros(2, 3, SIZE, SIZE)},
        ["image_embeds", "last_hidden_state"],
        {name: {0: "batch"} for name in ["pixel_values", "image_embeds", "last_hidden_state"]},
        folder / "onnx" / "vision_model.onnx",
    )
    tokens = tokenizer()
    save_tokenizer(tokens, folder)
    tiny.write(folder / "config.json", {
        "_name_or_path": "ocellus/tiny-clip", "logit_scale_init_value": 2.6592,
        "model_type": "clip", "projection_dim": DIMENSION, "text_config": text,
        "vision_config": vision,
    })
    preprocessing = {
        "crop_size": {"height": SIZE, "width": SIZE}, "do_center_crop": True,
        "do_convert_rgb": True, "do_normalize": True, "do_rescale": True, "do_resize": True,
        "image_mean": [0.48145466, 0.4578275, 0.40821073],
        "image_std": [0.26862954, 0.26130258, 0.27577711], "resample": 3,
        "rescale_factor": 1 / 255, "size": {"shortest_edge": SIZE},
    }
    tiny.write(folder / "preprocessor_config.json",
               {"image_processor_type": "CLIPImageProcessor", **preprocessing})
    processor = CLIPImageProcessorPil(**preprocessing)
    tiny.write_reference(
        folder, tokens, {"padding": False},
        lambda ids: text_tower(clip, ids)[0],
        lambda image: vision_tower(clip, processor(image, return_tensors="pt")["pixel_values"])[0],
    )


if __name__ == "__main__":
    main()
