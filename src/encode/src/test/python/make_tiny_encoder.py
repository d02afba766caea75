"""Writes the tiny dual encoder of the tests: a real CLIP graph with small random weights.

    python make_tiny_encoder.py ../resources/dev/ocellus/encode/tiny-clip

Made with torch 2.9.1, transformers 5.15.1, tokenizers 0.22.1, onnx 1.19.1, pillow 13.0.0. It also
writes reference.json, what the PyTorch model itself answers: token ids and vectors of texts, and
the vectors of a drawn picture (picture.png) preprocessed by CLIPImageProcessor.
"""

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from transformers import CLIPConfig, CLIPModel

SIZE = 32
CONTEXT = 24
DIMENSION = 16
WORDS = "a the on in two dog dogs cat runs beach goose geese red ball play with".split()
MEAN = [0.48145466, 0.4578275, 0.40821073]
STD = [0.26862954, 0.26130258, 0.27577711]
TEXTS = ["a dog runs on the beach", "Two GEESE!", "", "щенок 🐶 \u05d0", "dog " * 100]


def tokenizer() -> Tokenizer:
    """Byte-level BPE as CLIP's, but whole words for a few words and bytes for the rest."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {}
    for token in alphabet + [c + "</w>" for c in alphabet]:
        vocabulary[token] = len(vocabulary)
    merges = []
    for word in WORDS:
        pieces = list(word[:-1]) + [word[-1] + "</w>"]
        while len(pieces) > 1:
            left, right = pieces[0], pieces[1]
            if left + right not in vocabulary:
                vocabulary[left + right] = len(vocabulary)
                merges.append((left, right))
            pieces = [left + right] + pieces[2:]
    vocabulary["<|startoftext|>"] = len(vocabulary)
    vocabulary["<|endoftext|>"] = len(vocabulary)
    result = Tokenizer(
        models.BPE(vocabulary, merges, end_of_word_suffix="</w>", unk_token="<|endoftext|>")
    )
    result.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace("\n", " "), normalizers.Lowercase()]
    )
    result.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    result.decoder = decoders.ByteLevel()
    end = vocabulary["<|endoftext|>"]
    start = vocabulary["<|startoftext|>"]
    result.post_processor = processors.RobertaProcessing(
        sep=("<|endoftext|>", end), cls=("<|startoftext|>", start), add_prefix_space=False
    )
    return result


class TextTower(torch.nn.Module):
    def __init__(self, clip):
        super().__init__()
        self.clip = clip

    def forward(self, input_ids, attention_mask):
        # No fused kernel: the graph keeps plain operators.
        hidden = self.clip.text_model(input_ids=input_ids, attention_mask=attention_mask)
        return self.clip.text_projection(hidden.pooler_output)


class VisionTower(torch.nn.Module):
    def __init__(self, clip):
        super().__init__()
        self.clip = clip

    def forward(self, pixel_values):
        hidden = self.clip.vision_model(pixel_values=pixel_values)
        return self.clip.visual_projection(hidden.pooler_output)


def export(module, inputs, output, axes, path):
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(path),
            dynamo=False,
            opset_version=18,
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes={**{name: axes for name in inputs}, output: {0: "batch"}},
        )


def write(path, content):
    path.write_text(json.dumps(content, indent=1, ensure_ascii=True) + "\n", encoding="utf-8")


def picture() -> Image.Image:
    """48 x 40 pixels with edges, so that resizing and cropping matter."""
    y, x = np.mgrid[0:40, 0:48]
    rgb = np.stack([x * 5, (x // 6 + y // 5) % 2 * 255, 255 - y * 6], axis=-1)
    return Image.fromarray(rgb.clip(0, 255).astype(np.uint8))


def preprocess(photo: Image.Image) -> torch.Tensor:
    """CLIPImageProcessor's steps: shortest edge, centre crop, rescale, normalise."""
    width, height = photo.size
    short, long = min(width, height), max(width, height)
    longer = int(SIZE * long / short)
    size = (SIZE, longer) if width <= height else (longer, SIZE)
    photo = photo.resize(size, Image.Resampling.BICUBIC)
    left, top = (photo.width - SIZE) // 2, (photo.height - SIZE) // 2
    photo = photo.crop((left, top, left + SIZE, top + SIZE))
    rgb = np.asarray(photo, dtype=np.float32) / 255
    return torch.from_numpy(((rgb - MEAN) / STD).astype(np.float32).transpose(2, 0, 1)[None])


def unit(vectors: torch.Tensor) -> list:
    vectors = torch.nn.functional.normalize(vectors, dim=-1)
    return [[float(f"{v:.7g}") for v in row] for row in vectors.tolist()]


def main():
    folder = Path(sys.argv[1])
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    tokens = tokenizer()
    end = tokens.token_to_id("<|endoftext|>")
    text = dict(
        vocab_size=tokens.get_vocab_size(), hidden_size=32, intermediate_size=64,
        num_hidden_layers=2, num_attention_heads=4, max_position_embeddings=CONTEXT,
        bos_token_id=end - 1, eos_token_id=end, pad_token_id=end,
    )
    vision = dict(
        hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
        image_size=SIZE, patch_size=8,
    )
    torch.manual_seed(20260101)
    config = CLIPConfig(text_config=text, vision_config=vision, projection_dim=DIMENSION)
    config._attn_implementation = "eager"
    clip = CLIPModel(config).eval()
    for parameter in clip.parameters():
        # Larger than CLIP's own initial weights, so that different inputs differ clearly.
        torch.nn.init.normal_(parameter, std=0.2) if parameter.dim() > 1 else None
    ids = torch.tensor([[end - 1, 5, 7, end], [end - 1, 9, end, end]])
    mask = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    export(
        TextTower(clip), {"input_ids": ids, "attention_mask": mask}, "text_embeds",
        {0: "batch", 1: "sequence"}, folder / "onnx" / "text_model.onnx",
    )
    export(
        VisionTower(clip), {"pixel_values": torch.zeros(2, 3, SIZE, SIZE)}, "image_embeds",
        {0: "batch"}, folder / "onnx" / "vision_model.onnx",
    )
    tokens.save(str(folder / "tokenizer.json"), pretty=False)
    write(folder / "config.json", {
        "_name_or_path": "ocellus/tiny-clip", "model_type": "clip", "projection_dim": DIMENSION,
        "text_config": text, "vision_config": vision,
    })
    write(folder / "preprocessor_config.json", {
        "crop_size": {"height": SIZE, "width": SIZE}, "do_center_crop": True, "do_normalize": True,
        "do_rescale": True, "do_resize": True, "feature_extractor_type": "CLIPFeatureExtractor",
        "image_mean": MEAN, "image_std": STD, "resample": 3, "rescale_factor": 1 / 255,
        "size": {"shortest_edge": SIZE},
    })
    picture().save(folder / "picture.png")
    tokens.enable_truncation(CONTEXT)
    texts = []
    with torch.inference_mode():
        for string in TEXTS:
            encoded = tokens.encode(string).ids
            vector = TextTower(clip)(torch.tensor([encoded]), torch.ones(1, len(encoded)).long())
            texts.append({"text": string, "input_ids": encoded, "vector": unit(vector)[0]})
        photo = unit(VisionTower(clip)(preprocess(picture())))[0]
    write(folder / "reference.json", {"texts": texts, "picture": photo})


if __name__ == "__main__":
    main()
