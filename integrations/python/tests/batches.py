"""Random batches for the tests of properties."""

from __future__ import annotations

from typing import Any

import torch
from hypothesis import strategies as st
from torch import Tensor
from torch.nn.functional import normalize

from slipform_torch import CementLoss, Margin, adaptive_margin, balanced_margin, no_margin, static_margin

Batch = dict[str, Tensor]

MARGINS = [
    no_margin(),
    static_margin(0.2, unit="cosine"),
    adaptive_margin(),
    adaptive_margin(min=1, max=-2, scale="rank"),
    balanced_margin(0.4),
]


def batch(
    seed: int,
    rows: int = 5,
    per_row: int = 1,
    *,
    dim: int = 4,
    holes: bool = False,
    grouped: bool = False,
    dtype: torch.dtype = torch.float64,
) -> Batch:
    """Unit embeddings, ratings in halves, and holes and groups where they are asked for."""
    random = torch.Generator().manual_seed(seed)

    def draw(*shape: int) -> Tensor:
        return normalize(torch.randn(*shape, dim, generator=random, dtype=dtype), dim=-1)

    made = {
        "image_features": draw(rows),
        "text_features": draw(rows),
        "hard_text_features": draw(rows, per_row),
        "hard_image_features": draw(rows),
        "concreteness": torch.randint(2, 11, (rows, per_row), generator=random).to(dtype) / 2,
    }
    if holes:
        made["valid"] = torch.rand(rows, per_row, generator=random) < 0.6
    if grouped:
        made["groups"] = torch.randint(0, 3, (rows,), generator=random)
    return made


@st.composite
def problems(draw: st.DrawFn) -> tuple[CementLoss, Batch]:
    """A loss of any layout and margin, and a batch for it."""
    layout = draw(st.sampled_from(["captions", "triplet", "paired"]))
    per_row = draw(st.integers(1, 3)) if layout == "captions" else 1
    margin: Margin = draw(st.sampled_from(MARGINS))
    made = batch(
        draw(st.integers(0, 2**30)),
        draw(st.integers(1, 6)),
        per_row,
        holes=draw(st.booleans()),
        grouped=draw(st.booleans()),
    )
    return CementLoss(margin, layout), made


def value(loss: CementLoss, made: Batch, logit_scale: Any = 12.0, **changed: Any) -> Tensor:
    """The loss of a batch, with some entries changed."""
    found = loss(logit_scale=logit_scale, **{**made, **changed})
    assert isinstance(found, Tensor)
    return found
