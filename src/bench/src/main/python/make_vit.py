"""Makes a model folder whose image graph has the shape of CLIP ViT-B/32, with random weights.

    python make_vit.py src/bench/target/vit-b-32

For measuring speed alone, which does not depend on what the weights are. The text graph and the
tokenizer are the bundled model's: they are not run. Takes the packages of
src/encode/src/test/python/requirements.txt; writes 350 MB.
"""

import json
import shutil
import sys
import warnings
from pathlib import Path

import torch
from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

BUNDLED = Path(__file__).parents[5] / "models" / "lite2-minilm-v3"


class Tower(torch.nn.Module):
    def __init__(self, clip: CLIPVisionModelWithProjection):
        super().__init__()
        self.clip = clip

    def forward(self, pixels):
        return self.clip(pixel_values=pixels).image_embeds


def main() -> None:
    folder = Path(sys.argv[1])
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    torch.manual_seed(20260103)
    config = CLIPVisionConfig()  # hidden 768, 12 layers, 12 heads, patches of 32, 224 pixels
    clip = CLIPVisionModelWithProjection(config).eval()
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Tower(clip), (torch.zeros(2, 3, 224, 224),), str(folder / "onnx/vision_model.onnx"),
            dynamo=False, opset_version=18, input_names=["pixel_values"],
            output_names=["image_embeds"],
            dynamic_axes={"pixel_values": {0: "batch"}, "image_embeds": {0: "batch"}},
        )
    for file in ["onnx/text_model.onnx", "tokenizer.json"]:
        shutil.copy(BUNDLED / file, folder / file)
    (folder / "config.json").write_text(json.dumps({
        "_name_or_path": "ocellus/random-vit-b-32", "model_type": "clip", "projection_dim": 512,
    }))
    (folder / "preprocessor_config.json").write_text(json.dumps({
        "image_processor_type": "CLIPImageProcessor", "do_resize": True, "resample": 3,
        "size": {"shortest_edge": 224}, "do_center_crop": True,
        "crop_size": {"height": 224, "width": 224}, "do_rescale": True, "rescale_factor": 1 / 255,
        "do_normalize": True, "image_mean": [0.48145466, 0.4578275, 0.40821073],
        "image_std": [0.26862954, 0.26130258, 0.27577711],
    }))


if __name__ == "__main__":
    main()
