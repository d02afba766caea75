"""Fine-tuning starts where the heads are, learns, and can be stopped and resumed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ocellus_training import fine_tuning
from ocellus_training.contrastive import Pairs
from ocellus_training.fine_tuning import Recipe, TunedImage, fine_tune
from ocellus_training.heads import ProjectionHead, head_for
from ocellus_training.image_tower import CHANNELS, ImageTower
from ocellus_training.learned import Learned, load_learned

# One late block and small batches: seconds rather than hours.
SMALL = Recipe(first_block=20, passes=2, batch=4, captions=2)
PHOTOS = 8


@pytest.fixture(scope="module")
def tower() -> ImageTower:
    return ImageTower()


@pytest.fixture(scope="module")
def examples(tower: ImageTower) -> tuple[Pairs, list[np.ndarray]]:
    """Noise photos as the tower sees them, two views and three random captions each."""
    generator = torch.Generator().manual_seed(1)
    pixels = torch.randn(2 * PHOTOS, 3, 224, 224, generator=generator)
    with torch.inference_mode():
        activation, stages = tower.early(pixels)
        features = tower.late(activation, stages)
    stored = activation.permute(0, 2, 3, 1).numpy().astype(np.float16)
    count = np.full(PHOTOS, 3)
    pairs = Pairs(
        features.reshape(2, PHOTOS, -1).clone(),
        torch.randn(PHOTOS * 3, 12, generator=generator),
        np.cumsum(count) - count,
        count,
        np.arange(PHOTOS),
    )
    return pairs, [stored[:PHOTOS], stored[PHOTOS:]]


@pytest.fixture
def heads(examples: tuple[Pairs, list[np.ndarray]]) -> tuple[ProjectionHead, ProjectionHead]:
    torch.manual_seed(2)
    pairs, _ = examples
    return head_for(pairs.photos[0], 16).eval(), head_for(pairs.captions, 16).eval()


def test_before_the_first_step_a_photo_is_where_the_trained_head_put_it(
    tower: ImageTower, examples: tuple[Pairs, list[np.ndarray]], heads: tuple
) -> None:
    pairs, activations = examples
    tuned = TunedImage(tower, heads[0], SMALL).eval()
    frozen = pairs.photos[0]
    seen = torch.from_numpy(activations[0].astype(np.float32)).permute(0, 3, 1, 2)
    stages = frozen[:, CHANNELS : CHANNELS + tower.early_width]
    with torch.inference_mode():
        # Activations are stored as float16.
        torch.testing.assert_close(
            tuned(seen, frozen, stages), heads[0](frozen), atol=2e-3, rtol=0
        )


def test_tuning_changes_its_copy_from_the_first_block_on_and_nothing_else(
    tower: ImageTower, examples: tuple[Pairs, list[np.ndarray]], heads: tuple
) -> None:
    pairs, activations = examples
    before = {key: value.clone() for key, value in tower.state_dict().items()}
    late, image_head, _ = fine_tune(pairs, activations, tower, heads, seed=3, recipe=SMALL)
    for key, value in tower.state_dict().items():
        assert torch.equal(value, before[key]), key
    changed = [
        not torch.equal(new, old)
        for new, old in zip(late.blocks.parameters(), tower.late.blocks.parameters(), strict=True)
    ]
    last = len(list(late.blocks[-1].parameters()))
    assert not any(changed[:-last]) and any(changed[-last:])
    assert image_head.linear.weight.shape == (16, 2 * tower.width)
    assert all(p.is_contiguous() for p in late.parameters())


def test_tuning_brings_photos_and_their_captions_together(
    tower: ImageTower, examples: tuple[Pairs, list[np.ndarray]], heads: tuple
) -> None:
    pairs, activations = examples
    recipe = replace(SMALL, passes=15, batch=8, head_rate=0.01, averaging=0.5)

    def agreement(image: TunedImage | None, learned: Learned | None) -> float:
        frozen = pairs.photos[0]
        seen = torch.from_numpy(activations[0].astype(np.float32)).permute(0, 3, 1, 2)
        stages = frozen[:, CHANNELS : CHANNELS + tower.early_width]
        with torch.inference_mode():
            if learned is None:
                photos, texts = image(seen, frozen, stages), heads[1](pairs.captions[::3])
            else:
                both = torch.cat([learned.late(seen, stages), frozen], dim=1)
                photos = learned.image_head(both)
                texts = learned.text_head(pairs.captions[::3])
        return float((photos * texts).sum(dim=1).mean())

    before = agreement(TunedImage(tower, heads[0], recipe).eval(), None)
    tuned = Learned(*fine_tune(pairs, activations, tower, heads, seed=3, recipe=recipe))
    assert agreement(None, tuned) > before + 0.2


def test_a_stopped_run_resumes_to_the_same_weights(
    tower: ImageTower,
    examples: tuple[Pairs, list[np.ndarray]],
    heads: tuple,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pairs, activations = examples
    whole = fine_tune(pairs, activations, tower, heads, seed=4, recipe=SMALL)

    save = fine_tuning.save_checkpoint

    def stop_after_saving(*arguments: object) -> None:
        save(*arguments)
        raise KeyboardInterrupt

    checkpoint = tmp_path / "checkpoint.pt"
    monkeypatch.setattr(fine_tuning, "save_checkpoint", stop_after_saving)
    with pytest.raises(KeyboardInterrupt):
        fine_tune(pairs, activations, tower, heads, 4, SMALL, checkpoint)
    monkeypatch.setattr(fine_tuning, "save_checkpoint", save)
    resumed = fine_tune(pairs, activations, tower, heads, 4, SMALL, checkpoint)
    for a, b in zip(whole, resumed, strict=True):
        for key, value in a.state_dict().items():
            torch.testing.assert_close(b.state_dict()[key], value)


def test_what_was_learned_is_kept(tower: ImageTower, tmp_path: Path) -> None:
    torch.manual_seed(5)
    image_head = head_for(torch.randn(8, tower.width), 16).reading_twice().eval()
    learned = Learned(tower.late, image_head, head_for(torch.randn(8, 12), 16).eval())
    learned.save(tmp_path / "learned.safetensors")
    kept = load_learned(tmp_path / "learned.safetensors", tower)
    vectors = torch.randn(3, 2 * tower.width)
    assert torch.equal(kept.image_head(vectors), image_head(vectors))
    for key, value in tower.late.state_dict().items():
        assert torch.equal(kept.late.state_dict()[key], value)
