"""Own negatives beside InfoNCE, keeping close to a teacher, margins by similarity: limits, peers' values, refusals."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import torch

from slipform_torch import (
    CementLoss,
    balanced_margin,
    keep_close,
    no_margin,
    own_negatives,
    similarity_margin,
    static_margin,
)

from .batches import Batch, batch, value


def taught(seed: int = 1, **options: Any) -> Batch:
    """A batch with the embeddings of a teacher."""
    made, other = batch(seed, **options), batch(seed + 1, **options)
    teacher = {
        f"teacher_{name}": other[name] for name in ("image_features", "text_features", "hard_text_features")
    }
    return {**made, **teacher, "teacher_logit_scale": torch.tensor(9.0, dtype=torch.float64)}


def test_cross_entropy_at_the_own_scale_is_open_clips_distillation() -> None:
    distill = pytest.importorskip("open_clip.loss", reason="open_clip is not installed").DistillClipLoss
    made = taught(rows=7)
    scale = torch.tensor(12.0, dtype=torch.float64, requires_grad=True)
    leaves = [made[name].requires_grad_() for name in ("image_features", "text_features")]
    theirs = distill()(
        *leaves,
        scale,
        made["teacher_image_features"],
        made["teacher_text_features"],
        made["teacher_logit_scale"],
        output_dict=True,
    )
    expected = theirs["contrastive_loss"] + 0.7 * theirs["distill_loss"]
    loss = CementLoss(
        no_margin(),
        own_negatives=own_negatives(weight=0),
        keep_close=keep_close(weight=0.7, kind="crossEntropy", scale="own"),
    )
    found = value(loss, made, scale)
    assert torch.allclose(found, expected, rtol=1e-13)
    for one, other in zip(
        torch.autograd.grad(found, [*leaves, scale]),
        torch.autograd.grad(expected, [*leaves, scale]),
        strict=True,
    ):
        assert torch.allclose(one, other, rtol=1e-11, atol=1e-14)


def test_a_model_at_its_teacher_has_no_distance_and_no_gradient() -> None:
    made = taught()
    for name in ("image_features", "text_features"):
        made[f"teacher_{name}"] = made[name].clone()
        made[name].requires_grad_()
    plain = CementLoss(static_margin(1))
    kept = CementLoss(static_margin(1), keep_close=keep_close(weight=50))
    difference = value(kept, made) - value(plain, {k: v for k, v in made.items() if "teacher" not in k})
    assert difference.abs() < 1e-12
    gradients = torch.autograd.grad(difference, [made["image_features"], made["text_features"]])
    assert all(gradient.abs().max() < 1e-11 for gradient in gradients)


def test_gradients_are_those_of_differences() -> None:
    made = taught(3, per_row=2, holes=True)
    names = ["image_features", "text_features", "hard_text_features"]
    scale = torch.tensor(5.0, dtype=torch.float64, requires_grad=True)
    for kind in ("kl", "crossEntropy", "squared"):
        loss = CementLoss(
            static_margin(0.3, "cosine"),
            own_negatives=own_negatives(focus=1.5, smoothing=0.1),
            keep_close=keep_close(kind=kind, scale="own"),
        )

        def of(scale: torch.Tensor, *embeddings: torch.Tensor, loss: CementLoss = loss) -> torch.Tensor:
            return value(loss, made, scale, **dict(zip(names, embeddings, strict=True)))

        assert torch.autograd.gradcheck(of, (scale, *(made[name].clone().requires_grad_() for name in names)))


def test_a_share_of_the_push_is_seen_in_the_budget() -> None:
    made = batch(4, per_row=2, holes=True)
    made.pop("hard_image_features")
    plain = CementLoss(no_margin(), own_negatives=own_negatives(weight=0)).gradient_budget(
        logit_scale=8.0, **made
    )
    own = CementLoss(no_margin(), own_negatives=own_negatives(weight=0.8, focus=2)).gradient_budget(
        logit_scale=8.0, **made
    )
    assert (plain.image_to_text.hard == 0).all()
    assert torch.equal(own.image_to_text.easy, plain.image_to_text.easy)
    assert ((own.image_to_text.hard > 0) == made["valid"].any(1)).all()
    assert torch.allclose(own.image_to_text.pull, own.image_to_text.hard + own.image_to_text.easy)
    # The gradient by the images of one row, where the hard captions alone have one: half of 1/N of a row's loss.
    hard = made["hard_text_features"].clone().requires_grad_()
    loss = CementLoss(no_margin(), own_negatives=own_negatives(weight=0.8, focus=2))
    (gradient,) = torch.autograd.grad(value(loss, made, 8.0, hard_text_features=hard), hard)
    pushed = (gradient * made["image_features"][:, None]).sum((1, 2)) * 2 * len(hard)
    assert torch.allclose(pushed, own.image_to_text.hard)


def test_extreme_scales_stay_finite() -> None:
    for scale in (1e-3, 1e3):
        for focus in (0.0, 0.5, 2.0):
            made = {
                name: entry.requires_grad_() if name.endswith("features") and "teacher" not in name else entry
                for name, entry in taught(4, rows=8, holes=True, dtype=torch.float32).items()
            }
            loss = CementLoss(
                static_margin(100),
                own_negatives=own_negatives(focus=focus, smoothing=1.0),
                keep_close=keep_close(),
            )
            found = value(loss, made, scale)
            found.backward()
            assert found.isfinite()
            assert all(entry.grad.isfinite().all() for entry in made.values() if entry.grad is not None)


def test_compiled_and_without_a_graph_break() -> None:
    made = taught()
    loss = CementLoss(static_margin(1), own_negatives=own_negatives(focus=2), keep_close=keep_close())
    compiled = torch.compile(loss, backend="aot_eager", fullgraph=True)
    assert torch.allclose(compiled(logit_scale=torch.tensor(9.0), **made), value(loss, made, 9.0), rtol=1e-12)


CLOSE = CementLoss(keep_close=keep_close())
CASES: list[tuple[Callable[[], Any], str]] = [
    (lambda: own_negatives(weight=-1), "own_negatives: weight must be a number ≥ 0, got -1;"),
    (lambda: own_negatives(focus=101), "own_negatives: focus must be a number from 0 to 100, got 101;"),
    (
        lambda: own_negatives(smoothing=True),
        "own_negatives: smoothing must be a number from 0 to 1, got True;",
    ),
    (
        lambda: keep_close(kind="mse"),
        "keep_close: kind must be 'kl' or 'crossEntropy' or 'squared', got 'mse';",
    ),  # type: ignore[arg-type]
    (lambda: keep_close(scale=3), "keep_close: scale must be 'teacher' or 'own', got 3;"),  # type: ignore[arg-type]
    (lambda: similarity_margin(-1), "similarity_margin: strength must be a number ≥ 0, got -1;"),
    (lambda: similarity_margin(others=1), "similarity_margin: others must be True or False, got 1;"),  # type: ignore[arg-type]
    (
        lambda: CementLoss(own_negatives=2),
        "CementLoss: own_negatives must be what own_negatives() returns, got 2;",
    ),  # type: ignore[arg-type]
    (
        lambda: CementLoss(layout="paired", own_negatives=own_negatives()),
        "CementLoss: layout must be 'captions' with own_negatives, got 'paired';",
    ),
    (
        lambda: CementLoss(balanced_margin(0.3), own_negatives=own_negatives()),
        "CementLoss: margin must be one of each hard caption with own_negatives, got a value of type _BalancedMargin;",
    ),
    (
        lambda: value(CLOSE, batch(0)),
        "CementLoss: teacher_image_features must be [5, D], the teacher's of the same pairs, got None; keep_close",
    ),
    (
        lambda: value(CLOSE, {**taught(0), "teacher_text_features": batch(0, 4)["text_features"]}),
        "CementLoss: teacher_text_features must be [5, 4], the teacher's of the same pairs, got float64 [4, 4];",
    ),
    (
        lambda: value(CLOSE, {**taught(0), "teacher_image_features": 2 * batch(0)["text_features"]}),
        "CementLoss: teacher_image_features must have rows of length 1, got 2.0;",
    ),
    (
        lambda: value(CLOSE, {**taught(0), "teacher_logit_scale": 0}),
        "CementLoss: teacher_logit_scale must be finite and > 0, got 0.0;",
    ),
]


@pytest.mark.parametrize(("call", "message"), CASES, ids=[message for _, message in CASES])
def test_what_is_refused(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}.*\\.$"):
        call()
