"""The baselines against open_clip's own values, the TypeScript reference's formulas, and loops; and Cement in chunks."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
import torch
from torch import Tensor

from slipform_torch import CeClipLoss, CementLoss, HnNceLoss, SigLipLoss, no_margin

from .batches import batch
from .cases import PARTS, Case, distance, inputs_of, loss_of, read_cases
from .conftest import EQUAL_TEXTS, GOLDEN, KEEP_SEARCH, case_files

KINDS: dict[str, Any] = {"SigLipLoss": SigLipLoss, "HnNceLoss": HnNceLoss, "CeClipLoss": CeClipLoss}
RANDOM: list[Case] = [
    case
    for path in case_files()
    if path.exists()
    for case in json.loads(path.read_text()).get("baselines", [])
]
THEIRS: list[Case] = [
    case for case in json.loads(GOLDEN.read_text())["peers"] if case["name"] == "open_clip SigLipLoss"
]
DTYPES = [(torch.float64, 1e-9), (torch.float32, 1e-5)]


def graded(call: Any, case: Case, dtype: torch.dtype) -> tuple[Tensor, dict[str, Tensor]]:
    embeddings, log_scale, rest = inputs_of(case, dtype)
    embeddings.pop("hardImages", None)
    arguments = {PARTS[name]: value for name, value in embeddings.items()}
    value = call(logit_scale=log_scale.exp(), **arguments, **rest)
    value.backward()
    leaves = {**embeddings, "logScale": log_scale}
    return value.detach(), {
        name: torch.zeros_like(leaf) if leaf.grad is None else leaf.grad for name, leaf in leaves.items()
    }


@pytest.mark.parametrize(("dtype", "tolerance"), DTYPES)
@pytest.mark.parametrize("case", RANDOM, ids=lambda case: case["name"])
def test_value_and_gradients_are_those_of_the_reference(
    case: Case, dtype: torch.dtype, tolerance: float
) -> None:
    loss = KINDS[case["loss"]](**case["options"])
    if "thresholds" in case:
        loss.thresholds = torch.tensor(case["thresholds"], dtype=torch.float64)
    bias = {"logit_bias": case["bias"]} if "bias" in case else {}
    value, gradients = graded(lambda **given: loss(**given, **bias), case, dtype)
    # A value near 0 is a sum of terms up to 1/τ, which float32 rounds: so 1/τ is what its error is measured against.
    floor = 1 / case["tau"] if dtype == torch.float32 else 0.0
    assert distance(value, case["expected"], floor) < tolerance
    for name, expected in case["gradients"].items():
        # By differences, of the fourth order.
        assert distance(gradients[name], expected, 1 / case["tau"]) < 1e-8 + tolerance, name


@pytest.mark.parametrize(("dtype", "tolerance"), DTYPES)
@pytest.mark.parametrize("case", THEIRS, ids=lambda case: f"tau {case['tau']}")
def test_siglip_is_open_clips(case: Case, dtype: torch.dtype, tolerance: float) -> None:
    loss = SigLipLoss()
    value, gradients = graded(lambda **given: loss(**given, logit_bias=case["bias"]), case, dtype)
    assert distance(value, case["loss"]) < tolerance
    for name in ("images", "captions"):
        assert distance(gradients[name], case["gradients"][name]) < tolerance, name
    assert torch.equal(loss(**without_hard(case), logit_bias=-10.0), loss(**without_hard(case)))


def without_hard(case: Case) -> dict[str, Any]:
    parts = {PARTS[name]: torch.tensor(case[name]) for name in ("images", "captions")}
    return {**parts, "logit_scale": 1 / case["tau"]}


@pytest.mark.parametrize("case", [case for case in RANDOM if case["loss"] == "CeClipLoss"])
def test_thresholds_follow_how_far_true_captions_are_ahead(case: Case) -> None:
    embeddings, log_scale, rest = inputs_of(case, torch.float64)
    arguments = {PARTS[name]: value for name, value in embeddings.items()}
    rest.pop("groups", None)
    found = CeClipLoss().thresholds_of(logit_scale=log_scale.exp(), **arguments, **rest)
    assert distance(found, case["nextThresholds"], 1.0) < 1e-9
    assert not found.requires_grad
    # Without thresholds of an earlier batch the loss takes these.
    loss, same = CeClipLoss(), CeClipLoss()
    same.thresholds = found
    call = {**arguments, **rest, "logit_scale": log_scale.exp()}
    assert torch.equal(loss(**call), same(**call))


def test_limits_in_which_one_loss_is_another() -> None:
    made = {name: x for name, x in batch(5).items() if name not in ("hard_image_features", "concreteness")}
    given = {**made, "logit_scale": 8.0}
    negclip = CementLoss(no_margin())(**given)
    infonce = CementLoss(no_margin())(**given | {"valid": torch.zeros(made["hard_text_features"].shape[:2])})
    assert torch.allclose(CeClipLoss(rank_weight=0.0)(**given), negclip, rtol=1e-12)
    assert torch.allclose(CeClipLoss(rank_weight=0.0, use_hard_captions=False)(**given), infonce, rtol=1e-12)
    assert torch.allclose(HnNceLoss(beta=0.0)(**given), infonce, rtol=1e-12)
    assert torch.allclose(HnNceLoss(beta=0.0, use_hard_captions=True)(**given), negclip, rtol=1e-12)


@pytest.mark.parametrize("loss", [SigLipLoss(True), HnNceLoss(use_hard_captions=True), CeClipLoss()])
def test_what_stands_in_the_place_of_a_missing_hard_caption_does_not_matter(loss: Any) -> None:
    made = {name: x for name, x in batch(6).items() if name not in ("hard_image_features", "concreteness")}
    hard = made.pop("hard_text_features")
    valid = torch.ones(hard.shape[:2])
    valid[0] = 0
    holes = hard.clone()
    holes[0] = math.nan
    call = {**made, "logit_scale": 8.0, "valid": valid}
    assert torch.equal(loss(**call, hard_text_features=holes), loss(**call, hard_text_features=hard))


def test_a_pair_alone_has_no_negatives() -> None:
    unit = torch.tensor([[0.6, 0.8]])
    one = {"image_features": unit, "text_features": unit, "logit_scale": 2.0}
    assert HnNceLoss(alpha=0.0)(**one) == 0
    assert torch.allclose(HnNceLoss(alpha=0.5)(**one), torch.tensor(0.5).log())
    assert torch.allclose(SigLipLoss()(**one, logit_bias=0.0), torch.tensor(1 + math.exp(-2)).log())


def test_what_does_not_fit_is_one_sentence_of_the_loss_that_was_called() -> None:
    images = torch.ones(2, 3) / 3**0.5
    for call, message in (
        (lambda: HnNceLoss(beta=101), "HnNceLoss: beta must be a number from 0 to 100, got 101; "),
        (lambda: CeClipLoss(rank_weight=-1), "CeClipLoss: rank_weight must be a number ≥ 0, got -1; "),
        (lambda: SigLipLoss(local_loss=True), "SigLipLoss: local_loss must be False, got True; "),
        (
            lambda: SigLipLoss()(images, None, 1.0),
            "SigLipLoss: text_features must be a floating-point tensor",
        ),
        (lambda: CeClipLoss()(images, images, 1.0), "CeClipLoss: hard_text_features must be [2, K, 3]"),
        (lambda: HnNceLoss()(images, images, "x"), "HnNceLoss: logit_scale must be a number or a tensor"),
        (lambda: CementLoss(chunk_size=0), "CementLoss: chunk_size must be a whole number ≥ 1, got 0; "),
    ):
        with pytest.raises(ValueError) as error:
            call()  # type: ignore[no-untyped-call]
        assert str(error.value).startswith(message)
        assert "\n" not in str(error.value)


@pytest.mark.parametrize("size", [1, 3, 100])
@pytest.mark.parametrize(
    "case",
    read_cases(GOLDEN)[:24] + read_cases(EQUAL_TEXTS) + read_cases(KEEP_SEARCH),
    ids=lambda case: case["name"],
)
def test_chunks_give_the_value_and_the_gradients_of_all_rows(case: Case, size: int) -> None:
    embeddings, log_scale, rest = inputs_of(case, torch.float64)
    arguments = {PARTS[name]: value for name, value in embeddings.items()}
    value = loss_of(case, chunk_size=size)(logit_scale=log_scale.exp(), **arguments, **rest)
    leaves = {**embeddings, "logScale": log_scale}
    gradients = torch.autograd.grad(value, list(leaves.values()), allow_unused=True)
    assert distance(value.detach(), case["loss"]) < 1e-9
    for (name, leaf), gradient in zip(leaves.items(), gradients, strict=True):
        found = torch.zeros_like(leaf) if gradient is None else gradient
        assert distance(found, case["gradients"][name]) < 1e-9, name


def test_chunks_hold_fewer_logits_for_the_gradient() -> None:
    made = batch(7, 64, 2)
    leaves = {name: x.requires_grad_() for name, x in made.items() if name != "concreteness"}

    def kept(chunk_size: int | None) -> int:
        sizes: list[int] = []

        def note(x: Tensor) -> Tensor:
            sizes.append(x.numel())
            return x

        with torch.autograd.graph.saved_tensors_hooks(note, lambda x: x):
            CementLoss(no_margin(), chunk_size=chunk_size)(**leaves, logit_scale=8.0)
        return sum(sizes)

    assert kept(8) < kept(None) / 10
