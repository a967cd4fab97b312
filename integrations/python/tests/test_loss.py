"""How the loss is called: as open_clip calls its own, in lower precision, compiled, with margins of one's own."""

from __future__ import annotations

import copy
import warnings
from dataclasses import dataclass
from typing import Any

import pytest
import torch
from torch import Tensor

from slipform_torch import (
    CeClipLoss,
    CementLoss,
    HnNceLoss,
    Margin,
    SigLipLoss,
    adaptive_margin,
    balanced_margin,
    no_margin,
    static_margin,
)

from .batches import MARGINS, batch, value

LAYOUTS = ["captions", "triplet", "paired"]


@pytest.fixture
def clip_loss() -> Any:
    return pytest.importorskip("open_clip.loss", reason="open_clip is not installed").ClipLoss


def test_it_is_the_loss_of_open_clip_where_nothing_is_hard(clip_loss: Any) -> None:
    made = batch(1, 16, 2)
    leaves = [made[name].requires_grad_() for name in ("image_features", "text_features")]
    theirs = clip_loss()(*leaves, torch.tensor(20.0, dtype=torch.float64))
    expected = torch.autograd.grad(theirs, leaves)
    nothing = torch.full_like(made["hard_text_features"], torch.nan)
    for margin in MARGINS:
        ours = value(CementLoss(margin), made, 20.0, hard_text_features=nothing, valid=torch.zeros(16, 2))
        assert torch.allclose(ours, theirs, rtol=1e-14)
        for found, gradient in zip(torch.autograd.grad(ours, leaves), expected, strict=True):
            assert torch.allclose(found, gradient, rtol=1e-11, atol=1e-14)


def test_it_takes_what_open_clip_passes_to_the_constructor_and_in_a_call(clip_loss: Any) -> None:
    options = {
        "local_loss": False,
        "gather_with_grad": False,
        "cache_labels": True,
        "rank": 0,
        "world_size": 1,
        "use_horovod": False,
    }
    made = batch(2)
    more = {name: made.pop(name) for name in ("hard_text_features", "hard_image_features", "concreteness")}
    scale = torch.tensor(10.0, dtype=torch.float64)
    theirs = clip_loss(**options)(**made, logit_scale=scale, output_dict=True)
    ours = CementLoss(**options)(**made, logit_scale=scale, output_dict=True, **more)
    assert isinstance(ours, dict)
    assert list(theirs) == list(ours) == ["contrastive_loss"]
    assert CementLoss(**options)(*made.values(), scale, **more) == ours["contrastive_loss"]


def test_a_bias_changes_nothing_and_has_a_gradient_of_zero() -> None:
    made = batch(3)
    bias = torch.tensor(-10.0, requires_grad=True)
    found = value(CementLoss(), made, logit_bias=bias)
    assert found == value(CementLoss(), made)
    found.backward()
    assert bias.grad == 0


def test_ratings_that_the_default_margin_does_not_read_are_said_once() -> None:
    made = batch(6)
    loss = CementLoss()
    with pytest.warns(
        UserWarning, match=r"^CementLoss: concreteness is not read by .* adaptive_margin\(\)"
    ) as said:
        first = value(loss, made)
        assert value(loss, made) == first == value(CementLoss(static_margin(2)), made)
    assert len(said) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        value(CementLoss(), made, concreteness=None)
        for chosen in (2.0, no_margin(), adaptive_margin()):
            value(CementLoss(chosen), made)


def test_gradients_flow_to_all_ranks_by_default() -> None:
    for loss in (CementLoss(), *(each()._reader for each in (SigLipLoss, HnNceLoss, CeClipLoss))):
        assert loss.gather_with_grad
        assert loss._gather.with_grad
    assert CementLoss(local_loss=True).local_loss


@pytest.mark.parametrize("layout", LAYOUTS)
def test_hard_captions_and_ratings_may_have_no_axis_for_one_a_pair(layout: Any) -> None:
    made = batch(4, holes=True)
    flat = {name: made[name].squeeze(1) for name in ("hard_text_features", "concreteness", "valid")}
    for margin in MARGINS:
        assert value(CementLoss(margin, layout), made) == value(CementLoss(margin, layout), made, **flat)


def test_ratings_and_marks_may_have_any_type() -> None:
    made = batch(5, holes=True)
    expected = value(CementLoss(adaptive_margin()), made, concreteness=made["concreteness"].floor())
    changed = {"concreteness": made["concreteness"].to(torch.int64), "valid": made["valid"].to(torch.uint8)}
    assert torch.isclose(value(CementLoss(adaptive_margin()), made, **changed), expected, rtol=1e-14)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_logits_are_float32_at_least(layout: Any, dtype: torch.dtype) -> None:
    made = {
        name: entry.to(dtype) if name.endswith("features") else entry for name, entry in batch(6, 32).items()
    }
    exact = {name: entry.float() if name.endswith("features") else entry for name, entry in made.items()}
    loss = CementLoss(balanced_margin(0.3), layout)
    with torch.autocast("cpu", torch.bfloat16):
        found = [value(loss, each, 100.0) for each in (made, exact)]
    assert [each.dtype for each in found] == [torch.float32] * 2
    # Logits of 100 in bfloat16 would be off by ½.
    assert found[0] == found[1] == value(loss, exact, 100.0)


