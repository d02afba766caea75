"""Fits the weight that a query gives to the class-semantic part.

    python -m ocellus_training.fit_query_weight --data DIR --stamps DIR

``--stamps`` is a folder that ``ocellus_training.stamps`` wrote. One half of it, drawn by the seed,
is the sample of single objects; a tenth of the train photos, unseen by heads trained for this, is
the sample of scenes. Both are searched in one gallery. So that the weight does not hang on the
style of these texts, each is also asked as people type: captions without their small words and
captions broken off, objects without an article and with "a photo of". Prints the parameters that
rank best (cross-entropy) and recall on the gallery with them and with those that are used.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from ocellus_training.contrastive import train_heads
from ocellus_training.dataset import fold_of, load_table
from ocellus_training.heads import ProjectionHead
from ocellus_training.photos import open_photo, pixel_values, squash
from ocellus_training.query_weight import Parameters, QueryWeight, weight_of
from ocellus_training.recall import ranks, recall_at
from ocellus_training.text_tower import WIDTH, load_tokenizer, text_features, tokenize
from ocellus_training.training import Towers, parser, training_set
from ocellus_training.validate import PARTS

SMALL_WORDS = frozenset(
    "a an the of in on at with and is are to it its his her their while by from for that as".split()
)
OBJECT = re.compile(r"^An? |[ .!]+$")
MOST_QUERIES = 500  # of a group
STEPS = 150


@dataclass(frozen=True)
class Group:
    """Queries of one style: a, b [queries, gallery] are the cosines in the two spaces."""

    name: str
    share: float
    a: Tensor
    b: Tensor
    similarity: Tensor  # [queries, 1]
    tokens: Tensor  # [queries, 1]
    owner: Tensor

    def scores(self, parameters: Parameters) -> Tensor:
        weight = weight_of(self.similarity, self.tokens, parameters)
        return (self.a + weight * self.b) / (1 + weight)


@dataclass(frozen=True)
class Gallery:
    towers: Towers
    weight: QueryWeight
    text_head: ProjectionHead
    learned: Tensor
    semantic: Tensor

    @torch.no_grad()
    def group(self, name: str, share: float, texts: list[str], owner: np.ndarray) -> Group:
        features = torch.from_numpy(text_features(self.towers.text, texts))
        means = features[:, :WIDTH]
        mask = torch.from_numpy(tokenize(load_tokenizer(), texts)[1])
        return Group(
            name,
            share,
            self.text_head(features) @ self.learned.T,
            self.towers.classes.text(means) @ self.semantic.T,
            self.weight.similarity(means),
            mask.sum(dim=1, keepdim=True).float(),
            torch.from_numpy(owner),
        )


def keywords(caption: str) -> str:
    words = re.findall(r"[a-z0-9'-]+", caption.lower())
    return " ".join(word for word in words if word not in SMALL_WORDS)


def beginning(caption: str) -> str:
    return " ".join(caption.split()[:6])


def fit(groups: list[Group]) -> Parameters:
    """The parameters with the least cross-entropy of the right photo, at a fitted temperature."""
    start = Parameters()
    logs = torch.tensor([math.log(start.lowest), math.log(start.highest), math.log(30.0)])
    linear = torch.tensor([start.bias, start.similarity, start.log_tokens])
    logs.requires_grad_()
    linear.requires_grad_()
    optimizer = torch.optim.Adam([logs, linear], lr=0.05)
    for _ in range(STEPS):
        parameters = Parameters(logs[0].exp(), logs[1].exp(), *linear)
        losses = [g.share * cross_entropy(logs[2].exp() * g.scores(parameters), g.owner) for g in groups]
        optimizer.zero_grad()
        sum(losses).backward()
        optimizer.step()
    return Parameters(*(round(float(value), 3) for value in (*logs.detach()[:2].exp(), *linear.detach())))


@torch.no_grad()
def photo_features(towers: Towers, paths: list[Path]) -> Tensor:
    pixels = (torch.from_numpy(pixel_values([squash(open_photo(path))])) for path in paths)
    return torch.cat([towers.image(one) for one in pixels])


def main() -> None:
    options = parser("Fit the weight of the class-semantic part.")
    options.add_argument("--stamps", type=Path, required=True, help="what ocellus_training.stamps wrote")
    arguments = options.parse_args()
    torch.set_num_threads(arguments.threads)
    rng = np.random.default_rng(arguments.seed)

    towers = Towers()
    stamps = load_table(arguments.stamps / "photos", arguments.stamps / "captions.csv")
    stamps = stamps.subset(rng.permutation(len(stamps))[: len(stamps) // 2])
    examples = training_set(
        arguments.data, arguments.cache, towers, arguments.seed, arguments.threads
    )
    split, pairs = examples.split, examples.pairs
    part = fold_of(len(split), PARTS, arguments.seed)
    image_head, text_head = train_heads(pairs.subset(np.flatnonzero(part != 0)), arguments.seed)
    held_out = np.flatnonzero(part == 0)

    photos = pairs.photos[0, torch.from_numpy(held_out)].float()
    features = torch.cat([photos, photo_features(towers, [stamps.path(p) for p in stamps.photos])])
    with torch.no_grad():
        semantic = towers.classes.image(towers.image.class_logits(features))
        gallery = Gallery(towers, QueryWeight(towers.classes), text_head, image_head(features), semantic)

    scenes = [(text, i) for i, photo in enumerate(held_out) for text in split.captions[photo]]
    scenes = [scenes[i] for i in rng.permutation(len(scenes))[:MOST_QUERIES]]
    texts, owner = [text for text, _ in scenes], np.array([i for _, i in scenes])
    objects = [texts_[0] for texts_ in stamps.captions]
    bare = [OBJECT.sub("", text) for text in objects]
    shown = [f"a photo of {text[0].lower()}{text[1:].rstrip(' .!')}" for text in objects]
    things = len(held_out) + np.arange(len(objects))
    groups = [
        gallery.group("captions", 0.25, texts, owner),
        gallery.group("their keywords", 0.15, [keywords(text) for text in texts], owner),
        gallery.group("their beginnings", 0.1, [beginning(text) for text in texts], owner),
        gallery.group("objects", 0.2, objects, things),
        gallery.group("bare objects", 0.2, bare, things),
        gallery.group("photos of objects", 0.1, shown, things),
    ]
    fitted = fit(groups)
    settings = {"a alone": Parameters(0.001, 0.001), "0.5": Parameters(0.5, 0.5)}
    for name, parameters in {**settings, "fitted": fitted, "used": Parameters()}.items():
        print(name, tuple(parameters))
        for group in groups:
            relevant = group.owner[:, None] == torch.arange(len(features))[None]
            rank = ranks(group.scores(parameters).numpy(), relevant.numpy())
            print(f"    {group.name:20} {recall_at(rank)}")


if __name__ == "__main__":
    main()
