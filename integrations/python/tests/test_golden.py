"""Value and all gradients of every case of the files, in float64 and float32, and the gradient budget where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from .cases import PARTS, Case, distance, inputs_of, loss_of, read_cases, value_and_gradients
from .conftest import EQUAL_TEXTS, GOLDEN, KEEP_SEARCH, case_files

ALL = [(path, case) for path in case_files() if path.exists() for case in read_cases(path)]
IDS = [f"{path.name}: {case['name']}" for path, case in ALL]


@pytest.mark.parametrize("case", [case for _, case in ALL], ids=IDS)
class TestCase:
    def test_float64(self, case: Case) -> None:
        value, gradients = value_and_gradients(case, torch.float64)
        assert distance(value, case["loss"], case["floor"]) < 1e-9
        assert set(case["gradients"]) <= set(gradients)
        for name, expected in case["gradients"].items():
            assert distance(gradients[name], expected, case["floor"]) < case["tolerance"], name

    def test_float32(self, case: Case) -> None:
        value, gradients = value_and_gradients(case, torch.float32)
        assert distance(value, case["loss"], case["floor"]) < 1e-5
        for name, expected in case["gradients"].items():
            assert distance(gradients[name], expected, case["floor"]) < 1e-5 + case["tolerance"], name


def test_the_golden_files_have_all_cases() -> None:
    cases = read_cases(GOLDEN)
    assert len(cases) == 24 + 6
    assert len(read_cases(EQUAL_TEXTS)) == 14
    assert len(read_cases(KEEP_SEARCH)) == 30


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.name)
def test_the_file_is_there(path: Path) -> None:
    assert path.exists()


BUDGETS = [case for _, case in ALL if "budget" in case]


@pytest.mark.parametrize("case", BUDGETS, ids=[case["name"] for case in BUDGETS])
def test_the_budget_is_that_of_the_reference(case: Case) -> None:
    embeddings, log_scale, rest = inputs_of(case, torch.float64)
    arguments = {PARTS[name]: value for name, value in embeddings.items()}
    budget = loss_of(case).gradient_budget(logit_scale=log_scale.exp(), **arguments, **rest)
    for direction, found in (("imageToText", budget.image_to_text), ("textToImage", budget.text_to_image)):
        for part in ("pull", "hard", "easy"):
            expected = torch.tensor(case["budget"][direction][part], dtype=torch.float64)
            assert (getattr(found, part) - expected).abs().max() < 1e-9, (direction, part)
