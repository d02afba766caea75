"""The caption tower: what it learns and of what."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from ocellus_training import caption_training
from ocellus_training.caption_tower import SHARED_LAYERS, CaptionTower, load_caption_tower
from ocellus_training.caption_training import Recipe, _inner, draw, train_caption_tower
from ocellus_training.late_interaction import LateInteractionHead
from ocellus_training.text_tower import load_tokenizer, tokenize
from ocellus_training.token_states import TokenStates, lower_states
from ocellus_training.training import Towers

torch.set_num_threads(1)
THINGS = ("dog", "horse", "boat", "kite", "piano", "bridge", "tree", "train", "cake", "lamp")
# Which of two things is meant is told by a word that means neither to MiniLM.
CODES = ("alpha", "beta", "gamma", "delta", "kappa", "sigma", "omega", "theta", "lambda", "zeta")


def coded_captions() -> list[str]:
    """Two captions a photo: one names a thing, the other its code."""
    pairs = zip(THINGS, CODES, strict=True)
    return [text for thing, code in pairs for text in (f"a {thing} seen here", f"this is {code}")]


def test_captions_that_were_written_for_one_photo_come_near_each_other(towers: Towers) -> None:
    texts = coded_captions()
    states = lower_states(towers.text, texts, SHARED_LAYERS)
    recipe = Recipe(dimension=16, passes=30, photos=10, documents=(1,), dropout=0.0, tuned_share=1.0)
    tuned = train_caption_tower(towers.text, states, np.full(10, 2), seed=2, recipe=recipe)

    def found(tower: CaptionTower) -> float:
        with torch.inference_mode():
            sentences = tower(*states.padded(np.arange(20), 24))[0]
        return float((sentences[1::2] @ sentences[::2].T).argmax(dim=1).eq(torch.arange(10)).float().mean())

    untuned = CaptionTower(towers.text, LateInteractionHead(16)).eval()
    assert found(untuned) <= 0.5
    assert found(tuned) >= 0.9


def test_the_same_seed_gives_the_same_tower(towers: Towers) -> None:
    states = lower_states(towers.text, coded_captions(), SHARED_LAYERS)
    recipe = Recipe(dimension=8, passes=1, photos=5)
    first, second = (
        train_caption_tower(towers.text, states, np.full(10, 2), 4, recipe) for _ in range(2)
    )
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)


def test_a_stopped_training_goes_on_as_if_it_had_not_been(
    towers: Towers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caption_training, "PART", 2)
    states = lower_states(towers.text, coded_captions(), SHARED_LAYERS)
    recipe = Recipe(dimension=8, passes=1, photos=5)  # four steps
    whole = train_caption_tower(towers.text, states, np.full(10, 2), 4, recipe)

    save = caption_training.save_checkpoint

    def stop_after_saving(*arguments: object) -> None:
        save(*arguments)
        raise KeyboardInterrupt

    checkpoint = tmp_path / "checkpoint.pt"
    monkeypatch.setattr(caption_training, "save_checkpoint", stop_after_saving)
    with pytest.raises(KeyboardInterrupt):
        train_caption_tower(towers.text, states, np.full(10, 2), 4, recipe, checkpoint)
    monkeypatch.setattr(caption_training, "save_checkpoint", save)
    resumed = train_caption_tower(towers.text, states, np.full(10, 2), 4, recipe, checkpoint)
    for a, b in zip(whole.parameters(), resumed.parameters(), strict=True):
        torch.testing.assert_close(a, b)


def test_training_leaves_the_text_tower_as_it_was(towers: Towers) -> None:
    before = [parameter.clone() for parameter in towers.text.parameters()]
    states = lower_states(towers.text, coded_captions(), SHARED_LAYERS)
    train_caption_tower(towers.text, states, np.full(10, 2), 5, Recipe(passes=1, photos=10))
    for a, b in zip(before, towers.text.parameters(), strict=True):
        assert torch.equal(a, b)


def test_no_share_of_the_tuned_weights_is_the_published_tower(towers: Towers) -> None:
    states = lower_states(towers.text, coded_captions(), SHARED_LAYERS)
    recipe = Recipe(passes=1, photos=10, tuned_share=0.0)
    tuned = train_caption_tower(towers.text, states, np.full(10, 2), 8, recipe)
    for a, b in zip(tuned.layers.parameters(), towers.text.layers[SHARED_LAYERS:].parameters()):
        torch.testing.assert_close(a, b, atol=1e-6, rtol=0)


def test_untuned_it_is_the_text_tower(towers: Towers) -> None:
    texts = ["two dogs run along a beach", "x"]
    ids, mask = map(torch.from_numpy, tokenize(load_tokenizer(), texts))
    captions = CaptionTower(towers.text, LateInteractionHead()).eval()
    with torch.inference_mode():
        states = towers.text.states(ids, mask, SHARED_LAYERS)
        sentences = captions(states, mask)[0]
        expected = torch.nn.functional.normalize(towers.text(ids, mask)[:, :384], dim=-1)
    torch.testing.assert_close(sentences, expected, atol=1e-5, rtol=0)


def test_lower_states_do_not_depend_on_the_batch(towers: Towers) -> None:
    texts = ["x", "a much longer text about two dogs on a beach", "dogs"]
    together = lower_states(towers.text, texts, SHARED_LAYERS)
    for i, text in enumerate(texts):
        alone = lower_states(towers.text, [text], SHARED_LAYERS)
        torch.testing.assert_close(together.of(i), alone.of(0), atol=5e-3, rtol=0)


def test_a_photo_needs_two_captions(towers: Towers) -> None:
    states = TokenStates(np.zeros((4, 384), np.float16), np.arange(5))
    with pytest.raises(ValueError, match="photo 1 has no second caption"):
        train_caption_tower(towers.text, states, np.array([3, 1]), seed=6)


def test_a_query_is_none_of_its_documents() -> None:
    first, count = np.array([0, 5, 7]), np.array([5, 2, 3])
    for seed in range(20):
        queries, documents, owner = draw(first, count, (1, 4), np.random.default_rng(seed))
        assert len(set(queries) | set(documents)) == len(queries) + len(documents)
        assert set(owner) == {0, 1, 2}
        for caption, photo in [*zip(queries, range(3)), *zip(documents, owner)]:
            assert first[photo] <= caption < first[photo] + count[photo]


def test_first_and_last_token_of_a_text_do_not_count() -> None:
    mask = torch.tensor([[True, True, True, True], [True, True, True, False]])
    assert _inner(mask).tolist() == [[False, True, True, False], [False, True, False, False]]


def test_what_was_saved_is_loaded(towers: Towers, tmp_path: Path) -> None:
    torch.manual_seed(7)
    captions = CaptionTower(towers.text, LateInteractionHead(8)).eval()
    captions.save(tmp_path / "captions.safetensors")
    loaded = load_caption_tower(tmp_path / "captions.safetensors", towers.text)
    for a, b in zip(captions.parameters(), loaded.parameters(), strict=True):
        assert torch.equal(a, b)
    with pytest.raises(FileNotFoundError, match="no caption tower"):
        load_caption_tower(tmp_path / "other", towers.text)
