"""Cases of the loss out of JSON files, in the form of packages/cement-loss/fixtures/losses.json."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from slipform_torch import (
    CementLoss,
    Margin,
    adaptive_margin,
    balanced_margin,
    keep_close,
    no_margin,
    own_negatives,
    similarity_margin,
    static_margin,
)

Case = dict[str, Any]
PARTS = {
    "images": "image_features",
    "captions": "text_features",
    "hardCaptions": "hard_text_features",
    "hardImages": "hard_image_features",
}
REST = {"concreteness": "concreteness", "valid": "valid", "groups": "groups", "textIds": "text_ids"}
_PEERS: dict[str, tuple[str, bool]] = {
    "open_clip ClipLoss": ("captions", False),
    "TripletCLIP negclip_loss": ("captions", True),
    "TripletCLIP tripletclip_loss": ("triplet", True),
}


def read_cases(path: Path) -> list[Case]:
    """All cases of a file, its peers' too: their losses are ours without a margin. SigLIP's loss is no softmax."""
    content = json.loads(path.read_text())
    cases: list[Case] = content.get("cement", content.get("cases"))
    for peer in content.get("peers", []):
        if peer["name"] not in _PEERS:
            continue
        layout, with_hard = _PEERS[peer["name"]]
        none_there = {} if with_hard else {"valid": [0] * len(peer["images"])}
        name = f"{peer['name']}, tau {peer['tau']}"
        cases.append({**peer, **none_there, "layout": layout, "margin": {"kind": "none"}, "name": name})
    for case in cases:
        # Gradients by differences are less exact than the value, and the file says how much; those that vanish leave the
        # rounding of what cancelled.
        by_differences = "gradientTolerance" in content
        case["tolerance"] = content.get("gradientTolerance", 1e-9)
        case["floor"] = 1 / case["tau"] if by_differences else 0.0
    return cases


def margin_of(entry: dict[str, Any]) -> Margin:
    """A margin by its entry in a file."""
    options = {name: value for name, value in entry.items() if name != "kind"}
    kinds = {
        "none": no_margin,
        "static": static_margin,
        "adaptive": adaptive_margin,
        "balanced": balanced_margin,
        "similarity": similarity_margin,
    }
    return kinds[entry["kind"]](**options)


def inputs_of(case: Case, dtype: torch.dtype) -> tuple[dict[str, Tensor], Tensor, dict[str, Tensor]]:
    """Embeddings and ln(1/τ), both of which want gradients, and what else the batch has."""
    embeddings = {
        name: torch.tensor(case[name], dtype=dtype, requires_grad=True)
        for name in PARTS
        if case.get(name) is not None
    }
    log_scale = torch.tensor(-math.log(case["tau"]), dtype=dtype, requires_grad=True)
    rest = {
        argument: torch.tensor(case[name], dtype=None if name in ("groups", "textIds") else dtype)
        for name, argument in REST.items()
        if case.get(name) is not None
    }
    teacher = case.get("teacher", {})
    for name, argument in {**PARTS, "logitScale": "logit_scale"}.items():
        if name in teacher:
            rest[f"teacher_{argument}"] = torch.tensor(teacher[name], dtype=dtype)
    return embeddings, log_scale, rest


def loss_of(case: Case, **options: Any) -> CementLoss:
    """The loss that a case is about."""
    layout, margin, own = case["layout"], case["margin"], case.get("ownNegatives")
    if layout == "pairs":  # InfoNCE without hard captions
        term = {name: value for name, value in (own or {"weight": 0.0}).items() if name != "margin"}
        layout, margin = "captions", (own or case)["margin"]
        options["own_negatives"] = own_negatives(**term)
    if "keepClose" in case:
        options["keep_close"] = keep_close(**case["keepClose"])
    return CementLoss(margin=margin_of(margin), layout=layout, **options)


def value_and_gradients(case: Case, dtype: torch.dtype) -> tuple[Tensor, dict[str, Tensor]]:
    """The loss of a case, and its gradients by the names of the file."""
    embeddings, log_scale, rest = inputs_of(case, dtype)
    arguments = {PARTS[name]: value for name, value in embeddings.items()}
    value = loss_of(case)(logit_scale=log_scale.exp(), **arguments, **rest)
    value.backward()
    leaves = {**embeddings, "logScale": log_scale}
    return value.detach(), {
        name: torch.zeros_like(leaf) if leaf.grad is None else leaf.grad for name, leaf in leaves.items()
    }


def distance(found: Tensor, expected: Any, floor: float = 0.0) -> float:
    """The largest difference over the largest expected entry, or over `floor` times 10 % if that is more."""
    wanted = torch.tensor(expected, dtype=torch.float64).reshape(found.shape)
    worst = (found.double() - wanted).abs().max() / wanted.abs().max().clamp(min=max(floor / 10, 1e-30))
    return math.inf if worst.isnan() else worst.item()
