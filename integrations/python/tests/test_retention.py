"""What the table of a training says of composition: with the picture, without it, and the difference."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import normalize

pytest.importorskip("PIL", reason="Pillow is not installed")
from slipform_torch.open_clip.retention import Score, composition, fallen

OWN, OTHER = "composition with its own picture", "composition with another picture"
DIFFERENCE = "composition, own minus another picture"


def test_pictures_that_show_nothing_gain_nothing() -> None:
    # All pictures lie on one side, and so do the captions: texts alone give the answer.
    images = torch.tensor([[1.0, 0.1], [1.0, -0.1], [1.0, 0.2]])
    texts, against = torch.tensor([[1.0, 0.0]] * 3), torch.tensor([[0.0, 1.0]] * 3)
    scores = composition(images, torch.arange(3), texts, against)
    assert scores[OWN].value == scores[OTHER].value == pytest.approx(1)
    assert scores[DIFFERENCE].value == pytest.approx(0)
    assert list(scores) == [DIFFERENCE, OWN, OTHER]


def test_a_model_that_sees_gains() -> None:
    generator = torch.Generator().manual_seed(1)
    images = normalize(torch.randn(200, 64, generator=generator), dim=1)
    against = normalize(torch.randn(400, 64, generator=generator), dim=1)
    owner = torch.arange(200).repeat(2)
    scores = composition(images, owner, images[owner], against)
    assert scores[OWN].value == 1
    assert scores[OTHER].value == pytest.approx(0.5, abs=0.05)
    assert scores[DIFFERENCE].value == pytest.approx(1 - scores[OTHER].value)
    assert {score.count for score in scores.values()} == {400}


def test_another_picture_is_never_the_own_one() -> None:
    # Each picture is nearer to its own caption alone.
    eye = torch.eye(4)
    scores = composition(eye, torch.arange(4), eye, torch.full((4, 4), 0.5))
    assert (scores[OWN].value, scores[OTHER].value) == (1, 0)


def test_of_one_picture_there_is_no_other() -> None:
    one = torch.tensor([[1.0, 0.0]])
    assert list(composition(one, torch.tensor([0]), one, -one)) == [OWN]


def test_a_fall_of_retrieval_by_more_than_a_tenth_is_said() -> None:
    def scores(first: float, second: float) -> dict[str, Score]:
        found = {
            "retrieval image to text @1, of 9": first,
            "retrieval text to image @5, of 9": second,
            "zero-shot": first,
        }
        return {name: Score(value, 9) for name, value in found.items()}

    before = scores(0.5, 0.8)
    assert fallen(before, scores(0.46, 0.73)) is None
    assert fallen(before, {"zero-shot": Score(0.1, 9)}) is None
    assert fallen(scores(0, 0), scores(0, 0)) is None
    # One picture of 47, from chance.
    few, one = ({"retrieval image to text @1, of 47": Score(value, 47)} for value in (2 / 47, 1 / 47))
    assert fallen(few, one) is None
    said = fallen(before, scores(0.44, 0.4))
    assert said is not None and said.startswith(
        "retrieval text to image @5, of 9 fell from 0.800 to 0.400, by more than"
    )
