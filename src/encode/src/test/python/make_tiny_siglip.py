"""Writes the tests' tiny SigLIP: the real architecture, small random weights, a tokenizer of its kind.

    python make_tiny_siglip.py ../resources/dev/ocellus/encode/tiny-siglip

SigLIP's vocabulary is in no package, so a Unigram vocabulary is learned from testdata's captions,
behind the normalisation that SigLIP's tokenizer does: lower case, no ASCII punctuation, single
spaces; texts end with </s> and are padded with it to 64 tokens. As in the public exports, outputs
are last_hidden_state and pooler_output. The fp16 graphs take and give 16-bit floats, and their
text graph takes 32-bit ids in batches of 64 tokens.
"""

import csv
import json
import sys
from pathlib import Path

import onnx
import tiny_model as tiny
import torch
from onnxruntime.transformers.float16 import convert_float_to_float16
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast, SiglipConfig, SiglipImageProcessorPil, SiglipModel

HEIGHT = 32
WIDTH = 32
CONTEXT = 64
WIDTH_OF_TOWERS = 24
VOCABULARY = 600


def tokenizer() -> PreTrainedTokenizerFast:
    tokens = Tokenizer(models.Unigram())
    tokens.normalizer = normalizers.Sequence([
        normalizers.Lowercase(),
        normalizers.Replace(Regex("[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]"), ""),
        normalizers.Replace(Regex("\\s+"), " "),
        normalizers.Strip(),
        normalizers.NFKC(),
    ])
    tokens.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    with open(tiny.PHOTOS.parent / "captions.csv", encoding="utf-8") as file:
        captions = [row["caption"] for row in csv.DictReader(file)]
    trainer = trainers.UnigramTrainer(
        vocab_size=VOCABULARY, special_tokens=["<unk>", "</s>"], unk_token="<unk>",
        show_progress=False,
    )
    tokens.train_from_iterator(captions, trainer)
    # Threads add up in any order; rounded, the vocabulary is the same every time.
    model = json.loads(tokens.to_str())["model"]
    pieces = [(piece, round(score, 6)) for piece, score in model["vocab"]]
    tokens.model = models.Unigram(
        pieces[:2] + sorted(pieces[2:], key=lambda p: (-p[1], p[0])), model["unk_id"]
    )
    end = tokens.token_to_id("</s>")
    tokens.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", end)]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokens, unk_token="<unk>", eos_token="</s>", pad_token="</s>",
        model_max_length=CONTEXT,
    )


def save_tokenizer(tokens: PreTrainedTokenizerFast, folder: Path) -> None:
    content = json.loads(tokens.backend_tokenizer.to_str())
    content["truncation"] = content["padding"] = None
    tiny.write(folder / "tokenizer.json", content, indent=None)
    tiny.write(folder / "tokenizer_config.json", {
        "do_lower_case": True, "model_max_length": CONTEXT, "tokenizer_class": "SiglipTokenizer",
    })
    tiny.write(folder / "special_tokens_map.json", {
        "eos_token": {"content": "</s>", "lstrip": True, "normalized": False, "rstrip": True,
                      "single_word": False},
        "pad_token": {"content": "</s>", "lstrip": True, "normalized": False, "rstrip": True,
                      "single_word": False},
    })


def save_half(folder: Path) -> None:
    """The graphs in 16-bit floats, inputs and outputs included; 32-bit ids, fixed length."""
    for tower in ["text", "vision"]:
        model = onnx.load(folder / "onnx" / f"{tower}_model.onnx")
        half = convert_float_to_float16(model, keep_io_types=False)
        if tower == "text":
            ids = half.graph.input[0]
            ids.type.tensor_type.elem_type = onnx.TensorProto.INT32
            ids.type.tensor_type.shape.dim[1].ClearField("dim_param")
            ids.type.tensor_type.shape.dim[1].dim_value = CONTEXT
            for node in half.graph.node:
                for i, name in enumerate(node.input):
                    node.input[i] = "wide_ids" if name == ids.name else name
            widen = onnx.helper.make_node("Cast", [ids.name], ["wide_ids"], to=onnx.TensorProto.INT64)
            half.graph.node.insert(0, widen)
        onnx.save(half, folder / "onnx" / f"{tower}_model_fp16.onnx")


def main() -> None:
    folder = Path(sys.argv[1])
    tokens = tokenizer()
    text = dict(
        hidden_size=WIDTH_OF_TOWERS, intermediate_size=48, max_position_embeddings=CONTEXT,
        num_attention_heads=4, num_hidden_layers=2, vocab_size=len(tokens),
    )
    vision = dict(
        hidden_size=WIDTH_OF_TOWERS, image_size=HEIGHT, intermediate_size=48,
        num_attention_heads=4, num_hidden_layers=2, patch_size=8,
    )
    config = SiglipConfig(text_config=text, vision_config=vision)
    config._attn_implementation = "eager"
    siglip = SiglipModel(config).eval()
    tiny.randomise(siglip, seed=20260102, deviation=0.4)

    def text_tower(model, ids):
        hidden = model.text_model(input_ids=ids)
        return hidden.last_hidden_state, hidden.pooler_output

    def vision_tower(model, pixels):
        hidden = model.vision_model(pixel_values=pixels)
        return hidden.last_hidden_state, hidden.pooler_output

    names = ["last_hidden_state", "pooler_output"]
    tiny.export(
        text_tower, siglip, {"input_ids": torch.ones(2, CONTEXT, dtype=torch.long)}, names,
        {"input_ids": {0: "batch", 1: "sequence"}, **{name: {0: "batch"} for name in names}},
        folder / "onnx" / "text_model.onnx",
    )
    tiny.export(
        vision_tower, siglip, {"pixel_values": torch.zeros(2, 3, HEIGHT, WIDTH)}, names,
        {name: {0: "batch"} for name in ["pixel_values", *names]},
        folder / "onnx" / "vision_model.onnx",
    )
    save_half(folder)
    save_tokenizer(tokens, folder)
    tiny.write(folder / "config.json", {
        "_name_or_path": "ocellus/tiny-siglip", "model_type": "siglip",
        # SigLIP's repositories leave out what is Transformers' default, as 64 positions are.
        "text_config": {k: v for k, v in text.items() if k != "max_position_embeddings"}
        | {"model_type": "siglip_text_model"},
        "vision_config": vision | {"model_type": "siglip_vision_model"},
    })
    preprocessing = {
        "do_normalize": True, "do_rescale": True, "do_resize": True,
        "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5], "resample": 2,
        "rescale_factor": 1 / 255, "size": {"height": HEIGHT, "width": WIDTH},
    }
    tiny.write(folder / "preprocessor_config.json",
               {"image_processor_type": "SiglipImageProcessor", **preprocessing})
    processor = SiglipImageProcessorPil(**preprocessing)
    tiny.write_reference(
        folder, tokens, {"padding": "max_length", "max_length": CONTEXT},
        lambda ids: text_tower(siglip, ids)[1],
        lambda image: vision_tower(siglip, processor(image, return_tensors="pt")["pixel_values"])[1],
    )


if __name__ == "__main__":
    main()
