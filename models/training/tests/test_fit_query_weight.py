from __future__ import annotations

import torch

from ocellus_training.fit_query_weight import Group, beginning, fit, keywords
from ocellus_training.query_weight import weight_of

CAPTION = "A man is skiing on the snow with his dog , smiling ."


def test_captions_as_people_type_them() -> None:
    assert keywords(CAPTION) == "man skiing snow dog smiling"
    assert beginning(CAPTION) == "A man is skiing on the"


def test_each_kind_of_query_gets_the_part_that_answers_it() -> None:
    """(a) is right about long queries far from any class, (b) about short ones that name one."""
    right, wrong = torch.eye(20), torch.eye(20).roll(1, dims=0)
    owner = torch.arange(20)
    long = [torch.full((20, 1), value) for value in (0.3, 15.0)]
    short = [torch.full((20, 1), value) for value in (0.9, 5.0)]
    parameters = fit(
        [Group("scenes", 0.5, right, wrong, *long, owner), Group("objects", 0.5, wrong, right, *short, owner)]
    )
    assert weight_of(*long, parameters).max() < 0.5
    assert weight_of(*short, parameters).min() > 1.2
