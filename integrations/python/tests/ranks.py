"""What each process of the tests with several ranks runs: every case in every mode, on its share of the batch."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.functional import normalize
from torch.nn.parallel import DistributedDataParallel

from slipform_torch import (
    CeClipLoss,
    CementLoss,
    HnNceLoss,
    SigLipLoss,
    adaptive_margin,
    balanced_margin,
    keep_close,
    no_margin,
    own_negatives,
    similarity_margin,
    static_margin,
)

ROWS, DIM = 6, 5
MODES = ((False, False), (False, True), (True, True))
"""local_loss, gather_with_grad"""

CASES: list[dict[str, Any]] = [
    {
        "layout": layout,
        "margin": margin,
        "holes": holes,
        "grouped": grouped,
        "equal_texts": equal_texts,
        "per_row": per_row,
    }
    for layout, per_row in (("captions", 1), ("captions", 3), ("triplet", 1), ("paired", 1))
    for margin, holes, grouped, equal_texts in (
        (no_margin(), False, False, False),
        (static_margin(0.3, unit="cosine"), True, False, True),
        (adaptive_margin(max=2.0), False, True, True),
        (adaptive_margin(min=1.0, max=-2.0, scale="rank", unit="cosine"), True, True, True),
        (balanced_margin(0.4), True, True, False),
    )
]
OWN = {"own_negatives": own_negatives(focus=2, smoothing=0.1)}
CASES += [
    {
        "layout": "captions",
        "margin": margin,
        "holes": holes,
        "grouped": True,
        "equal_texts": holes,
        "per_row": 2,
        "terms": terms,
    }
    for margin, holes, terms in (
        (similarity_margin(), True, {}),
        (similarity_margin(2, others=True), False, {}),
        (adaptive_margin(unit="cosine"), True, OWN),
        (static_margin(1), True, {"keep_close": keep_close()}),
        (no_margin(), False, {**OWN, "keep_close": keep_close(kind="crossEntropy", scale="own")}),
        (no_margin(), True, {**OWN, "keep_close": keep_close(kind="squared")}),
    )
]


def loss_of(case: dict[str, Any], **options: Any) -> CementLoss:
    """The loss of a case."""
    return CementLoss(case["margin"], case["layout"], **case.get("terms", {}), **options)


def batch_of(case: dict[str, Any]) -> dict[str, Tensor]:
    """The whole batch of a case: missing entries are NaN, and lie on one rank only in half of the cases."""
    random = torch.Generator().manual_seed(CASES.index(case))

    def draw(*shape: int) -> Tensor:
        return normalize(torch.randn(*shape, DIM, generator=random, dtype=torch.float64), dim=-1)

    per_row = case["per_row"]
    batch = {
        "image_features": draw(ROWS),
        "text_features": draw(ROWS),
        "hard_text_features": draw(ROWS, per_row),
        "hard_image_features": draw(ROWS),
        "concreteness": torch.randint(2, 11, (ROWS, per_row), generator=random).double() / 2,
    }
    if case["holes"]:
        valid = torch.rand(ROWS, per_row, generator=random) < 0.5
        valid[0], valid[-1] = True, False
        batch["valid"] = valid
        for name in ("hard_text_features", "concreteness"):
            batch[name][~valid] = torch.nan
        if per_row == 1:
            batch["hard_image_features"][~valid[:, 0]] = torch.nan
    if "keep_close" in case.get("terms", {}):
        for name in ("image_features", "text_features", "hard_text_features"):
            batch[f"teacher_{name}"] = draw(ROWS, per_row) if "hard" in name else draw(ROWS)
    if case["grouped"]:
        batch["groups"] = torch.tensor([7, 8, 7, 9, 8, 7])
    if case["equal_texts"]:
        batch["text_ids"] = torch.randint(0, 2 * ROWS, (ROWS, 1 + per_row), generator=random)
    return batch


BASELINES = (SigLipLoss, HnNceLoss, CeClipLoss)


def pairs_of(case: dict[str, Any]) -> dict[str, Tensor]:
    """What baselines read of a batch."""
    rest = ("hard_image_features", "concreteness")
    return {name: value for name, value in batch_of(case).items() if name not in rest}


def run(loss: nn.Module, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The value, and the gradients of all embeddings and of the scale."""
    leaves = {
        name: value.clone().requires_grad_() if name.endswith("features") else value
        for name, value in batch.items()
    }
    if "teacher_image_features" in batch:
        leaves["teacher_logit_scale"] = torch.tensor(7.0, dtype=torch.float64)
    scale = torch.tensor(9.0, dtype=torch.float64, requires_grad=True)
    value = loss(logit_scale=scale, **leaves)
    value.backward()
    gradients = {name: leaf.grad for name, leaf in leaves.items() if leaf.grad is not None}
    assert scale.grad is not None
    return {"value": value.detach(), "logit_scale": scale.grad, **gradients}


def towers() -> nn.ModuleDict:
    """Two linear towers, the same on every rank."""
    torch.manual_seed(5)
    return nn.ModuleDict({name: nn.Linear(DIM, 4, dtype=torch.float64) for name in ("image", "text")})