def test_gradients_come_back_in_the_type_of_the_embeddings() -> None:
    made = {
        name: entry.bfloat16() if name.endswith("features") else entry for name, entry in batch(7).items()
    }
    leaf = made["image_features"].requires_grad_()
    value(CementLoss(), made).backward()
    assert leaf.grad is not None
    assert leaf.grad.dtype == torch.bfloat16


@pytest.mark.parametrize(
    ("layout", "margin"),
    [("captions", MARGINS[0]), ("captions", MARGINS[1]), ("triplet", MARGINS[3]), ("paired", MARGINS[4])],
    ids=repr,
)
def test_it_compiles_to_one_graph(layout: Any, margin: Margin) -> None:
    torch.compiler.reset()
    made = {**batch(8, holes=True, grouped=True), "text_ids": torch.arange(10).reshape(5, 2) % 7}
    scale = torch.tensor(12.0, dtype=torch.float64, requires_grad=True)
    loss = CementLoss(margin, layout)
    expected = value(loss, made, scale)
    (gradient,) = torch.autograd.grad(expected, scale)
    compiled = torch.compile(loss, fullgraph=True, backend="aot_eager")
    found = compiled(logit_scale=scale, **made)
    assert torch.allclose(found, expected, rtol=1e-12)
    assert torch.allclose(torch.autograd.grad(found, scale)[0], gradient, rtol=1e-10)


@dataclass(frozen=True)
class Square(Margin):
    """A margin of a user's own."""

    needs_concreteness = True

    def per_negative(self, concreteness: Tensor | None, valid: Tensor) -> Tensor:
        assert concreteness is not None
        return concreteness**2 / 10


@dataclass(frozen=True)
class Half(Margin):
    """Another, of rows."""

    def per_row(self, own: Tensor, others: Tensor) -> Tensor:
        return torch.full_like(own, 0.5)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_margin_may_be_the_users_own(layout: Any) -> None:
    made = batch(9, holes=True)
    squares = {"concreteness": 1 + 4 * made["concreteness"] ** 2 / 25}
    assert torch.isclose(
        value(CementLoss(Square(), layout), made),
        value(CementLoss(adaptive_margin(max=2.5), layout), made, **squares),
        rtol=1e-13,
    )
    assert torch.isclose(
        value(CementLoss(Half(), layout), made),
        value(CementLoss(static_margin(0.5), layout), made),
        rtol=1e-13,
    )


def test_no_gradient_flows_through_a_margin_but_a_cosine_one_enters_that_of_the_scale() -> None:
    made = batch(10)
    made["concreteness"].requires_grad_()
    scale = torch.tensor(9.0, dtype=torch.float64, requires_grad=True)
    value(CementLoss(), made, scale.detach()).requires_grad_().backward()
    assert made["concreteness"].grad is None
    in_logits, in_cosines = (
        torch.autograd.grad(value(CementLoss(static_margin(amount, unit)), made, scale), scale)[0]
        for amount, unit in ((0.9, "logit"), (0.1, "cosine"))
    )
    budget = CementLoss(static_margin(0.9)).gradient_budget(logit_scale=9.0, **made)
    # Both are 0.9 logits; what differs is the mean of ∂L/∂z of the own hard captions, by the margin in cosines.
    assert torch.isclose(in_cosines - in_logits, (budget.image_to_text.hard / 9).mean() / 2 * 0.1, rtol=1e-9)


def test_its_default_is_two_logits_for_every_hard_caption_and_asks_for_no_ratings() -> None:
    made = {**batch(11), "concreteness": None}
    found = value(CementLoss(), made)
    assert found == value(CementLoss(static_margin(2.0), "captions"), made) == value(CementLoss(2), made)
    assert found != value(CementLoss(1.5), made)


def test_the_adaptive_margins_defaults_are_those_of_the_typescript_one() -> None:
    assert adaptive_margin() == adaptive_margin(min=0.0, max=2.0, unit="logit", scale="linear")


def test_it_prints_and_copies_and_has_no_state() -> None:
    loss = CementLoss(adaptive_margin(max=3.0, scale="rank"), "triplet", True, True)
    assert "layout='triplet', local_loss=True, gather_with_grad=True, rank=0, world_size=1" in repr(loss)
    assert "max=3.0" in repr(loss)
    assert not loss.state_dict()
    made = batch(12)
    assert value(copy.deepcopy(loss), made) == value(loss, made)


def test_one_pair_alone_has_a_loss() -> None:
    made = batch(13, rows=1)
    for layout in LAYOUTS:
        for margin in MARGINS:
            assert value(CementLoss(margin, layout), made).isfinite()
    assert value(CementLoss(no_margin()), made, valid=torch.zeros(1, 1)) == 0
