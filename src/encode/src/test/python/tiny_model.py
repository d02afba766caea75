"""What the makers of the tests' tiny encoders share: export, references, files in the hub layout.

The graphs are Transformers' own models with small random weights, so a test that agrees with them
agrees with the real architecture; only the numbers in the weights differ from a trained model's.
"""

import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from PIL import Image

PHOTOS = Path(__file__).parents[5] / "testdata" / "photos"

# Landscape, portrait, square and gray.
REFERENCE_PHOTOS = [
    "aqueduct.jpg", "djembe.jpg", "hopper.jpg", "astronaut.jpg", "camera.jpg", "cutlery.jpg",
]

TEXTS = [
    "a photo of a cat",
    "Two dogs look out of a window.",
    "A dog's bowl; they'll eat, won't they? I'm sure I've seen it'd be",
    "TWO  GEESE\twalk \n on   the BEACH  ",
    "",
    " ",
    "café naïve Ångström straße İstanbul",
    "cafe\u0301 with a combining accent",
    "щенок играет с мячом",
    "小さな犬が走る",
    "a dog 🐶 and a family 👩‍👩‍👧 🏖️",
    "fish &amp; chips &lt;b&gt; &#39;quoted&#39; <br/>",
    "1234567890 3.14 50% $5 #tag @home under_score a-b (c) [d] {e} ~f",
    "<|startoftext|>special<|endoftext|> tokens </s> <pad> in a text",
    "…“quotes” – dashes — ﬁ ligature ½ ™",
    "a black dog runs on the beach with a red ball " * 12,
    "dog " * 74 + "goose",
    "dog " * 300,
]


class Outputs(torch.nn.Module):
    """A tower that gives some of a model's outputs, in the order of their names."""

    def __init__(self, forward, model):
        super().__init__()
        self.model = model
        self.run = forward

    def forward(self, *inputs):
        return self.run(self.model, *inputs)


def randomise(model: torch.nn.Module, seed: int, deviation: float) -> None:
    """Weights larger than the initial ones, so that different inputs differ clearly."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if not ("norm" in name and name.endswith("weight")):
                parameter.normal_(0, deviation, generator=generator)


def export(forward, model, inputs: dict, outputs: list[str], axes: dict, path: Path) -> None:
    """Writes a graph with named inputs and outputs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Outputs(forward, model).eval(), tuple(inputs.values()), str(path), dynamo=False,
            opset_version=18, input_names=list(inputs), output_names=outputs, dynamic_axes=axes,
        )
    graph = onnx.load(path)
    for node in graph.graph.node:
        node.ClearField("doc_string")
        del node.metadata_props[:]
    onnx.save(graph, path)


def halve_large_weights(path: Path, least: int = 100_000) -> None:
    """Stores large weights in 16 bits with a cast behind; they must be exact in 16 bits."""
    model = onnx.load(path)
    for weights in [w for w in model.graph.initializer if np.prod(w.dims) >= least]:
        values = numpy_helper.to_array(weights)
        halved = values.astype(np.float16)
        assert np.array_equal(halved.astype(np.float32), values), weights.name
        name = weights.name
        weights.CopyFrom(numpy_helper.from_array(halved, name + ".half"))
        cast = helper.make_node("Cast", [name + ".half"], [name], to=onnx.TensorProto.FLOAT)
        model.graph.node.insert(0, cast)
    onnx.save(model, path)


def units(vectors: torch.Tensor) -> list:
    """Unit vectors, rounded to seven digits."""
    vectors = torch.nn.functional.normalize(vectors, dim=-1)
    return [[float(f"{v:.7g}") for v in row] for row in vectors.tolist()]


def photo(name: str) -> Image.Image:
    return Image.open(PHOTOS / name).convert("RGB")


def write(path: Path, content, indent: int | None = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    separators = (",", ":") if indent is None else None
    text = json.dumps(content, indent=indent, separators=separators, ensure_ascii=indent is not None)
    path.write_text(text + "\n", encoding="utf-8")


def write_reference(folder: Path, tokenizer, padding: dict, encode_text, encode_photo) -> None:
    """Writes the token ids and unit vectors that Transformers and PyTorch give.

    Token ids are written as the graph gets a single text, padding included.
    """
    texts = []
    with torch.inference_mode():
        for text in TEXTS:
            ids = tokenizer(text, truncation=True, **padding)["input_ids"]
            vector = units(encode_text(torch.tensor([ids])))[0]
            texts.append({"text": text, "input_ids": ids, "vector": vector})
        photos = [
            {"file": name, "vector": units(encode_photo(photo(name)))[0]}
            for name in REFERENCE_PHOTOS
        ]
    write(folder / "reference.json", {"texts": texts, "photos": photos}, indent=None)
