"""What tests share: golden cases, and a pytest that says where they come from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import torch

# Batches are small, and on a busy machine threads wait for each other.
torch.set_num_threads(1)

GOLDEN = Path(__file__).parents[3] / "packages" / "cement-loss" / "fixtures" / "losses.json"
"""Values and gradients in float64 by an independent implementation: the file that the TypeScript loss is held to."""

EQUAL_TEXTS = GOLDEN.with_name("text-ids.json")
"""Likewise, of batches with equal texts."""

KEEP_SEARCH = GOLDEN.with_name("keep-search.json")
"""Likewise, of margins by similarity, own negatives and distances to a teacher."""


def case_files() -> list[Path]:
    """Files of cases: the golden ones, the committed random ones, and those that SLIPFORM_LOSS_CASES names."""
    more = os.environ.get("SLIPFORM_LOSS_CASES", "").split(os.pathsep)
    ours = [GOLDEN, EQUAL_TEXTS, KEEP_SEARCH, Path(__file__).parent / "fixtures" / "random-cases.json"]
    return [*ours, *(Path(name) for name in more if name)]


@pytest.fixture(autouse=True)
def _seed() -> None:
    torch.manual_seed(0)
