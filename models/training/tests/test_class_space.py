from __future__ import annotations

import torch

from ocellus_training.class_space import ClassSpace, class_sentences, sentence


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
