"""What holds for any batch, in every layout and with every margin."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from slipform_torch import CementLoss, adaptive_margin, balanced_margin, no_margin, static_margin

from .batches import Batch, batch, problems, value

settings.register_profile("slipform", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("slipform")

Problem = tuple[CementLoss, Batch]


@given(problems(), st.integers(0, 2**30))
def test_the_order_of_the_pairs_does_not_matter(problem: Problem, seed: int) -> None:
    loss, made = problem
    order = torch.randperm(len(made["image_features"]), generator=torch.Generator().manual_seed(seed))
    leaves = {
        name: entry.clone().requires_grad_() if name.endswith("features") else entry
        for name, entry in made.items()
    }
    first = value(loss, leaves)
    first.backward()
    permuted = {
        name: entry[order].clone().requires_grad_() if name.endswith("features") else entry[order]
        for name, entry in made.items()
    }
    second = value(loss, permuted)
    second.backward()
    assert torch.allclose(first, second, rtol=1e-12, atol=1e-14)
    for name, leaf in leaves.items():
        if leaf.grad is not None:
            assert torch.allclose(leaf.grad[order], permuted[name].grad, rtol=1e-10, atol=1e-12), name


@given(problems())
def test_what_stands_in_a_hole_is_not_read(problem: Problem) -> None:
    loss, made = problem
    if "valid" not in made:
        return
    valid = made["valid"]
    images = made["hard_image_features"]
    if valid.shape[1] == 1:
        images = torch.where(valid, images, torch.nan)
    changed = {
        "hard_text_features": torch.where(
            valid[..., None], made["hard_text_features"], torch.nan
        ).requires_grad_(),
        "hard_image_features": images.requires_grad_(),
        "concreteness": torch.where(valid, made["concreteness"], torch.nan),
    }
    found = value(loss, made, **changed)
    assert found == value(loss, made)
    found.backward()
    for name in ("hard_text_features", "hard_image_features"):
        gradient = changed[name].grad
        assert gradient is None or not gradient.isnan().any()


@given(problems())
def test_a_hole_is_the_same_as_no_hard_caption(problem: Problem) -> None:
    loss, made = problem
    if loss.layout != "captions":
        return
    # A further slot that holds nothing changes nothing.
    rows = len(made["image_features"])
    valid = made.get("valid", torch.ones_like(made["concreteness"], dtype=torch.bool))
    more = {
        "hard_text_features": torch.cat([made["hard_text_features"], made["hard_text_features"][:, :1]], 1),
        "concreteness": torch.cat(
            [made["concreteness"], torch.full((rows, 1), torch.nan, dtype=torch.float64)], 1
        ),
        "valid": torch.cat([valid, torch.zeros(rows, 1, dtype=torch.bool)], 1),
    }
    assert torch.allclose(value(loss, made, **more), value(loss, made), rtol=1e-13)


@given(problems(), st.floats(-3, 3), st.floats(0, 3), st.sampled_from(["logit", "cosine"]))
def test_the_loss_grows_with_the_margin(problem: Problem, low: float, more: float, unit: str) -> None:
    loss, made = problem
    values = [value(CementLoss(static_margin(m, unit), loss.layout), made) for m in (low, low + more)]
    assert values[0] <= values[1] + 1e-12


@given(problems(), st.integers(0, 20))
def test_the_loss_grows_with_the_concreteness_of_one_word(problem: Problem, place: int) -> None:
    loss, made = problem
    flat = made["concreteness"].flatten()
    place %= len(flat)
    raised = flat.clone()
    raised[place] = 5
    cement = CementLoss(adaptive_margin(), loss.layout)
    more = value(cement, made, concreteness=raised.reshape(made["concreteness"].shape))
    assert value(cement, made) <= more + 1e-12


@given(problems())
def test_groups_only_take_negatives_away(problem: Problem) -> None:
    loss, made = problem
    apart = {name: entry for name, entry in made.items() if name != "groups"}
    together = {**apart, "groups": torch.zeros(len(made["image_features"]), dtype=torch.int64)}
    cement = CementLoss(static_margin(1.0), loss.layout)
    assert value(cement, together) <= value(cement, apart) + 1e-12


@given(problems(), st.floats(0.05, 0.95))
def test_a_balanced_margin_gives_at_least_its_share(problem: Problem, share: float) -> None:
    loss, made = problem
    budget = CementLoss(balanced_margin(share), loss.layout).gradient_budget(logit_scale=12.0, **made)
    directions = [budget.image_to_text]
    if loss.layout == "paired":
        directions.append(budget.text_to_image)
    valid = made.get("valid", torch.ones_like(made["concreteness"], dtype=torch.bool))
    there = valid.any(1).repeat(1 if loss.layout == "captions" else 2)
    for each in directions:
        assert (each.hard[there] >= share * each.pull[there] - 1e-9).all()
        assert (each.hard[~there] == 0).all()


@given(problems())
def test_the_paired_layout_is_symmetric(problem: Problem) -> None:
    loss, made = problem
    if made["concreteness"].shape[1] > 1:
        return
    cement = CementLoss(loss.margin, "paired")
    turned = {
        "image_features": made["text_features"],
        "text_features": made["image_features"],
        "hard_text_features": made["hard_image_features"],
        "hard_image_features": made["hard_text_features"][:, 0],
    }
    # Groups take true captions away, not true images, so that they are not symmetric.
    made = {name: entry for name, entry in made.items() if name != "groups"}
    assert torch.allclose(value(cement, made), value(cement, made, **turned), rtol=1e-12)


@given(problems(), st.floats(0.5, 100))
def test_the_budget_adds_up(problem: Problem, scale: float) -> None:
    loss, made = problem
    budget = loss.gradient_budget(logit_scale=scale, **made)
    for each in (budget.image_to_text, budget.text_to_image):
        assert torch.allclose(each.pull, each.hard + each.easy)
        assert (each.pull <= scale * (1 + 1e-12)).all()
        assert (torch.stack([each.pull, each.hard, each.easy]) >= 0).all()
        assert len(each.pull) == len(made["image_features"]) * (1 if loss.layout == "captions" else 2)


@pytest.mark.parametrize("layout", ["captions", "triplet", "paired"])
@pytest.mark.parametrize(
    "margin", [no_margin(), static_margin(0.3, "cosine"), adaptive_margin(scale="rank")], ids=repr
)
def test_gradients_are_those_of_differences(layout: str, margin: object) -> None:
    # A balanced margin is a constant to the gradient, so that differences, which see it move, would not fit.
    made = batch(3, holes=True, grouped=True)
    loss = CementLoss(margin, layout)
    names = [name for name in made if name.endswith("features")]

    def of(scale: torch.Tensor, *embeddings: torch.Tensor) -> torch.Tensor:
        return value(loss, made, scale, **dict(zip(names, embeddings, strict=True)))

    scale = torch.tensor(5.0, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(of, (scale, *(made[name].clone().requires_grad_() for name in names)))


@pytest.mark.parametrize("layout", ["captions", "triplet", "paired"])
@pytest.mark.parametrize(
    "margin", [static_margin(1000), static_margin(-1000), balanced_margin(0.999)], ids=repr
)
def test_extreme_margins_and_scales_stay_finite(layout: str, margin: object) -> None:
    for holes in (False, True):
        made = {
            name: entry.requires_grad_() if name.endswith("features") else entry
            for name, entry in batch(4, 8, holes=holes, dtype=torch.float32).items()
        }
        found = value(CementLoss(margin, layout), made, 1000.0)
        found.backward()
        assert found.isfinite()
        assert all(entry.grad.isfinite().all() for entry in made.values() if entry.grad is not None)


def test_a_margin_far_below_is_no_own_hard_caption() -> None:
    made = batch(5, rows=1)
    far = value(CementLoss(static_margin(-1e6)), made)
    assert far == value(CementLoss(no_margin()), made, valid=torch.zeros(1, 1)) == 0


def test_a_margin_far_above_is_a_ranking_loss() -> None:
    made = batch(6, rows=1)
    v, t, h = (made[name].reshape(-1) for name in ("image_features", "text_features", "hard_text_features"))
    expected = (12 * (v @ h - v @ t) + 1e4) / 2
    assert torch.isclose(value(CementLoss(static_margin(1e4)), made), expected, rtol=1e-12)


def test_without_other_pairs_it_is_a_softplus() -> None:
    made = batch(7, rows=1)
    v, t, h = (made[name].reshape(-1) for name in ("image_features", "text_features", "hard_text_features"))
    expected = torch.nn.functional.softplus(12 * (v @ h - v @ t) + 0.7) / 2
    assert torch.isclose(value(CementLoss(static_margin(0.7)), made), expected, rtol=1e-12)
