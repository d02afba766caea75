from __future__ import annotations

import torch

from ocellus_training.class_space import (
    ClassSpace,
    class_sentences,
    class_synonym_sentences,
    sentence,
)
from ocellus_training.text_tower import text_vectors
from ocellus_training.training import Towers


def test_a_class_name_becomes_a_sentence() -> None:
    assert sentence("giraffe") == "A giraffe."
    assert sentence("ostrich") == "An ostrich."


def test_the_names_are_those_of_imagenet_in_its_order() -> None:
    sentences = class_sentences()
    assert len(sentences) == 1000
    assert sentences[340] == "A zebra."
    assert sentences[999] == "A toilet paper."


def test_a_certain_class_is_nearest_to_its_own_name() -> None:
    torch.manual_seed(0)
    vectors = torch.randn(1000, 384)
    space = ClassSpace(vectors)
    logits = torch.zeros(1, 1000)
    logits[0, 7] = 40.0
    similarity = space.image(logits) @ space.text(vectors).T
    assert similarity.argmax() == 7
    # All the mass on one class: photo and name are the same point.
    assert torch.isclose(similarity[0, 7], torch.tensor(1.0), atol=1e-4)


def test_the_synonyms_are_wordnets_in_the_same_order() -> None:
    synonyms = class_synonym_sentences()
    assert len(synonyms) == 1000
    assert synonyms[340] == ["A zebra."]
    assert synonyms[148][:2] == ["A killer whale.", "A killer."]
    assert synonyms[999] == ["A toilet tissue.", "A toilet paper.", "A bathroom tissue."]


def test_a_photo_is_the_mean_of_its_likeliest_classes() -> None:
    # Classes 0 and 1 along the first two axes, the other 998 at their mean, so that these alone
    # count for nothing after centring.
    vectors = torch.full((1000, 2), 0.5**0.5)
    vectors[0], vectors[1] = torch.tensor([1.0, 0.0]), torch.tensor([0.0, 1.0])
    space = ClassSpace(vectors)
    logits = torch.full((1, 1000), -90.0)
    # exp(6 / 3) = 7.389 times as likely as exp(0 / 3): weights 0.8808 and 0.1192.
    logits[0, 0], logits[0, 1] = 6.0, 0.0
    expected = torch.tensor([[0.8808, 0.1192]]) - space.mean
    expected /= expected.norm()
    torch.testing.assert_close(space.image(logits), expected, atol=2e-3, rtol=0)


def test_the_classes_behind_the_first_thirty_do_not_count() -> None:
    torch.manual_seed(1)
    space = ClassSpace(torch.randn(1000, 384))
    logits = torch.zeros(1, 1000)
    logits[0, :30] = 3.0
    expected = space.centred[:30].mean(dim=0)
    torch.testing.assert_close(space.image(logits)[0], expected / expected.norm())


def test_a_synonym_finds_its_class(towers: Towers) -> None:
    space = towers.classes
    texts = ["A killer whale.", "A bathroom tissue.", "A hippo."]
    similarity = space.text(torch.from_numpy(text_vectors(towers.text, texts))) @ space.centred.T
    assert similarity.argmax(dim=1).tolist() == [148, 999, 344]
