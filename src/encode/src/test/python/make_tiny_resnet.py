"""Writes the tests' tiny ResNet-18: the real block structure, 4 channels wide, random weights.

    python make_tiny_resnet.py ../resources/dev/ocellus/encode/tiny-resnet

As torchvision's and timm's, it takes photos of any size as NCHW. Its two outputs are the two kinds
that backbones are exported with: the last feature map and its average. The references are
PyTorch's, of photos that Pillow resized and cropped as torchvision's ImageNet presets do.
"""

import sys
from pathlib import Path

import numpy as np
import tiny_model as tiny
import torch
from PIL import Image
from torch import nn
from torch.nn.functional import relu

WIDTH = 4
BLOCKS = 2
STAGES = 4
MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
STD = np.array([0.229, 0.224, 0.225], dtype=np.float32)
SETTINGS = {
    "default": (256, 224, Image.Resampling.BILINEAR),
    "small": (72, 64, Image.Resampling.BICUBIC),
}


class BasicBlock(nn.Module):
    """Two 3 x 3 convolutions and a shortcut (He et al., 2015)."""

    def __init__(self, channels_in: int, channels: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, channels, 3, stride, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        self.shortcut = nn.Sequential()
        if stride != 1 or channels_in != channels:
            self.shortcut = nn.Sequential(
                nn.Conv2d(channels_in, channels, 1, stride, bias=False), nn.BatchNorm2d(channels)
            )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        inner = self.norm2(self.conv2(relu(self.norm1(self.conv1(x)))))
        return relu(inner + self.shortcut(x))


class ResNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, WIDTH, 7, 2, padding=3, bias=False)
        self.norm = nn.BatchNorm2d(WIDTH)
        self.pool = nn.MaxPool2d(3, 2, padding=1)
        blocks, channels_in = [], WIDTH
        for stage in range(STAGES):
            channels = WIDTH * 2**stage
            for block in range(BLOCKS):
                stride = 2 if stage > 0 and block == 0 else 1
                blocks.append(BasicBlock(channels_in, channels, stride))
                channels_in = channels
        self.blocks = nn.Sequential(*blocks)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.blocks(self.pool(relu(self.norm(self.stem(x)))))
        return x, x.mean(dim=(2, 3))


def randomise(network: nn.Module) -> None:
    """Kaiming's deviation, and norms that move and scale, so that photos differ clearly."""
    generator = torch.Generator().manual_seed(20260101)
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.Conv2d):
                deviation = (2 / module.weight[0].numel()) ** 0.5
                module.weight.normal_(0, deviation, generator=generator)
            elif isinstance(module, nn.BatchNorm2d):
                module.weight.uniform_(0.5, 1.5, generator=generator)
                module.bias.normal_(-0.3, 0.3, generator=generator)


def pixels(name: str, size: int, crop: int, filter_: Image.Resampling) -> torch.Tensor:
    photo = tiny.photo(name)
    width, height = photo.size
    short = min(width, height)
    photo = photo.resize((int(size * width / short), int(size * height / short)), filter_)
    # Floor, as Transformers crops; torchvision rounds, which is one pixel aside for some sizes.
    left, top = (photo.width - crop) // 2, (photo.height - crop) // 2
    values = np.asarray(photo.crop((left, top, left + crop, top + crop)), dtype=np.float32) / 255
    return torch.from_numpy(((values - MEAN) / STD).transpose(2, 0, 1)[None])


def main() -> None:
    folder = Path(sys.argv[1])
    network = ResNet().eval()
    randomise(network)
    tiny.export(
        lambda model, x: model(x), network, {"x": torch.zeros(2, 3, 64, 64)},
        ["feature_map", "average"],
        {"x": {0: "batch", 2: "height", 3: "width"}, "average": {0: "batch"},
         "feature_map": {0: "batch", 2: "height", 3: "width"}},
        folder / "resnet.onnx",
    )
    reference = {}
    with torch.inference_mode():
        for key, setting in SETTINGS.items():
            vectors = [network(pixels(name, *setting))[1][0] for name in tiny.REFERENCE_PHOTOS]
            cosines = np.corrcoef(torch.stack(vectors).numpy())
            print(key, "correlations", np.sort(cosines[np.triu_indices(len(vectors), 1)]))
            reference[key] = [
                {"file": name, "vector": [float(f"{v:.7g}") for v in vector.tolist()]}
                for name, vector in zip(tiny.REFERENCE_PHOTOS, vectors, strict=True)
            ]
    tiny.write(folder / "reference.json", reference, indent=None)


if __name__ == "__main__":
    main()
