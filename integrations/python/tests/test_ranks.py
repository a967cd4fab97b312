"""Two and three processes (gloo) give what one gives: every layout, margin and mode, with holes and groups."""

from __future__ import annotations

import multiprocessing
from typing import Any

import pytest
import torch
import torch.multiprocessing

from slipform_torch import CementLoss

from . import ranks

# Each rank is a process of its own, forked from one that has imported what takes seconds.
multiprocessing.set_forkserver_preload(["torch._dynamo", "open_clip.loss"])


@pytest.fixture(scope="module", params=[2, 3], ids=["two ranks", "three ranks"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[dict[Any, Any]]:
    folder = tmp_path_factory.mktemp(f"ranks{request.param}")
    torch.multiprocessing.start_processes(
        ranks.work, (request.param, str(folder)), nprocs=request.param, start_method="forkserver"
    )
    return [torch.load(folder / f"rank{rank}.pt") for rank in range(request.param)]


def close(found: torch.Tensor, expected: torch.Tensor) -> bool:
    """Within 1e-12 of the largest entry; gradients that vanish within that of 1."""
    return bool((found - expected).abs().max() <= 1e-12 * expected.abs().max().clamp(min=1))


@pytest.mark.parametrize("number", range(len(ranks.CASES)))
def test_ranks_together_give_what_one_process_gives(found: list[dict[Any, Any]], number: int) -> None:
    case, world_size = ranks.CASES[number], len(found)
    expected = ranks.run(ranks.loss_of(case), ranks.batch_of(case))
    assert not any(value.isnan().any() for value in expected.values())
    for local_loss, with_grad in ranks.MODES:
        parts = [each[number, local_loss, with_grad] for each in found]
        for part in parts:
            assert local_loss or close(part["value"], expected["value"])
        # DDP's mean over the ranks.
        for name in ("value", "logit_scale"):
            assert close(torch.stack([part[name] for part in parts]).mean(0), expected[name]), (
                name,
                local_loss,
            )
        for name, gradient in expected.items():
            if name.endswith("features"):
                joined = torch.cat([part[name] for part in parts])
                # Where gradients are gathered, a rank's rows have those of the loss of every rank.
                assert close(joined / world_size if with_grad else joined, gradient), (
                    name,
                    local_loss,
                    with_grad,
                )


@pytest.mark.parametrize("index", range(len(ranks.BASELINES)))
def test_baselines_on_two_ranks_give_what_one_process_gives(found: list[dict[Any, Any]], index: int) -> None:
    if len(found) != 2:
        pytest.skip("two ranks show it")
    expected = ranks.run(ranks.BASELINES[index](), ranks.pairs_of(ranks.CASES[8]))
    parts = [each["baselines"][index] for each in found]
    for part in parts:
        assert close(part["value"], expected["value"])
    for name in set(expected) - {"value", "logit_scale"}:
        assert close(torch.cat([part[name] for part in parts]) / 2, expected[name]), name


@pytest.mark.parametrize("local_loss", [False, True])
@pytest.mark.parametrize("number", [3, 8, 13, 18])
def test_parameters_in_ddp_have_the_gradient_of_one_process(
    found: list[dict[Any, Any]], number: int, local_loss: bool
) -> None:
    case = ranks.CASES[number]
    batch = {name: torch.nan_to_num(value, nan=1.0) for name, value in ranks.batch_of(case).items()}
    loss = CementLoss(case["margin"], case["layout"])
    expected = ranks.of_parameters(ranks.Model(), loss, batch)
    for each in found:
        gradients = each["parameters", number, local_loss]
        assert set(gradients) == set(expected)
        for name, gradient in expected.items():
            assert close(gradients[name], gradient), name


@pytest.mark.parametrize("found", [2], indirect=True, ids=["two ranks"])
def test_batches_that_do_not_fit_together_are_refused_on_every_rank(found: list[dict[Any, Any]]) -> None:
    for each in found:
        assert each["errors"] == [
            "CementLoss: the batch must have the same N, K and D on every rank, got N 3, K 1, D 5; N 2, K 1, D 5; "
            "let the loader drop its last, smaller batch.",
            "CementLoss: hard_image_features, concreteness, valid, groups and text_ids must each be passed on every rank "
            "or on no rank, got a mixture; pass valid of ones where all hard captions are there.",
            "CementLoss, rank 0: rank and world_size must be those of torch.distributed's process group, got rank 0 of 3; "
            "there it is rank 0 of 2.",
            "CementLoss, rank 1: rank and world_size must be those of torch.distributed's process group, got rank 0 of 2; "
            "there it is rank 1 of 2.",
            *(
                f"CementLoss: {name} must have the same dtype on every rank, got {dtypes}; convert it before."
                for name, dtypes in (
                    ("image_features", "float64; float32"),
                    ("text_features", "float64; float16"),
                    ("hard_text_features", "float64; float32"),
                    ("concreteness", "float64; float32"),
                    ("groups", "int64; int32"),
                    ("groups", "int64; uint8"),
                    ("text_ids", "int64; int32"),
                )
            ),
            "CementLoss, rank 1: concreteness must lie in [1, 5], got 7.0; map your scale to 1 (abstract) to 5 (concrete) "
            "first.",
            "CementLoss, rank 1: hard_text_features must be [3, K, 5], or [3, 5] for K = 1, got None; for a pair that has no "
            "hard caption, set valid to 0; without any, use open_clip's ClipLoss.",
            "CementLoss, rank 1: image_features must be [N, D] with N, D ≥ 1, got float64 [0, 5]; one row is one image.",
            "CementLoss, rank 1: image_features must be a floating-point tensor, got None; pass what the model's towers give.",
            "CementLoss, rank 1: text_features must have rows of length 1, got 3.0; torch.nn.functional.normalize(x, dim=-1) "
            "brings embeddings there.",
            "CementLoss, rank 1: logit_scale must be finite and > 0, got inf; CLIP's is model.logit_scale.exp().",
            "CementLoss, rank 1: logit_scale must be finite and > 0, got -1.0; CLIP's is model.logit_scale.exp().",
            "CementLoss: logit_scale must be the same on every rank, got 9.0; 8.0; as a parameter of the model in "
            "DistributedDataParallel it is.",
        ]


@pytest.mark.parametrize("found", [2], indirect=True, ids=["two ranks"])
def test_it_is_the_loss_of_open_clip_where_nothing_is_hard(found: list[dict[Any, Any]]) -> None:
    for each in found:
        if each["clip"] is None:
            pytest.skip("open_clip is not installed")
        for ours, theirs in each["clip"]:
            for name, expected in theirs.items():
                assert close(ours[name], expected), name


@pytest.mark.parametrize("found", [2], indirect=True, ids=["two ranks"])
def test_it_compiles_on_several_ranks(found: list[dict[Any, Any]]) -> None:
    for each in found:
        plain, compiled = each["compiled"]
        for name, expected in plain.items():
            assert close(compiled[name], expected), name


def test_world_size_needs_a_process_group() -> None:
    batch = ranks.batch_of(ranks.CASES[0])
    with pytest.raises(ValueError, match=r"world_size must be 1 outside torch\.distributed, got 2; call"):
        CementLoss(rank=1, world_size=2)(logit_scale=9.0, **batch)
