"""Every wrong argument is refused in one sentence: the argument, the rule, what came, the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import torch

from slipform_torch import CementLoss, _batch, adaptive_margin, balanced_margin, static_margin, text_ids

from .batches import Batch, batch

OPTIONS: list[tuple[Callable[[], Any], str]] = [
    (lambda: static_margin(float("nan")), "static_margin: value must be a finite number, got nan;"),
    (lambda: static_margin("2"), "static_margin: value must be a finite number, got '2';"),
    (lambda: static_margin(True), "static_margin: value must be a finite number, got True;"),
    (lambda: static_margin(1, "logits"), "static_margin: unit must be 'logit' or 'cosine', got 'logits';"),
    (lambda: adaptive_margin(max=float("inf")), "adaptive_margin: max must be a finite number, got inf;"),
    (lambda: adaptive_margin(min=None), "adaptive_margin: min must be a finite number, got None;"),
    (lambda: adaptive_margin(unit=3), "adaptive_margin: unit must be 'logit' or 'cosine', got 3;"),
    (
        lambda: adaptive_margin(scale=["rank"]),
        "adaptive_margin: scale must be 'linear' or 'rank', got a list of 1;",
    ),
    (lambda: balanced_margin(1), "balanced_margin: share must lie between 0 and 1, got 1;"),
    (lambda: balanced_margin(0.0), "balanced_margin: share must lie between 0 and 1, got 0.0;"),
    (
        lambda: CementLoss(margin="2"),
        "CementLoss: margin must be a finite number of logits or a margin, got '2';",
    ),
    (
        lambda: CementLoss(margin=static_margin),
        "CementLoss: margin must be a finite number of logits or a margin",
    ),
    (
        lambda: CementLoss(layout="pairs"),
        "CementLoss: layout must be 'captions', 'triplet' or 'paired', got 'pairs';",
    ),
    (
        lambda: CementLoss(layout=["captions"]),
        "CementLoss: layout must be 'captions', 'triplet' or 'paired', got a",
    ),
    (
        lambda: CementLoss(local_loss=True, gather_with_grad=False),
        "CementLoss: gather_with_grad must hold where local_loss does, got False; hard captions of other ranks would get "
        "no gradient, so set both",
    ),
    (lambda: CementLoss(use_horovod=True), "CementLoss: use_horovod must be False, got True;"),
    (
        lambda: CementLoss(rank=2, world_size=2),
        "CementLoss: rank must lie in 0 to world_size − 1 = 1, got 2;",
    ),
    (lambda: CementLoss(world_size=0), "CementLoss: world_size must be a whole number ≥ 1, got 0;"),
    (lambda: CementLoss(world_size=1.5), "CementLoss: world_size must be a whole number ≥ 1, got 1.5;"),
]


@pytest.mark.parametrize(("make", "message"), OPTIONS, ids=[message for _, message in OPTIONS])
def test_options(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}.*\\.$"):
        make()


N, D = 4, 3
CALLS: list[tuple[str, Any, str]] = [
    ("image_features", torch.zeros(N), "image_features must be [N, D] with N, D ≥ 1, got float32 [4];"),
    ("image_features", torch.zeros(0, D), "image_features must be [N, D] with N, D ≥ 1, got float32 [0, 3];"),
    ("image_features", [[1.0]], "image_features must be a floating-point tensor, got a list of 1;"),
    (
        "image_features",
        torch.zeros(N, D, dtype=int),
        "image_features must be a floating-point tensor, got int64 [4, 3];",
    ),
    (
        "text_features",
        torch.zeros(N + 1, D),
        "text_features must be [4, 3] like image_features, got float32 [5, 3];",
    ),
    ("text_features", None, "text_features must be a floating-point tensor, got None;"),
    (
        "hard_text_features",
        None,
        "hard_text_features must be [4, K, 3], or [4, 3] for K = 1, got None; for a pair that has no hard caption, set "
        "valid to 0; without any, use open_clip's ClipLoss.",
    ),
    (
        "hard_text_features",
        torch.zeros(N, 0, D),
        "hard_text_features must be [4, K, 3], or [4, 3] for K = 1, got float32",
    ),
    (
        "hard_text_features",
        torch.zeros(2 * N, D),
        "hard_text_features must be [4, K, 3], or [4, 3] for K = 1, got float32",
    ),
    (
        "hard_text_features",
        torch.zeros(N, 2, D + 1),
        "hard_text_features must be [4, K, 3], or [4, 3] for K = 1, got float",
    ),
    (
        "concreteness",
        None,
        "concreteness must be passed, since the margin follows it, got None; static_margin, balanced",
    ),
    (
        "concreteness",
        torch.ones(N, 2),
        "concreteness must be [4, 1] like the hard captions, or [4], got float32 [4, 2];",
    ),
    (
        "concreteness",
        [3.0] * N,
        "concreteness must be a tensor of numbers, got a list of 4; torch.as_tensor makes one.",
    ),
    (
        "concreteness",
        torch.tensor([1.0, 2, 5, 7.25]),
        "concreteness must lie in [1, 5], got 7.25; map your scale to 1 (abstract) to 5 (concrete) first.",
    ),
    ("concreteness", torch.tensor([1.0, 2, 5, torch.nan]), "concreteness must lie in [1, 5], got nan;"),
    ("valid", torch.ones(N + 1), "valid must be [4, 1] like the hard captions, or [4], got float32 [5];"),
    ("valid", torch.tensor([1.0, 0, 0.5, 1]), "valid must hold 0 and 1 only, got 0.5;"),
    ("groups", torch.zeros(N), "groups must be a tensor of whole numbers, got float32 [4];"),
    ("groups", ["a"] * N, "groups must be a tensor of whole numbers, got a list of 4;"),
    (
        "groups",
        torch.zeros(N, 1, dtype=int),
        "groups must have one entry for each pair, [4], got int64 [4, 1];",
    ),
    (
        "text_ids",
        torch.zeros(N, 2),
        "text_ids must be a tensor of whole numbers, got float32 [4, 2]; slipform_torch.text",
    ),
    (
        "text_ids",
        torch.zeros(N, 3, dtype=int),
        "text_ids must have one entry for the caption and each hard caption, [4, 2], got int64 [4, 3];",
    ),
    (
        "logit_scale",
        torch.ones(2),
        "logit_scale must be a number or a tensor with one entry, got float32 [2];",
    ),
    (
        "image_features",
        torch.full((N, D), 2.0),
        "image_features must have rows of length 1, got 3.4641; torch.nn.functional.normalize(x, dim=-1) brings",
    ),
    ("text_features", torch.zeros(N, D), "text_features must have rows of length 1, got 0.0;"),
    (
        "hard_text_features",
        torch.full((N, 1, D), torch.nan),
        "hard_text_features must have rows of length 1, got nan;",
    ),
    ("logit_scale", -1, "logit_scale must be finite and > 0, got -1.0; CLIP's is model.logit_scale.exp()."),
    ("logit_scale", torch.tensor(0.0), "logit_scale must be finite and > 0, got 0.0;"),
    ("logit_scale", torch.tensor([torch.nan]), "logit_scale must be finite and > 0, got nan;"),
    ("logit_scale", None, "logit_scale must be a number or a tensor with one entry, got None;"),
]


@pytest.mark.parametrize(("name", "wrong", "message"), CALLS, ids=[message for *_, message in CALLS])
@pytest.mark.parametrize("method", ["forward", "gradient_budget"])
def test_calls(name: str, wrong: Any, message: str, method: str) -> None:
    made: Batch = batch(0, N, dim=D, dtype=torch.float32)
    with pytest.raises(ValueError, match=f"^CementLoss: {re.escape(message)}.*\\.?$"):
        getattr(CementLoss(adaptive_margin()), method)(**{"logit_scale": 10.0, **made, name: wrong})


@pytest.mark.parametrize("layout", ["triplet", "paired"])
def test_layouts_with_images(layout: Any) -> None:
    made = batch(0, N, 2, dim=D)
    message = f"CementLoss: hard_text_features must have K = 1 in the layout {layout}, got float64 [4, 2, 3]; the layout"
    with pytest.raises(ValueError, match=re.escape(message)):
        CementLoss(layout=layout)(logit_scale=10.0, **made)
    made = batch(0, N, dim=D)
    message = f"CementLoss: hard_image_features must be passed in the layout {layout}, got None; the layout captions"
    with pytest.raises(ValueError, match=re.escape(message)):
        CementLoss(layout=layout)(logit_scale=10.0, **{**made, "hard_image_features": None})


def test_a_rating_where_no_hard_caption_is_may_be_anything() -> None:
    made = batch(0, N, dim=D)
    made["concreteness"][0], made["valid"] = 99, torch.tensor([False, True, True, True])
    assert CementLoss(adaptive_margin())(logit_scale=10.0, **made).isfinite()


def test_values_on_another_device_are_read_in_the_first_call_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_batch, "_can_be_read", lambda tensor, first: first)  # as if none lay on the CPU
    made = batch(0, N, dim=D)
    wrong = {**made, "logit_scale": 10.0, "text_features": 3 * made["text_features"]}
    loss = CementLoss()
    with pytest.raises(ValueError, match=r"text_features must have rows of length 1, got 3\.0"):
        loss(**wrong)
    assert loss(**wrong).isfinite()


def test_texts_of_two_lengths_have_no_ids() -> None:
    zeros = torch.zeros(4, 1, 9, dtype=torch.long)
    with pytest.raises(
        ValueError, match=r"^text_ids: text and hard_text must have as many tokens a row, got 7 and 9; pad"
    ):
        text_ids(zeros[:, 0, :7], zeros)