class Model(nn.Module):
    """Towers and a loss, as DDP takes them."""

    def __init__(self) -> None:
        super().__init__()
        self.towers = towers()

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Embeddings in the place of the features."""
        tower = {"image": self.towers["image"], "text": self.towers["text"]}
        return {
            name: normalize(tower["image" if "image" in name else "text"](value), dim=-1)
            if name.endswith("features")
            else value
            for name, value in batch.items()
        }


def of_parameters(model: nn.Module, loss: nn.Module, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Gradients of all parameters by the loss of a batch."""
    loss(logit_scale=9.0, **model(batch)).backward()
    return {
        name.removeprefix("module."): parameter.grad
        for name, parameter in model.named_parameters()
        if parameter.grad is not None
    }


def work(rank: int, world_size: int, folder: str) -> None:
    """One process: `rank<rank>.pt` holds what it found, by case and mode."""
    torch.set_num_threads(1)
    dist.init_process_group("gloo", f"file://{folder}/store", rank=rank, world_size=world_size)
    found: dict[Any, Any] = {}
    place = {"rank": rank, "world_size": world_size}

    def share(batch: dict[str, Tensor]) -> dict[str, Tensor]:
        return {name: value.chunk(world_size)[rank] for name, value in batch.items()}

    for (number, case), (local_loss, with_grad) in itertools.product(enumerate(CASES), MODES):
        modes = {"local_loss": local_loss, "gather_with_grad": with_grad}
        loss = loss_of(case, **modes, **place)
        batch = share(batch_of(case))
        found[number, local_loss, with_grad] = run(loss, batch)
        if with_grad and number % 5 == 3 and "terms" not in case:
            batch = {name: torch.nan_to_num(value, nan=1.0) for name, value in batch.items()}
            key = ("parameters", number, local_loss)
            found[key] = of_parameters(DistributedDataParallel(Model()), loss, batch)
    if world_size == 2:
        found["errors"] = errors(rank, share(batch_of(CASES[1])))
        found["baselines"] = [
            run(loss(gather_with_grad=True, **place), share(pairs_of(CASES[8]))) for loss in BASELINES
        ]
        found["clip"] = clip(place, share(batch_of(CASES[0])))
        loss = CementLoss(local_loss=True, gather_with_grad=True, **place)
        both = [
            run(each, share(batch_of(CASES[2]))) for each in (loss, torch.compile(loss, backend="aot_eager"))
        ]
        found["compiled"] = both
    torch.save(found, Path(folder) / f"rank{rank}.pt")
    dist.destroy_process_group()


def errors(rank: int, batch: dict[str, Tensor]) -> list[str]:
    """What a rank says when the ranks' batches do not fit together."""
    plain = {"margin": adaptive_margin(), "rank": rank, "world_size": 2}
    full = {
        "valid": torch.ones_like(batch["concreteness"]),
        "groups": torch.zeros(len(batch["valid"]), dtype=int),
    }
    full["text_ids"] = torch.arange(2 * len(batch["valid"])).view(-1, 2)
    full = {
        **{name: torch.nan_to_num(value, nan=1.0) for name, value in batch.items()},
        **full,
        "logit_scale": 9.0,
    }
    for name in ("hard_text_features", "hard_image_features"):
        full[name] = normalize(full[name], dim=-1)

    def other(**changed: Any) -> dict[str, Any]:
        """Changed on the second rank alone."""
        return {**full, **changed} if rank == 1 else full

    def dtype(name: str, other_dtype: torch.dtype) -> dict[str, Any]:
        return other(**{name: full[name].to(other_dtype)})

    cases: list[tuple[dict[str, Any], dict[str, Any]]] = [
        (
            {},
            {
                name: value[: len(value) - rank] if isinstance(value, Tensor) else value
                for name, value in full.items()
            },
        ),
        ({}, other(valid=None)),
        ({"world_size": 3}, full),
        ({"rank": 0}, full),
        ({}, dtype("image_features", torch.float32)),
        ({}, dtype("text_features", torch.float16)),
        ({}, dtype("hard_text_features", torch.float32)),
        ({}, dtype("concreteness", torch.float32)),
        ({}, dtype("groups", torch.int32)),
        ({}, dtype("groups", torch.uint8)),
        ({}, dtype("text_ids", torch.int32)),
        ({}, other(concreteness=torch.full_like(full["concreteness"], 7))),
        ({}, other(hard_text_features=None)),
        ({}, other(image_features=full["image_features"][:0])),
        ({}, other(image_features=None)),
        ({}, other(text_features=3 * full["text_features"])),
        ({}, other(logit_scale=float("inf"))),
        ({}, other(logit_scale=torch.tensor(-1.0))),
        ({}, other(logit_scale=torch.tensor(8.0))),
    ]
    said = []
    for options, wrong in cases:
        try:
            CementLoss(**{**plain, **options})(**wrong)
            said.append("nothing")
        except ValueError as error:
            said.append(str(error))
    return said


def clip(place: dict[str, int], batch: dict[str, Tensor]) -> list[tuple[dict[str, Tensor], ...]] | None:
    """Ours where no hard caption is there, beside open_clip's own loss, in every mode."""
    try:
        from open_clip.loss import ClipLoss
    except ImportError:
        return None
    pairs = {name: batch[name] for name in ("image_features", "text_features")}
    nothing = {
        "hard_text_features": torch.full_like(batch["hard_text_features"], torch.nan),
        "valid": torch.zeros(len(batch["concreteness"]), 1),
    }
    both = []
    for local_loss, with_grad in MODES:
        modes = {"local_loss": local_loss, "gather_with_grad": with_grad, **place}
        ours = run(CementLoss(no_margin(), **modes), {**pairs, **nothing})
        both.append((ours, run(ClipLoss(**modes), pairs)))
    return both
